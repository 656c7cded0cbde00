import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { describeInput, FieldFrame } from "../../../web/components/field-frame.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";

/** What is wrong with a field, in the reader's language, by the field's name; `form` for what belongs to none. */
export type FieldErrors = Record<string, string>;

interface FieldProps {
  name: string;
  /** where two forms of a page have a field of one name */
  id?: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

export interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "password";
  value?: string;
  /** WCAG 1.3.5; password managers go by it */
  autocomplete?: string;
  inputmode?: "numeric" | "text";
  maxlength?: number;
  /** id of a list of suggestions */
  list?: string;
}

export function TextField({ name, id = name, label, hint, error, type = "text", ...rest }: TextFieldProps) {
  const attributes = {
    id,
    name,
    required: true,
    spellcheck: false,
    ...describeInput({ id, hint, error }),
    ...rest,
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {type === "email" && <input type="email" {...attributes} />}
      {type === "password" && <input type="password" {...attributes} />}
      {type === "text" && <input type="text" {...attributes} />}
    </FieldFrame>
  );
}

export interface SelectFieldProps extends FieldProps {
  value?: string;
  groups: { label?: string; options: { value: string; text: string }[] }[];
}

export function SelectField({ name, id = name, label, hint, error, value, groups }: SelectFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select id={id} name={name} required {...describeInput({ id, hint, error })}>
        {groups.map((group) => {
          const options = group.options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ));
          return group.label === undefined ? (
            options
          ) : (
            <optgroup key={group.label} label={group.label}>
              {options}
            </optgroup>
          );
        })}
      </select>
    </FieldFrame>
  );
}

export function CheckField({ name, label, hint, checked }: FieldProps & { checked?: boolean }) {
  return (
    <div class="check-field">
      <label>
        <input type="checkbox" name={name} value="yes" checked={checked} />
        <span>
          {label}
          {hint !== undefined && <span class="hint">{hint}</span>}
        </span>
      </label>
    </div>
  );
}

export function ChoiceField({
  name,
  label,
  options,
  value,
}: FieldProps & { options: { value: string; text: string; hint?: string }[]; value: string }) {
  return (
    <fieldset class="choice-field">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} />
          <span>
            {option.text}
            {option.hint !== undefined && <span class="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** All that is wrong, each with the way to its field. */
export function FormErrors({ language, errors }: { language: Language; errors: FieldErrors }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <ErrorSummary
      id="form-errors"
      title={message(language, "account.form.errors", { count: entries.length })}
      errors={entries.map(([field, text]) => ({ text, href: field === "form" ? "#form-errors" : `#${field}` }))}
    />
  );
}
