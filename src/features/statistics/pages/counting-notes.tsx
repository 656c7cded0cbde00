import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { Figure, TableDocument, TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { CountingNote } from "../../../web/components/counting-note.tsx";
import { links } from "../../../web/links.ts";
import type { PageRequest } from "../../../web/page.ts";
import type { Catalogue } from "../catalogue.ts";
import { signed } from "../figure.ts";
import type { Measure } from "../measure.ts";

/** More links than this help nobody on one page; the API lists all. */
const mostRecords = 60;

interface CountingNotesProps {
  request: PageRequest;
  table: TableDocument;
  catalogue: Catalogue;
  measures: readonly string[];
}

/** “How was this counted?” for every measure of the table, with the records behind it. */
export function CountingNotes({ request, table, catalogue, measures }: CountingNotesProps) {
  const { language } = request;
  if (measures.length === 0) {
    const records = table.rows.flatMap((row) => row.records);
    const rule = message(
      language,
      table.columns.some(({ key }) => key === "date") ? "tables.registerRule" : "tables.recordRule",
    );
    return <p>{`${rule} ${message(language, "tables.rowCount", { count: records.length })}`}</p>;
  }
  return (
    <>
      {measures.map((id) => {
        const measure = catalogue.measure(id);
        const rows = measures.length > 1 ? table.rows.filter((row) => row.key === id) : table.rows;
        return <MeasureNote key={id} measure={measure} rows={rows} table={table} language={language} />;
      })}
    </>
  );
}

function MeasureNote({
  measure,
  rows,
  table,
  language,
}: {
  measure: Measure;
  rows: TableRow[];
  table: TableDocument;
  language: Language;
}) {
  const records = [...new Set(rows.flatMap((row) => row.records))];
  const rule = [
    localize(measure.definition, language).text,
    describeFilter(measure, language, records.length > 0),
  ].filter((text) => text !== "");
  return (
    <CountingNote
      summary={localize(measure.name, language).text}
      rule={rule}
      recordsTitle={message(language, "tables.recordsTitle", { count: records.length })}
      records={records.slice(0, mostRecords).map((id) => ({
        text: id,
        href: measure.counts === "bulletins" ? links.bulletin(language, id) : links.activity(language, id),
      }))}
      more={
        records.length > mostRecords
          ? { text: message(language, "tables.moreRecords"), href: links.api(`tables/${table.id}`, { lang: language }) }
          : undefined
      }
    >
      <Explanations rows={rows} table={table} language={language} />
    </CountingNote>
  );
}

/** The filters of the rule in words: kinds, statuses, budgets. */
function describeFilter(measure: Measure, language: Language, hasRecords: boolean): string {
  // As long as no bulletin is approved, documents alone speak of them.
  if (measure.counts === "bulletins" && hasRecords) return "";
  if (measure.registers.length === 0) return message(language, "tables.noRule");
  const words = (group: string, choices: string[]) =>
    choices.map((choice) => choiceMessage(language, group, choice)).join(message(language, "list.separator"));
  return message(language, "tables.filter", {
    kinds: words("activity.kind", measure.kinds) || message(language, "tables.anyKind"),
    statuses: words("activity.status", measure.statuses),
    fundings: words("activity.funding", measure.fundings) || message(language, "tables.anyFunding"),
  });
}

/** One line for every figure whose records and published value differ or whose records are missing. */
function Explanations({ rows, table, language }: { rows: TableRow[]; table: TableDocument; language: Language }) {
  const items = rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      const cell = row.cells[column.key];
      if (!cell || !("figures" in cell) || column.key === "total") return [];
      return cell.figures
        .filter((figure) => figure.explanation !== undefined)
        .map((figure) => ({
          key: `${row.key} ${column.key} ${figure.unit}`,
          text: explain(figure, row, column.label, language),
        }));
    }),
  );
  if (items.length === 0) return null;
  return (
    <ul class="explanations">
      {items.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

function explain(figure: Figure, row: TableRow, column: string, language: Language): string {
  const differs = figure.difference !== null && figure.difference !== 0;
  const place = /^\d{4}$/.test(row.key) ? `${row.label ?? ""} ${column}` : column;
  return message(language, differs ? "tables.explanationDiffers" : "tables.explanation", {
    place,
    figure: figure.text,
    difference: differs ? signed(figure.difference ?? 0) : "",
    records: figure.records ?? 0,
    explanation: figure.explanation ?? "",
  });
}
