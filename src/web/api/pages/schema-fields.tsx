import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../components/data-table.tsx";
import type { NamedSchema } from "./read-document.ts";
import { ValueType } from "./value-type.tsx";

export function SchemaFields({ schema, language }: { schema: NamedSchema; language: Language }) {
  return (
    <div class="api-schema" id={`schema-${schema.name}`}>
      <DataTable
        id={`fields-${schema.name}`}
        caption={schema.description}
        captionNote={schema.name}
        scrollHint={message(language, "tables.scrollHint")}
        emptyText={message(language, "api.page.operation.none")}
        columns={[
          { key: "name", label: message(language, "api.page.operation.name"), width: "medium" },
          { key: "meaning", label: message(language, "api.page.operation.meaning"), width: "wide" },
          { key: "type", label: message(language, "api.page.operation.type"), width: "medium" },
        ]}
        rows={schema.fields.map((field) => ({
          key: field.name,
          cells: {
            name: (
              <>
                <code>{field.name}</code>
                {!field.required && <small> {message(language, "api.page.fields.optional")}</small>}
              </>
            ),
            meaning: field.description,
            type: <ValueType field={field} language={language} />,
          },
        }))}
      />
    </div>
  );
}
