import type { ComponentChildren } from "preact";
import { type Language, languageTags } from "../../../core/language.ts";

export interface FieldWords {
  /** 「必須」 */
  required: string;
  /** 「選んでください」 */
  choose: string;
  /** before a date as it was understood */
  understood: string;
  /** 「探す」 */
  find: string;
}

export interface FieldProps {
  name: string;
  label: string;
  help?: string | null | undefined;
  error?: string | null | undefined;
  required?: boolean | undefined;
  words: FieldWords;
  /** the label is read but not shown: a cell of a table of rows */
  bare?: boolean | undefined;
}

export interface Option {
  value: string;
  text: string;
}

/** An id for the input with this name: names hold dots. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(".", "-")}`;
}

function describedBy({ name, help, error }: Pick<FieldProps, "name" | "help" | "error">, echo = false) {
  const ids = [help ? `${fieldId(name)}-help` : null, error ? `${fieldId(name)}-error` : null];
  if (echo) ids.push(`${fieldId(name)}-echo`);
  return ids.filter((id) => id !== null).join(" ") || undefined;
}

/** Label, help and error around an input. */
function Frame({
  name,
  label,
  help,
  error,
  required,
  words,
  bare,
  children,
}: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={error ? "form-field has-error" : "form-field"}>
      <label for={fieldId(name)} class={bare ? "visually-hidden" : undefined}>
        {label}
        {required && <span class="form-required">{words.required}</span>}
      </label>
      {help && (
        <p class="form-help" id={`${fieldId(name)}-help`}>
          {help}
        </p>
      )}
      {error && <FieldError name={name} text={error} />}
      {children}
    </div>
  );
}

function FieldError({ name, text }: { name: string; text: string }) {
  return (
    <p class="form-error" id={`${fieldId(name)}-error`}>
      {text}
    </p>
  );
}

export function TextField(props: FieldProps & { value: string; language?: Language | null; numeric?: boolean }) {
  return (
    <Frame {...props}>
      <input
        id={fieldId(props.name)}
        type="text"
        name={props.name}
        value={props.value}
        lang={props.language ? languageTags[props.language] : undefined}
        inputMode={props.numeric ? "numeric" : undefined}
        class={props.numeric ? "form-short" : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
        autoComplete="off"
      />
    </Frame>
  );
}

export function LongField(props: FieldProps & { value: string; language?: Language | null; rows?: number }) {
  return (
    <Frame {...props}>
      <textarea
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 4}
        lang={props.language ? languageTags[props.language] : undefined}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.value}
      </textarea>
    </Frame>
  );
}

/** A date as people write it, with what it was understood as below; an island keeps that up to date. */
export function DateField(
  props: FieldProps & { value: string; understood: string | null; choices: readonly Option[] },
) {
  const { name, words, understood } = props;
  return (
    <Frame {...props}>
      <input
        id={fieldId(name)}
        type="text"
        name={name}
        value={props.value}
        class="form-date"
        data-date-field
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props, true)}
        autoComplete="off"
      />
      <p class="form-echo" id={`${fieldId(name)}-echo`} data-date-echo={fieldId(name)} aria-live="polite">
        {understood !== null && `${words.understood}${understood}`}
      </p>
      <Candidates name={name} legend={props.label} choices={props.choices} />
    </Frame>
  );
}

/** A name for one of many records; where it fits several, the person picks one. */
export function LookupField(
  props: FieldProps & { value: string; listId: string; choices: readonly Option[]; wide?: boolean },
) {
  return (
    <Frame {...props}>
      <input
        id={fieldId(props.name)}
        type="text"
        name={props.name}
        value={props.value}
        list={props.listId}
        data-organisation-field
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
        autoComplete="off"
      />
      <Candidates name={props.name} legend={props.label} choices={props.choices} />
    </Frame>
  );
}

/** Words of what is looked for, and a button that sends the form for what they may mean: the person picks one. */
export function SearchField(
  props: FieldProps & { value: string; choices: readonly Option[]; search: { value: string; label: string } },
) {
  const { name, search } = props;
  return (
    <Frame {...props}>
      <div class="form-search">
        <input
          id={fieldId(name)}
          type="text"
          name={name}
          value={props.value}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy(props)}
          autoComplete="off"
        />
        <button type="submit" name="intent" value={search.value} class="button-quiet" formnovalidate>
          {search.label}
          <span class="visually-hidden">{props.label}</span>
        </button>
      </div>
      <Candidates name={name} legend={props.label} choices={props.choices} />
    </Frame>
  );
}

/** What a typed text may mean: picking one takes its place. */
function Candidates({ name, legend, choices }: { name: string; legend: string; choices: readonly Option[] }) {
  if (choices.length === 0) return null;
  return (
    <fieldset class="form-candidates">
      <legend class="visually-hidden">{legend}</legend>
      {choices.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" name={`_pick.${name}`} value={value} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function ChoiceField(props: FieldProps & { value: string; options: readonly Option[] }) {
  return (
    <Frame {...props}>
      <select
        id={fieldId(props.name)}
        name={props.name}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        <option value="">{props.required ? props.words.choose : "—"}</option>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function ChoicesField(props: FieldProps & { values: readonly string[]; options: readonly Option[] }) {
  const { name, label, help, error, values, options, bare, required, words } = props;
  return (
    <fieldset class={error ? "form-field form-choices has-error" : "form-field form-choices"} id={fieldId(name)}>
      <legend class={bare ? "visually-hidden" : undefined}>
        {label}
        {required && <span class="form-required">{words.required}</span>}
      </legend>
      {help && <p class="form-help">{help}</p>}
      {error && <FieldError name={name} text={error} />}
      {/* A group without a tick is not sent at all: this tells that it was shown. */}
      <input type="hidden" name={name} value="" />
      <div class={options.length > 8 ? "form-choice-list many" : "form-choice-list"}>
        {options.map(({ value, text }) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} checked={values.includes(value)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One text in three languages, side by side where there is room. */
export function LanguageGroup({
  name,
  label,
  help,
  required,
  words,
  children,
}: Pick<FieldProps, "name" | "label" | "help" | "required" | "words"> & { children: ComponentChildren }) {
  return (
    <fieldset class="form-languages" id={`group-${name}`}>
      <legend>
        {label}
        {required && <span class="form-required">{words.required}</span>}
      </legend>
      {help && <p class="form-help">{help}</p>}
      <div class="form-language-fields">{children}</div>
    </fieldset>
  );
}
