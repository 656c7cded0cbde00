import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Field, nameType } from "./read-document.ts";

/** The kind of value; one that has fields of its own leads to them. */
export function ValueType({ field, language }: { field: Field; language: Language }) {
  const parts = nameType(field.schema, language);
  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && message(language, "api.page.type.or")}
          {part.schema === undefined ? part.text : <a href={`#schema-${part.schema}`}>{part.text}</a>}
        </span>
      ))}
    </>
  );
}
