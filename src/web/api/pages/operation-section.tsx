import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Section } from "../../components/section.tsx";
import type { Operation } from "./read-document.ts";
import { ValueType } from "./value-type.tsx";

export function OperationSection({ operation, language }: { operation: Operation; language: Language }) {
  return (
    <Section id={operation.id} level={3} title={operation.summary}>
      <p>
        <code class="api-address">GET {operation.path}</code>
      </p>
      <p>{operation.description}</p>
      <ParameterTable operation={operation} language={language} />
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
    </Section>
  );
}

function ParameterTable({ operation, language }: { operation: Operation; language: Language }) {
  return (
    <DataTable
      id={`${operation.id}-parameters`}
      caption={message(language, "api.page.operation.parameters")}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText={message(language, "api.page.operation.none")}
      columns={[
        { key: "name", label: message(language, "api.page.operation.name"), width: "medium" },
        { key: "meaning", label: message(language, "api.page.operation.meaning"), width: "wide" },
        { key: "type", label: message(language, "api.page.operation.type"), width: "medium" },
      ]}
      rows={operation.parameters.map((parameter) => ({
        key: parameter.name,
        cells: {
          name: (
            <>
              <code>{parameter.name}</code>
              {parameter.required && ` ${message(language, "api.page.operation.required")}`}
            </>
          ),
          meaning: parameter.description,
          type: <ValueType field={parameter} language={language} />,
        },
      }))}
    />
  );
}
