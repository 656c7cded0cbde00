import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../components/data-table.tsx";
import { type Field, nameType } from "./read-document.ts";

interface FieldTableProps {
  id: string;
  caption: string;
  fields: Field[];
  /** said of a field that differs from most: a required parameter, a field that may be absent */
  mark: (field: Field) => string;
  language: Language;
}

/** Parameters or fields: two columns, so that it fits a phone. */
export function FieldTable({ id, caption, fields, mark, language }: FieldTableProps) {
  return (
    <DataTable
      id={id}
      caption={caption}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText={message(language, "api.page.operation.none")}
      columns={[
        { key: "name", label: message(language, "api.page.operation.name") },
        { key: "meaning", label: message(language, "api.page.operation.meaning") },
      ]}
      rows={fields.map((field) => ({
        key: field.name,
        cells: {
          name: (
            <>
              <code>{field.name}</code> <small>{mark(field)}</small>
            </>
          ),
          meaning: (
            <>
              {field.description}
              <span class="api-value">
                <ValueType field={field} language={language} />
              </span>
            </>
          ),
        },
      }))}
    />
  );
}

/** The kind of value; one that has fields of its own leads to them. */
function ValueType({ field, language }: { field: Field; language: Language }) {
  return (
    <>
      {nameType(field.schema, language).map((part, index) => (
        <span key={index}>
          {index > 0 && message(language, "api.page.type.or")}
          {part.schema === undefined ? part.text : <a href={`#schema-${part.schema}`}>{part.text}</a>}
        </span>
      ))}
    </>
  );
}
