import type { ComponentChildren } from "preact";
import { type Language, languageTags } from "../../core/language.ts";
import { describeInput, FieldFrame, type FieldFrameProps } from "./field-frame.tsx";

interface LabelledFieldProps extends FieldFrameProps {
  name: string;
}

type Control =
  | { kind: "text" | "email"; value?: string; lang?: Language | undefined; required?: boolean }
  | { kind: "area"; value?: string; rows: number; lang?: Language; required?: boolean }
  | { kind: "file"; accept: string }
  | { kind: "select"; value?: string; options: { value: string; text: string; lang?: Language }[]; required?: boolean };

/** One input with its label, help and what is wrong with it. */
export function LabelledField({ control, ...field }: LabelledFieldProps & { control: Control }) {
  return (
    <FieldFrame {...field} look="labelled-field">
      <Input field={field} control={control} />
    </FieldFrame>
  );
}

function Input({ field, control }: { field: LabelledFieldProps; control: Control }): ComponentChildren {
  const { id, name, hint, error } = field;
  const shared = {
    id,
    name,
    ...describeInput({ id, hint, error }),
  };
  if (control.kind === "file") return <input type="file" accept={control.accept} {...shared} />;
  if (control.kind === "area")
    return (
      <textarea
        rows={control.rows}
        required={control.required}
        lang={control.lang && languageTags[control.lang]}
        {...shared}
      >
        {/* HTML Living Standard 13.1.2.5: a line end right after the tag would be dropped */}
        {control.value?.startsWith("\n") ? `\n${control.value}` : control.value}
      </textarea>
    );
  if (control.kind === "select")
    return (
      <select required={control.required} {...shared}>
        {control.options.map(({ value, text, lang }) => (
          <option key={value} value={value} selected={value === control.value} lang={lang && languageTags[lang]}>
            {text}
          </option>
        ))}
      </select>
    );
  const { value = "", required = false } = control;
  const filling = { value, required, lang: control.lang && languageTags[control.lang], autocomplete: "off" } as const;
  return control.kind === "email" ? (
    <input type="email" {...filling} {...shared} />
  ) : (
    <input type="text" {...filling} {...shared} />
  );
}
