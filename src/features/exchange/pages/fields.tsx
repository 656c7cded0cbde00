import { FieldFrame } from "../../../web/components/field-frame.tsx";

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
    <FieldFrame id={id} label={label}>
      <select id={id} name={name}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value} selected={value === selected}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
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

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
