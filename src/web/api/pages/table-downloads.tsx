import { type FiscalCalendar, fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import type { TableSummary } from "../../../features/statistics/service.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Section } from "../../components/section.tsx";
import { links } from "../../links.ts";

interface TableDownloadsProps {
  language: Language;
  tables: readonly TableSummary[];
  calendar: FiscalCalendar;
}

export function TableDownloads({ language, tables, calendar }: TableDownloadsProps) {
  const say = (name: "caption" | "table" | "forms") => message(language, `api.page.downloads.${name}`);
  return (
    <Section
      id="downloads"
      title={message(language, "api.page.downloads.title")}
      lead={message(language, "api.page.downloads.lead")}
    >
      <DataTable
        id="downloads-table"
        caption={say("caption")}
        scrollHint={message(language, "tables.scrollHint")}
        emptyText={message(language, "api.page.operation.none")}
        columns={[
          { key: "table", label: say("table"), width: "medium" },
          { key: "forms", label: say("forms"), width: "wide" },
        ]}
        rows={tables.map((table) => ({
          key: table.id,
          cells: {
            table: <a href={links.table(language, table.id)}>{table.title}</a>,
            forms: <Forms language={language} table={table} calendar={calendar} />,
          },
        }))}
      />
    </Section>
  );
}

/** A table of single years is one file a year. */
function Forms({ language, table, calendar }: { language: Language; table: TableSummary; calendar: FiscalCalendar }) {
  const years = table.yearly ? table.fiscalYears : [undefined];
  return (
    <ul class="api-forms">
      {years.map((fiscalYear) => (
        <li key={fiscalYear ?? "all"}>
          {fiscalYear !== undefined && <span>{fiscalYearLabel(calendar, fiscalYear, language)}</span>}
          <a href={links.tableFile(language, table.id, "csv", { fiscalYear })}>CSV</a>
          <a href={links.api(`tables/${table.id}`, { fiscalYear, lang: language })}>JSON</a>
        </li>
      ))}
    </ul>
  );
}
