import type { InputHTMLAttributes, VNode } from "preact";
import { type Language, languages } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { describeInput, FieldFrame } from "../../../web/components/field-frame.tsx";
import {
  ChoiceField,
  ChoicesField,
  DateField,
  type FieldWords,
  fieldId,
  LongField,
  LookupField,
  type Option,
  TextField,
} from "../../../web/components/form/field.tsx";
import { fieldWords, organisationNames } from "../../../web/form-texts.tsx";
import type { Field } from "../fields.ts";
import { type FieldProblem, inLanguage, type Typed } from "../read-fields.ts";

/** What the inputs of a page are drawn from. */
export interface InputKnowledge {
  language: Language;
  typed: Typed;
  problems: readonly FieldProblem[];
  activities: Option[];
  materials: Option[];
  meetings: Option[];
  /** for whom the actor may name people; null: for anybody */
  owners: Option[] | null;
  invitees: { label: string; options: Option[] }[];
  zones: { often: Option[]; all: Option[] };
}

const helped = ["startsAt", "contact", "activity", "email", "name"] as const;

/** One field of a row; texts in the other languages stand behind a fold, since they may follow later. */
export function drawField(
  field: Field,
  fields: readonly Field[],
  prefix: string,
  know: InputKnowledge,
): { shown: VNode[]; folded: VNode[] } {
  const { language, typed, problems } = know;
  const name = `${prefix}${field.name}`;
  const problemOf = (input: string) => problems.find((problem) => problem.input === input);
  const shared = {
    name,
    label: sayFieldLabel(field, fields, language),
    help: sayHelp(field, prefix, language),
    error: problemOf(name)?.text,
    required: field.required === true,
    words: fieldWords(language),
  };
  const value = typed.get(name) ?? "";
  const one = (node: VNode) => ({ shown: [node], folded: [] });
  const { form } = field;
  switch (form.is) {
    case "texts": {
      const draw = (of: Language, first: boolean) => {
        const input = inLanguage(name, of);
        const props = {
          ...shared,
          name: input,
          help: first ? shared.help : undefined,
          error: problemOf(input)?.text,
          required: first && shared.required,
          label: first
            ? shared.label
            : message(language, "field.inLanguage", {
                label: shared.label,
                language: message(language, `meeting.language.${of}`),
              }),
          value: typed.get(input) ?? "",
          language: of,
        };
        return form.long ? <LongField key={input} {...props} rows={3} /> : <TextField key={input} {...props} />;
      };
      const others = languages.filter((of) => of !== language);
      return { shown: [draw(language, true)], folded: others.map((of) => draw(of, false)) };
    }
    case "text":
      return one(
        form.long ? (
          <LongField {...shared} value={value} rows={field.name === "text" ? 14 : 2} />
        ) : (
          <TextField {...shared} value={value} />
        ),
      );
    case "choice":
      return one(
        <ChoiceField
          {...shared}
          value={value}
          options={form.choices.map((choice) => ({ value: choice, text: sayChoice(form.of, choice, language) }))}
        />,
      );
    case "flag":
      return one(
        <ChoiceField
          {...shared}
          value={value}
          options={(["yes", "no"] as const).map((flag) => ({
            value: flag,
            text: message(language, `meeting.${flag}`),
          }))}
        />,
      );
    case "language":
      return one(<ChoiceField {...shared} value={value} options={languageOptions(language)} />);
    case "languages":
      return one(<ChoicesField {...shared} values={value.split(";")} options={languageOptions(language)} />);
    case "organisation":
      return one(
        know.owners === null ? (
          <LookupField
            {...shared}
            value={value}
            listId={organisationNames}
            choices={problemOf(name)?.candidates ?? []}
          />
        ) : (
          <ChoiceField {...shared} value={value} options={know.owners} />
        ),
      );
    case "organisations":
      return one(<Invitees field={field} name={name} know={know} />);
    case "zone":
      return one(<Zone {...shared} value={value} know={know} />);
    case "date":
      return one(<DateField {...shared} value={value} understood={null} choices={problemOf(name)?.candidates ?? []} />);
    case "pick":
      return one(<ChoiceField {...shared} value={value} options={know[form.from]} />);
    default:
      return one(<NativeField {...shared} type={nativeTypes[form.is]} value={value} />);
  }
}

const nativeTypes = { day: "date", hour: "time", minutes: "number", email: "email", address: "url" } as const;
type NativeType = (typeof nativeTypes)[keyof typeof nativeTypes];

/** What browsers have their own picker for; one without it shows a line of text. */
function NativeField(props: {
  name: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  required: boolean;
  words: FieldWords;
  type: NativeType;
  value: string;
}) {
  const { name, type, value, help, error, required, words } = props;
  const id = fieldId(name);
  return (
    <div class={error === undefined ? "form-field" : "form-field has-error"}>
      <label for={id}>
        {props.label}
        {required && <span class="form-required">{words.required}</span>}
      </label>
      {help !== undefined && (
        <p class="form-help" id={`${id}-hint`}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p class="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <NativeInput
        type={type}
        filling={{
          ...{ id, name, value, autocomplete: "off" },
          ...(type === "email" || type === "url" ? {} : { class: "form-short" }),
          ...describeInput({ id, hint: help, error }),
        }}
      />
    </div>
  );
}

/** One element a type: only so can be checked that the type takes these attributes. */
function NativeInput({
  type,
  filling,
}: {
  type: NativeType;
  filling: Omit<InputHTMLAttributes, "type" | "list" | "role">;
}) {
  switch (type) {
    case "date":
      return <input {...filling} type="date" />;
    case "time":
      return <input {...filling} type="time" />;
    case "number":
      return <input {...filling} type="number" />;
    case "email":
      return <input {...filling} type="email" />;
    case "url":
      return <input {...filling} type="url" />;
  }
}

/** Local governments to tick, by side, and a line for all others. */
function Invitees({ field, name, know }: { field: Field; name: string; know: InputKnowledge }) {
  const { language, typed, problems } = know;
  const chosen = (typed.get(name) ?? "").split(";");
  const others = `${name}.others`;
  const problem = problems.find(({ input }) => input === others);
  return (
    <fieldset class="form-field form-choices meeting-invitees" id={fieldId(name)}>
      <legend>{message(language, `meeting.field.${field.name}`)}</legend>
      <p class="form-help">{message(language, "meeting.help.invited")}</p>
      {know.invitees.map(({ label, options }) => (
        <details key={label} open={options.some(({ value }) => chosen.includes(value))}>
          <summary>{label}</summary>
          <div class="form-choice-list many">
            {options.map(({ value, text }) => (
              <label key={value}>
                <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
                <span>{text}</span>
              </label>
            ))}
          </div>
        </details>
      ))}
      <TextField
        name={others}
        label={message(language, "meeting.help.invitedOthers")}
        error={problem?.text}
        words={fieldWords(language)}
        value={typed.get(others) ?? ""}
      />
    </fieldset>
  );
}

function Zone(props: { name: string; label: string; error?: string | undefined; value: string; know: InputKnowledge }) {
  const { language, zones } = props.know;
  const id = fieldId(props.name);
  const draw = ({ value, text }: Option) => (
    <option key={value} value={value} selected={value === props.value}>
      {text}
    </option>
  );
  return (
    <FieldFrame id={id} label={props.label} error={props.error} look="form-field">
      <select id={id} name={props.name} {...describeInput({ id, error: props.error })}>
        <optgroup label={message(language, "meeting.zone.first")}>{zones.often.map(draw)}</optgroup>
        <optgroup label={message(language, "meeting.zone.all")}>{zones.all.map(draw)}</optgroup>
      </select>
    </FieldFrame>
  );
}

/** The organisation of a person is where he or she belongs, that of a paper or a task who sees to it; a title is of what the row is. */
export function sayFieldLabel(field: Field, fields: readonly Field[], language: Language): string {
  const has = (...wanted: Field["name"][]) => fields.some(({ name }) => wanted.includes(name));
  const { name } = field;
  if (name === "organisation" && has("attended", "email")) return message(language, "meeting.field.affiliation");
  if (name === "title" && has("presenter")) return message(language, "meeting.field.agendaTitle");
  if (name === "title" && has("translationOf")) return message(language, "meeting.field.materialTitle");
  return message(language, `meeting.field.${name}`);
}

type ChoiceOf = Extract<Field["form"], { is: "choice" }>["of"];

export function sayChoice(of: ChoiceOf, choice: string, language: Language): string {
  return choiceMessage(language, `meeting.${of}`, choice);
}

/** In a list of rows each help stands once, at the first. */
function sayHelp({ name, form }: Field, prefix: string, language: Language): string | undefined {
  const key = form.is === "date" ? "due" : helped.find((one) => one === name);
  if (key === undefined || (prefix !== "" && (prefix !== "r0." || key === "startsAt"))) return undefined;
  return message(language, `meeting.help.${key}`);
}

/** As they are spoken: Chinese names a language otherwise where it is written. */
function languageOptions(language: Language): Option[] {
  return languages.map((value) => ({ value, text: message(language, `meeting.language.${value}`) }));
}
