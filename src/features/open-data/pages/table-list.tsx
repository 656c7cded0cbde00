import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { TableSummary } from "../../statistics/service.ts";
import type { OpenData } from "../gather-page.ts";

/** Each published table with its data, year by year; the forms for print are on its own page. */
export function TableList({ data, language }: { data: OpenData; language: Language }) {
  return (
    <ul class="open-data-tables">
      {data.tables.map((table) => (
        <li key={table.id}>
          <a href={links.table(language, table.id)}>{table.title}</a>
          <ul>
            {(table.yearly ? table.fiscalYears : [undefined]).map((fiscalYear) => (
              <YearFiles
                key={fiscalYear ?? "all"}
                table={table}
                fiscalYear={fiscalYear}
                data={data}
                language={language}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface YearFilesProps {
  table: TableSummary;
  fiscalYear: number | undefined;
  data: OpenData;
  language: Language;
}

function YearFiles({ table, fiscalYear, data, language }: YearFilesProps) {
  const year =
    fiscalYear === undefined
      ? message(language, "openData.tables.allYears")
      : fiscalYearLabel(data.programme.calendar, fiscalYear, language);
  const title = `${table.title} ${year}`;
  const forms = [
    ["CSV", links.tableFile(language, table.id, "csv", { fiscalYear })],
    ["Excel", links.tableFile(language, table.id, "data.xlsx", { fiscalYear })],
    ["JSON", links.api(`tables/${table.id}`, { fiscalYear, lang: language })],
  ] as const;
  return (
    <li>
      <span class="open-data-year">{year}</span>
      {forms.map(([form, href]) => (
        <a key={form} class="open-data-file" href={href}>
          <span class="visually-hidden">{title} </span>
          {form}
        </a>
      ))}
    </li>
  );
}
