import { stringify } from "csv-stringify/sync";
import { cellText, type TableDocument } from "./table.ts";

/** UTF-8 CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutraliseFormula(cell) : cell)));
  return `\uFEFF${stringify(safe, { record_delimiter: "windows" })}`;
}

/** One line a row; the cells as the page prints them. */
export function writeTableCsv(table: TableDocument): string {
  const labelled = table.rows.some((row) => row.label !== undefined);
  const lines = [...table.rows, ...(table.totals ? [table.totals] : [])].map((row) => [
    ...(labelled ? [row.label ?? ""] : []),
    ...table.columns.map((column) => cellText(row.cells[column.key])),
    row.status ?? "",
  ]);
  return writeCsv([
    [...(labelled ? [table.title] : []), ...table.columns.map((column) => column.label), "status"],
    ...lines,
  ]);
}

/** A cell that begins with one of these would run as a formula (CWE-1236). */
function neutraliseFormula(text: string): string {
  return /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
}
