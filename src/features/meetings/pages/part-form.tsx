import type { ComponentChildren } from "preact";
import { type Language, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { FormHead } from "../../../web/form-texts.tsx";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Field, MeetingPart } from "../fields.ts";
import { inLanguage } from "../read-fields.ts";
import { drawField, type InputKnowledge, sayFieldLabel } from "./field-input.tsx";

interface FormProps {
  action: string;
  fields: readonly Field[];
  know: InputKnowledge;
  directory: OrganisationDirectory;
  hidden: { name: string; value: string }[];
  /** somebody else saved it first */
  conflict: boolean;
}

/** The facts of one meeting. */
export function FactsForm({ submitLabel, ...props }: FormProps & { submitLabel: string }) {
  const { fields } = props;
  const { language } = props.know;
  return (
    <FormFrame {...props}>
      <section class="form-group" aria-labelledby="group-facts">
        <h2 id="group-facts">{message(language, "meeting.part.facts")}</h2>
        <div class="form-blocks">
          {fields.map((field) => {
            const { shown, folded } = drawField(field, fields, "", props.know);
            if (folded.length === 0) return shown;
            return (
              <div key={field.name} class="form-languages meeting-text">
                {shown}
                <Fold language={language} open={isHidden(field, "", props.know)}>
                  {folded}
                </Fold>
              </div>
            );
          })}
        </div>
      </section>
      <p>
        <button type="submit">{submitLabel}</button>
      </p>
    </FormFrame>
  );
}

/** Rows of one part, a card a row; a further row is one more sending of the form. */
export function PartForm({ part, rows, ...props }: FormProps & { part: MeetingPart; rows: number }) {
  const { know, fields } = props;
  const { language, typed } = know;
  return (
    <FormFrame {...props} hidden={[...props.hidden, { name: "rows", value: String(rows) }]}>
      <div class="meeting-rows">
        {Array.from({ length: rows }, (_, index) => {
          const prefix = `r${index}.`;
          const drawn = fields.map((field) => drawField(field, fields, prefix, know));
          const folded = drawn.flatMap((one) => one.folded);
          const id = typed.get(`${prefix}id`) ?? "";
          return (
            <fieldset key={prefix} class="form-card">
              <legend>{message(language, `meeting.row.${part}`, { number: index + 1 })}</legend>
              <input type="hidden" name={`${prefix}id`} value={id} />
              <div class="form-card-fields">{drawn.flatMap(({ shown }) => shown)}</div>
              {folded.length > 0 && (
                <Fold language={language} open={fields.some((field) => isHidden(field, prefix, know))}>
                  <div class="form-card-fields">{folded}</div>
                </Fold>
              )}
              <p class="form-card-remove">
                <label>
                  <input type="checkbox" name="_remove" value={String(index)} />{" "}
                  {message(language, "meeting.removeRow")}
                </label>
              </p>
            </fieldset>
          );
        })}
      </div>
      <p class="meeting-buttons">
        <button type="submit">{message(language, "meeting.save")}</button>
        <button type="submit" name="_add" value="1" class="button-second" formnovalidate>
          {message(language, "meeting.addRow")}
        </button>
      </p>
    </FormFrame>
  );
}

function Fold({ language, open, children }: { language: Language; open: boolean; children: ComponentChildren }) {
  return (
    <details open={open}>
      <summary>{message(language, "meeting.otherLanguages")}</summary>
      {children}
    </details>
  );
}

function FormFrame({ children, ...props }: FormProps & { children: ComponentChildren }) {
  const { language, problems } = props.know;
  return (
    <form method="post" action={props.action} class="entry-form meeting-form">
      {props.conflict && (
        <Notice tone="warning" title={message(language, "meeting.conflict")}>
          <p>{message(language, "meeting.conflictText")}</p>
        </Notice>
      )}
      <FormHead
        errors={problems.map(({ input, field, text }) => ({
          text: message(language, "entryForm.error", { label: sayLabel(field, props.fields, input, language), text }),
          href: `#${fieldId(input)}`,
        }))}
        hidden={props.hidden}
        organisations={props.directory.all.map(({ name }) => localize(name, language).text)}
        language={language}
      />
      {children}
    </form>
  );
}

/** 「出席者3 氏名」 */
function sayLabel(field: Field, fields: readonly Field[], input: string, language: Language): string {
  const label = sayFieldLabel(field, fields, language);
  const row = /^r(\d+)\./.exec(input)?.[1];
  return row === undefined ? label : `${Number(row) + 1}. ${label}`;
}

/** Whether something behind the fold has to be seen: an error, or a text that the reader's own language lacks. */
function isHidden(field: Field, prefix: string, { language, typed, problems }: InputKnowledge): boolean {
  if (field.form.is !== "texts") return false;
  const name = `${prefix}${field.name}`;
  const others = languages.filter((of) => of !== language).map((of) => inLanguage(name, of));
  if (problems.some(({ input }) => others.includes(input))) return true;
  return !typed.get(inLanguage(name, language)) && others.some((input) => typed.get(input));
}
