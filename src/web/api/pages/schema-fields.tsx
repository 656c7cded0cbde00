import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { FieldTable } from "./field-table.tsx";
import type { NamedSchema } from "./read-document.ts";

/** Folded: a reader comes here by a link from a field, which opens it. */
export function SchemaFields({ schema, language }: { schema: NamedSchema; language: Language }) {
  return (
    <details class="api-schema">
      <summary>
        {schema.description} <code class="api-schema-name">{schema.name}</code>
      </summary>
      <div id={`schema-${schema.name}`}>
        <FieldTable
          id={`fields-${schema.name}`}
          caption={schema.description}
          fields={schema.fields}
          mark={(field) => (field.required ? "" : message(language, "api.page.fields.optional"))}
          language={language}
        />
      </div>
    </details>
  );
}
