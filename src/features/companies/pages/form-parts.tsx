import type { ComponentChildren } from "preact";
import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type FieldWords, LongField, TextField } from "../../../web/components/form/field.tsx";
import { textName } from "./read-fields.ts";

export function fieldWords(language: Language): FieldWords {
  return {
    required: message(language, "entryForm.required"),
    choose: message(language, "entryForm.choose"),
    understood: message(language, "entryForm.understood"),
  };
}

export function FormGroup({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="form-group" aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>{title}</h2>
      <div class="form-blocks">{children}</div>
    </section>
  );
}

interface CaseTextProps {
  field: "title" | "technology" | "obstacle" | "contractNote";
  help?: string | undefined;
  value: Localized;
  /** in which it is written first */
  original: Language;
  required?: boolean;
  errorOf(name: string): string | undefined;
  language: Language;
}

/** A text in the writer's language; the others stand under a fold, since they may follow later. */
export function CaseText(props: CaseTextProps) {
  const { field, value, original, language, errorOf } = props;
  const label = message(language, `company.field.${field}`);
  const others = languages.filter((other) => other !== original);
  const draw = (of: Language, isFirst: boolean) => {
    const name = textName(field, of);
    const shared = {
      name,
      label: isFirst
        ? label
        : message(language, "field.inLanguage", { label, language: message(language, `documents.languageName.${of}`) }),
      help: isFirst ? props.help : undefined,
      error: errorOf(name),
      required: isFirst && props.required,
      words: fieldWords(language),
      value: value[of] ?? "",
      language: of,
    };
    return field === "title" ? <TextField key={name} {...shared} /> : <LongField key={name} {...shared} rows={4} />;
  };
  return (
    <div class="form-languages need-text">
      {draw(original, true)}
      <details open={others.some((other) => value[other] || errorOf(textName(field, other)))}>
        <summary>{message(language, "needForm.otherLanguages")}</summary>
        <div class="need-text-others">{others.map((other) => draw(other, false))}</div>
      </details>
    </div>
  );
}
