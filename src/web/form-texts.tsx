import type { ComponentChildren } from "preact";
import { type Language, languages } from "../core/language.ts";
import type { Localized } from "../core/localized.ts";
import { message } from "../messages/message.ts";
import { type FieldWords, LongField, type Option, TextField } from "./components/form/field.tsx";
import { ErrorSummary } from "./components/notices.tsx";
import { textName } from "./read-fields.ts";

export function fieldWords(language: Language): FieldWords {
  return {
    required: message(language, "entryForm.required"),
    choose: message(language, "entryForm.choose"),
    understood: message(language, "entryForm.understood"),
    find: message(language, "entryForm.find"),
  };
}

interface TextInLanguagesProps {
  field: string;
  label: string;
  help?: string | undefined;
  value: Localized;
  /** in which it is written first */
  original: Language;
  required?: boolean;
  long?: boolean;
  errorOf(name: string): string | undefined;
  language: Language;
}

/** The text in the language in which it is said; the other languages stand under a fold, since they may follow later. */
export function TextInLanguages(props: TextInLanguagesProps) {
  const { field, label, value, original, language, errorOf } = props;
  const words = fieldWords(language);
  const others = languages.filter((other) => other !== original);
  const isOpen = others.some((other) => value[other] || errorOf(textName(field, other)));
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
      words,
      value: value[of] ?? "",
      language: of,
    };
    return props.long ? <LongField key={name} {...shared} rows={5} /> : <TextField key={name} {...shared} />;
  };
  return (
    <div class="form-languages need-text">
      {draw(original, true)}
      <details open={isOpen}>
        <summary>{message(language, "needForm.otherLanguages")}</summary>
        <div class="need-text-others">{others.map((other) => draw(other, false))}</div>
      </details>
    </div>
  );
}

interface FormHeadProps {
  /** what is wrong, with the field that it is about */
  errors: readonly { text: string; href: string }[];
  hidden: readonly { name: string; value: string }[];
  /** names that fields of organisations propose: those whose list is `organisationNames` */
  organisations: readonly string[];
  language: Language;
}

export const organisationNames = "organisation-names";

/** What every long form begins with: its errors, what it sends unseen, and the names of organisations. */
export function FormHead({ errors, hidden, organisations, language }: FormHeadProps) {
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          id="form-errors"
          title={message(language, "entryForm.errors", { count: errors.length })}
          errors={errors}
        />
      )}
      {hidden.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <datalist id={organisationNames}>
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

export function FormGroup({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="form-group" aria-labelledby={`group-${id}`}>
      <h2 id={`group-${id}`}>{title}</h2>
      <div class="form-blocks">{children}</div>
    </section>
  );
}

export function languageOptions(language: Language): Option[] {
  return languages.map((value) => ({ value, text: message(language, `documents.languageName.${value}`) }));
}
