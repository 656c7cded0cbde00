import type { ComponentChildren } from "preact";

export interface Choice {
  value: string;
  text: string;
}

export function SelectField({
  id,
  name,
  label,
  choices,
  selected,
}: {
  id: string;
  name: string;
  label: string;
  choices: readonly Choice[];
  selected?: string | undefined;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value} selected={value === selected}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function RadioField({
  name,
  label,
  choices,
  selected,
}: {
  name: string;
  label: string;
  choices: readonly Choice[];
  selected: string;
}) {
  return (
    <fieldset class="field checkboxes">
      <legend>{label}</legend>
      {choices.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={value === selected} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

/** An input with its label, its hint and what is wrong with it. */
export function InputField({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class={error === undefined ? "field" : "field has-error"}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <p class="exchange-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
