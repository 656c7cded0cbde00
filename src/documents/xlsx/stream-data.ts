import type { Writable } from "node:stream";
import type { DataTable } from "../data-table.ts";
import { type DataSheet, explainTables, nameSheets } from "./data-sheets.ts";
import { streamWorkbook } from "./stream-workbook.ts";

/** A data table of any length: its rows may come one after the other. */
export type StreamedTable = Omit<DataTable, "rows"> & Pick<DataSheet, "rows">;

/**
 * Tables for machines: one a sheet from A1, values only, then their codes, fields and explanation as tables of their own. Rows are
 * written as they come: memory stays the same however many there are. The same tables and date give the same bytes. The sink is
 * ended; a table that Excel cannot hold (1,048,576 rows) is refused.
 */
export async function streamDataXlsx(
  tables: readonly StreamedTable[],
  sink: Writable,
  { date }: { date: string | null },
): Promise<void> {
  const names = nameSheets(tables.map(({ id }) => id));
  const sheets = tables.map(
    ({ fields, rows }, index): DataSheet => ({
      name: names[index] ?? "",
      header: fields.map(({ name }) => name),
      rows,
    }),
  );
  await streamWorkbook([...sheets, ...explainTables(tables)], sink, { date });
}
