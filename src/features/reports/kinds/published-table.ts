import type { PrintTable } from "../../../documents/print-table.ts";
import type { TableDocument, TableRow } from "../../../documents/table.ts";
import { toPrintTable } from "../../statistics/print.ts";
import { getTable } from "../../statistics/service.ts";
import type { Study } from "../compose/study.ts";

/** A published table over all years, as of the day of the document; its numbers and records are noted. */
export async function readPublishedTable(
  study: Study,
  id: string,
): Promise<{ document: TableDocument; print: PrintTable }> {
  const { context, asOf, language, calendar, notebook } = study;
  const document = await getTable(context, id, { asOf, language });
  for (const row of rowsOf(document)) noteFigures(row, document, study);
  for (const { records } of document.rows) notebook.use("activity", records);
  return { document, print: toPrintTable(document, { calendar }) };
}

export function rowsOf({ rows, totals }: TableDocument): TableRow[] {
  return totals ? [...rows, totals] : rows;
}

function noteFigures(row: TableRow, { id, title, columns }: TableDocument, { notebook }: Study): void {
  for (const { key, label } of columns) {
    const cell = row.cells[key];
    if (!cell || !("figures" in cell)) continue;
    for (const figure of cell.figures) {
      const words = [title, row.label ?? "", label].filter((part) => part !== "");
      notebook.figure(`${id}/${row.key}/${key}/${figure.unit}`, words.join(" "), figure.text);
    }
  }
}
