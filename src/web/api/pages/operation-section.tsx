import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../components/section.tsx";
import { FieldTable } from "./field-table.tsx";
import type { Operation } from "./read-document.ts";

export function OperationSection({ operation, language }: { operation: Operation; language: Language }) {
  return (
    <Section id={operation.id} level={3} title={operation.summary}>
      <p>
        <code class="api-address">GET {operation.path}</code>
      </p>
      <p>{operation.description}</p>
      <FieldTable
        id={`${operation.id}-parameters`}
        caption={message(language, "api.page.operation.parameters")}
        fields={operation.parameters}
        mark={(field) => (field.required ? message(language, "api.page.operation.required") : "")}
        language={language}
      />
      {operation.exampleRequest !== null && (
        <>
          <h4>{message(language, "api.page.operation.request")}</h4>
          <p>
            <a class="api-address" href={operation.exampleRequest}>
              <code>{operation.exampleRequest}</code>
            </a>
          </p>
          <details class="api-example">
            <summary>{message(language, "api.page.operation.answer")}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard */}
            <pre tabIndex={0}>
              <code>{JSON.stringify(operation.example, null, 2)}</code>
            </pre>
          </details>
        </>
      )}
    </Section>
  );
}
