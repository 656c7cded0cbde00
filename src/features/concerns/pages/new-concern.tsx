import { randomUUID } from "node:crypto";
import { AppError } from "../../../core/errors.ts";
import { isLanguage, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceField, fieldId, LongField } from "../../../web/components/form/field.tsx";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { fieldWords } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { findStanding } from "../../records/access.ts";
import { raisesFor } from "../access.ts";
import { concernThemes } from "../concern.ts";
import { enterConcern } from "../enter.ts";
import { findMeeting } from "../meetings.ts";
import { listConcerns } from "../service.ts";
import { gatherConcernWords, nameOrganisation } from "../words.ts";
import { EarlierSelect } from "./earlier-select.tsx";
import { checkText, describeRefusal, readField, readLanguage } from "./read-form.ts";

/** In the order of the form, in which its errors stand as well. */
const fields = ["organisation", "language", "text", "theme", "continues", "visibility", "meeting"] as const;
type FieldName = (typeof fields)[number];
type Values = Record<FieldName | "formKey", string>;
type Problems = Partial<Record<FieldName, string>> & {
  /** id of the same concern, where it is there already */
  same?: string;
};

/** A concern in one's own language; `meeting` in the address is the activity at which it came up, `continues` the one before. */
export const showNewConcern: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, url, language } = request;
  const continues = readText(url, "continues") ?? "";
  const earlier =
    continues === "" ? undefined : (await listConcerns(context, actor)).find(({ id }) => id === continues);
  return describeForm(
    request,
    {
      organisation: "",
      theme: earlier?.theme ?? "",
      language,
      text: "",
      continues,
      visibility: "members",
      meeting: readText(url, "meeting") ?? "",
      formKey: randomUUID(),
    },
    {},
  );
};

export const submitNewConcern: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const read = (name: FieldName) => readField(form, name);
  const values: Values = {
    organisation: read("organisation"),
    theme: read("theme"),
    language: readLanguage(form, language),
    text: read("text"),
    continues: read("continues"),
    visibility: read("visibility") === "public" ? "public" : "members",
    meeting: read("meeting"),
    formKey: readField(form, "form_key"),
  };
  const theme = concernThemes.find((one) => one === values.theme);
  const problems: Problems = {};
  const textProblem = checkText(values.text, language);
  if (textProblem) problems.text = textProblem;
  if (!theme) problems.theme = message(language, "concern.problem.choose");
  const again = async (found: Problems) => ({ page: await describeForm(request, values, found), status: 422 as const });
  if (!theme || Object.keys(problems).length > 0 || !isLanguage(values.language)) return again(problems);
  try {
    const id = await enterConcern(context, actor, {
      organisation: values.organisation,
      theme,
      language: values.language,
      text: values.text,
      continues: values.continues || null,
      meeting: values.meeting || null,
      visibility: values.visibility === "public" ? "public" : "members",
      again: readField(form, "again") === "yes",
      formKey: values.formKey || randomUUID(),
    });
    return { redirect: links.memberConcern(language, id, { done: "raised" }) };
  } catch (error) {
    if (error instanceof AppError && error.details.reason === "not-own")
      return again({ organisation: message(language, "concern.problem.not-own") });
    if (error instanceof AppError && error.details.reason === "same") return again({ same: String(error.details.id) });
    const refusal = describeRefusal(error, language);
    if (refusal === undefined) throw error;
    return again({ continues: refusal });
  }
};

async function describeForm(request: MemberRequest, values: Values, problems: Problems): Promise<PageContent> {
  const { context, actor, language } = request;
  const words = await gatherConcernWords(context, language);
  const standing = await findStanding(context, actor);
  const own = raisesFor(standing);
  const earlier = (await listConcerns(context, actor)).filter(({ state }) => state !== "withdrawn").toReversed();
  const meeting = values.meeting === "" ? null : await findMeeting(context, standing, values.meeting);
  const title = message(language, "concern.new.title");
  const field = (name: FieldName, hint?: string) => ({
    id: `concern-${name}`,
    name,
    label: message(language, `concern.field.${name}`),
    hint,
    error: problems[name],
  });
  // The forms of this site say 必須 at the field, never by a colour alone.
  const needed = (name: "text" | "theme" | "organisation", help?: string) => ({
    name,
    label: message(language, `concern.field.${name}`),
    help,
    error: problems[name],
    required: true,
    words: fieldWords(language),
  });
  const wrong = fields.flatMap((name) => {
    const text = problems[name];
    return text === undefined
      ? []
      : [
          {
            text: `${message(language, `concern.field.${name}`)} — ${text}`,
            href: `#${["text", "theme", "organisation"].includes(name) ? fieldId(name) : `concern-${name}`}`,
          },
        ];
  });
  if (problems.same !== undefined)
    wrong.push({ text: message(language, "concern.problem.same"), href: "#concern-again" });
  return {
    title,
    description: message(language, "concern.new.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "concern.members.title"), href: links.memberConcerns(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "concern.new.lead")} />
        {wrong.length > 0 && (
          <ErrorSummary id="errors" title={message(language, "concern.problem.title")} errors={wrong} />
        )}
        <form method="post" action={links.newConcern(language)} class="entry-form concern-form">
          <input type="hidden" name="form_key" value={values.formKey} />
          {meeting !== null && (
            <p>
              {message(language, "concern.field.meeting")} <Words value={localize(meeting.title, language)} />
              <input type="hidden" name="meeting" value={meeting.id} />
            </p>
          )}
          {own.length === 1 ? (
            <input type="hidden" name="organisation" value={own[0]} />
          ) : (
            <ChoiceField
              {...needed("organisation")}
              value={values.organisation}
              options={own.map((id) => ({ value: id, text: nameOrganisation(id, words) }))}
            />
          )}
          <LabelledField
            {...field("language")}
            control={{
              kind: "select",
              value: values.language,
              options: languages.map((one) => ({ value: one, text: message(language, `language.${one}`), lang: one })),
            }}
          />
          <LongField {...needed("text", message(language, "concern.field.textHint"))} rows={6} value={values.text} />
          <ChoiceField
            {...needed("theme")}
            value={values.theme}
            options={concernThemes.map((one) => ({ value: one, text: message(language, `concern.theme.${one}`) }))}
          />
          <EarlierSelect
            {...field("continues", message(language, "concern.field.continuesHint"))}
            value={values.continues}
            earlier={earlier}
            own={own}
            words={words}
          />
          <LabelledField
            {...field("visibility", message(language, "concern.field.visibilityHint"))}
            control={{
              kind: "select",
              value: values.visibility,
              options: [
                { value: "members", text: message(language, "concern.field.members") },
                { value: "public", text: message(language, "concern.field.public") },
              ],
            }}
          />
          {problems.same !== undefined && (
            <Notice tone="warning">
              <p>
                {message(language, "concern.problem.same")}{" "}
                <a href={links.memberConcern(language, problems.same)}>{message(language, "concern.field.sameLink")}</a>
              </p>
              <label>
                <input type="checkbox" id="concern-again" name="again" value="yes" />{" "}
                {message(language, "concern.field.again")}
              </label>
            </Notice>
          )}
          <button type="submit">{message(language, "concern.new.send")}</button>
        </form>
      </>
    ),
  };
}
