import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { type Language, orderLanguages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { readYear } from "../../../web/query.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { type ChosenSubject, chosenSubjectOf, type ReportKind } from "../../reports/report-kind.ts";
import {
  findMakers,
  findNewestActivityYear,
  findYears,
  listActivityChoices,
  listEvaluationChoices,
  listPartnershipChoices,
  type SubjectChoice,
  titleOf,
} from "../choices.ts";
import { bases } from "../document.ts";
import type { DocumentField, DocumentForm, DocumentProblems } from "../document-form.ts";
import { nameRecords } from "../record-titles.ts";

interface Choice {
  value: string;
  text: string;
}

export interface MakeChoices {
  years: Choice[];
  makers: Choice[];
  /** of a kind about a partnership, an activity or an evaluation */
  subjects: Choice[];
  /** of which year the activities are; null for other kinds */
  shownYear: number | null;
  yearTabs: { text: string; href: string; current: boolean }[];
}

/** Everything that the form lets its reader choose from. */
export async function gatherChoices(
  { context, actor, language, url }: MemberRequest,
  kind: ReportKind,
  subject: string,
): Promise<MakeChoices> {
  const { calendar, lastFiscalYear } = await getProgramme(context);
  const directory = await getDirectory(context);
  const years = (await findYears(context)).map((year) => ({ year, text: fiscalYearLabel(calendar, year, language) }));
  const asked = readYear(url, "year");
  const newest = kind.subject === "activity" ? ((await findNewestActivityYear(context)) ?? lastFiscalYear) : null;
  const shownYear = newest === null ? null : typeof asked === "number" ? asked : newest;
  const present =
    kind.subject === "partnership"
      ? await listPartnershipChoices(context)
      : kind.subject === "evaluation"
        ? await listEvaluationChoices(context)
        : shownYear === null
          ? []
          : await listActivityChoices(context, actor, shownYear);
  const subjects = present.map((choice) => ({ value: choice.id, text: describeSubject(choice, language) }));
  return {
    years: years.map(({ year, text }) => ({ value: String(year), text })),
    makers: (await findMakers(context, actor)).map((id) => ({ value: id, text: directory.name(id, language) })),
    subjects: await addSubject(subjects),
    shownYear,
    yearTabs:
      shownYear === null
        ? []
        : years.map(({ year, text }) => ({
            text,
            href: links.makeDocument(language, kind.id, { year }),
            current: year === shownYear,
          })),
  };

  /** A link from the record itself may name one of another year. */
  async function addSubject(choices: Choice[]): Promise<Choice[]> {
    if (subject === "" || choices.some(({ value }) => value === subject)) return choices;
    const named = { kind: kind.subject, id: subject };
    const title = (await nameRecords(context, actor, [named])).get(`${named.kind}/${subject}`);
    return [{ value: subject, text: title ? localize(title, language).text : subject }, ...choices];
  }
}

function describeSubject(choice: SubjectChoice, language: Language): string {
  const date = choice.date === null ? "" : `${writeEdtf(choice.date, language, { style: "short" })}　`;
  const text = `${date}${titleOf(choice, language)}`;
  return choice.isUpcoming ? message(language, "library.make.upcoming", { text }) : text;
}

interface MakeFormProps {
  kind: ReportKind;
  form: DocumentForm;
  choices: MakeChoices;
  problems: DocumentProblems;
  language: Language;
}

/** What it covers, how it is written, and what only its maker can say. */
export function MakeForm({ kind, form, choices, problems, language }: MakeFormProps) {
  const errorOf = (field: DocumentField) => {
    const problem = problems.get(field);
    return problem && message(language, `library.problem.${problem}`);
  };
  const chosen = chosenSubjectOf(kind);
  const say = (field: "fiscalYear" | ChosenSubject | "language" | "asOf" | "maker") =>
    message(language, `library.field.${field}`);
  const action = links.makeDocument(language, kind.id, choices.shownYear === null ? {} : { year: choices.shownYear });
  return (
    <>
      {problems.size > 0 && (
        <ErrorSummary
          id="problems"
          title={message(language, "library.problem.title", { count: problems.size })}
          errors={[...problems.keys()].map((field) => ({
            text: nameField(field, kind, language),
            href: `#${idOf(field)}`,
          }))}
        />
      )}
      {choices.yearTabs.length > 0 && (
        <LinkTabs label={message(language, "library.make.activitiesOf")} tabs={choices.yearTabs} />
      )}
      <form class="document-form" method="post" action={action}>
        <fieldset>
          <legend>{message(language, "library.make.what")}</legend>
          {kind.subject === "year" && (
            <LabelledField
              id={idOf("fiscalYear")}
              name="fiscalYear"
              label={say("fiscalYear")}
              error={errorOf("fiscalYear")}
              control={{ kind: "select", value: form.fiscalYear, options: choices.years }}
            />
          )}
          {chosen !== null && (
            <LabelledField
              id={idOf("subject")}
              name="subject"
              label={say(chosen)}
              error={errorOf("subject")}
              control={{
                kind: "select",
                value: form.subject,
                options: [{ value: "", text: message(language, "library.make.choose") }, ...choices.subjects],
              }}
            />
          )}
          <div class="document-field-row">
            <DayField
              label={say("asOf")}
              hint={message(language, "library.field.asOfHint")}
              value={form.asOf}
              error={errorOf("asOf")}
            />
            <LabelledField
              id={idOf("language")}
              name="language"
              label={say("language")}
              error={errorOf("language")}
              control={{
                kind: "select",
                value: form.language,
                options: orderLanguages(language)
                  .filter((one) => kind.languages.includes(one))
                  .map((one) => ({
                    value: one,
                    text: message(one, `language.${one}`),
                    lang: one,
                  })),
              }}
            />
          </div>
          <Radios
            name="basis"
            label={message(language, "library.field.basis")}
            value={form.basis}
            choices={bases.map((basis) => ({
              value: basis,
              text: message(language, `library.basis.${basis}`),
              note: message(language, `library.basis.${basis}Note`),
            }))}
          />
        </fieldset>
        <fieldset>
          <legend>{message(language, "library.make.how")}</legend>
          <LabelledField
            id={idOf("maker")}
            name="maker"
            label={say("maker")}
            error={errorOf("maker")}
            control={{ kind: "select", value: form.maker, options: choices.makers }}
          />
          {kind.languages.includes("ja") && (
            <Radios
              name="calendar"
              label={message(language, "library.field.calendar")}
              value={form.calendar}
              choices={(["gregorian", "wareki"] as const).map((calendar) => ({
                value: calendar,
                text: message(language, `library.calendar.${calendar}`),
              }))}
            />
          )}
        </fieldset>
        {kind.inputs.length > 0 && <WrittenFields kind={kind} form={form} errorOf={errorOf} language={language} />}
        <input type="hidden" name="visibility" value={form.visibility} />
        <input type="hidden" name="note" value={form.note} />
        <div class="document-actions">
          <button type="submit" name="intent" value="check">
            {message(language, "library.make.check")}
          </button>
          <p class="hint">{message(language, "library.make.checkHint")}</p>
        </div>
      </form>
    </>
  );
}

function WrittenFields({
  kind,
  form,
  errorOf,
  language,
}: Pick<MakeFormProps, "kind" | "form" | "language"> & { errorOf(field: DocumentField): string | undefined }) {
  return (
    <fieldset>
      <legend>{message(language, "library.make.written")}</legend>
      {kind.inputs.map(({ name, label, hint, lines, required }) => {
        const value = form.written[name] ?? "";
        return (
          <LabelledField
            key={name}
            id={idOf(`written.${name}`)}
            name={`written.${name}`}
            label={
              required
                ? message(language, "library.make.required", { label: message(language, label) })
                : message(language, label)
            }
            hint={message(language, hint)}
            error={errorOf(`written.${name}`)}
            control={lines === "one" ? { kind: "text", value } : { kind: "area", value, rows: 4 }}
          />
        );
      })}
    </fieldset>
  );
}

function DayField(props: { label: string; hint: string; value: string; error: string | undefined }) {
  const id = idOf("asOf");
  const described = [`${id}-hint`, ...(props.error === undefined ? [] : [`${id}-error`])].join(" ");
  return (
    <div class={props.error === undefined ? "labelled-field" : "labelled-field has-error"}>
      <label for={id}>{props.label}</label>
      <p class="hint" id={`${id}-hint`}>
        {props.hint}
      </p>
      {props.error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <input
        id={id}
        type="date"
        name="asOf"
        value={props.value}
        aria-describedby={described}
        aria-invalid={props.error === undefined ? undefined : true}
      />
    </div>
  );
}

interface RadiosProps {
  name: "basis" | "calendar" | "visibility";
  label: string;
  value: string;
  choices: { value: string; text: string; note?: string; disabled?: boolean }[];
}

export function Radios({ name, label, value, choices }: RadiosProps) {
  return (
    <fieldset class="document-radios" id={idOf(name)}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.disabled}
          />
          <span>
            {choice.text}
            {choice.note !== undefined && <span class="hint">{choice.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function idOf(field: DocumentField): string {
  return `document-${field.replace(".", "-")}`;
}

function nameField(field: DocumentField, kind: ReportKind, language: Language): string {
  const input = kind.inputs.find(({ name }) => field === `written.${name}`);
  if (input) return message(language, input.label);
  if (field === "subject") return message(language, `library.field.${chosenSubjectOf(kind) ?? "partnership"}`);
  return message(language, `library.field.${field as Exclude<keyof DocumentForm, "written" | "subject">}`);
}
