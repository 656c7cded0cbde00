import { randomUUID } from "node:crypto";
import { AppError } from "../../../core/errors.ts";
import { isLanguage, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { findStanding } from "../../records/access.ts";
import { raisesFor } from "../access.ts";
import { concernThemes } from "../concern.ts";
import { enterConcern } from "../enter.ts";
import { findMeeting } from "../meetings.ts";
import { listConcerns } from "../service.ts";
import { gatherConcernWords, nameOrganisation, sayConcern } from "../words.ts";
import { checkText, describeRefusal, readField, readLanguage } from "./read-form.ts";

const fields = ["organisation", "theme", "language", "text", "continues", "visibility", "meeting"] as const;
type FieldName = (typeof fields)[number];
type Values = Record<FieldName | "formKey", string>;
type Problems = Partial<Record<FieldName, string>>;

/** A concern in one's own language; `meeting` in the address is the activity at which it came up, `continues` the one before. */
export const showNewConcern: PageHandler<MemberRequest> = (request) => {
  const { url, language } = request;
  return describeForm(
    request,
    {
      organisation: "",
      theme: "",
      language,
      text: "",
      continues: readText(url, "continues") ?? "",
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
      formKey: values.formKey || randomUUID(),
    });
    return { redirect: links.memberConcern(language, id, { done: "raised" }) };
  } catch (error) {
    if (error instanceof AppError && error.details.reason === "not-own")
      return again({ organisation: message(language, "concern.problem.not-own") });
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
  const wrong = fields.flatMap((name) => {
    const text = problems[name];
    return text === undefined
      ? []
      : [{ text: `${message(language, `concern.field.${name}`)} — ${text}`, href: `#concern-${name}` }];
  });
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
        <form method="post" action={links.newConcern(language)} class="concern-form">
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
            <LabelledField
              {...field("organisation")}
              control={{
                kind: "select",
                value: values.organisation,
                options: own.map((id) => ({ value: id, text: nameOrganisation(id, words) })),
              }}
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
          <LabelledField
            {...field("text", message(language, "concern.field.textHint"))}
            control={{ kind: "area", rows: 6, value: values.text }}
          />
          <LabelledField
            {...field("theme")}
            control={{
              kind: "select",
              value: values.theme,
              options: [
                { value: "", text: message(language, "concern.field.choose") },
                ...concernThemes.map((one) => ({ value: one, text: message(language, `concern.theme.${one}`) })),
              ],
            }}
          />
          <LabelledField
            {...field("continues", message(language, "concern.field.continuesHint"))}
            control={{
              kind: "select",
              value: values.continues,
              options: [
                { value: "", text: message(language, "concern.field.none") },
                ...earlier.map((concern) => ({ value: concern.id, text: sayConcern(concern, language) })),
              ],
            }}
          />
          <LabelledField
            {...field("visibility")}
            control={{
              kind: "select",
              value: values.visibility,
              options: [
                { value: "members", text: message(language, "concern.field.members") },
                { value: "public", text: message(language, "concern.field.public") },
              ],
            }}
          />
          <button type="submit">{message(language, "concern.new.send")}</button>
        </form>
      </>
    ),
  };
}
