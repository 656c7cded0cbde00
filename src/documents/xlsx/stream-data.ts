import type { Writable } from "node:stream";
import type { DataField, DataTable, DataValue } from "../data-table.ts";
import { type DataSheet, explainTables, nameSheets } from "./data-sheets.ts";
import { streamWorkbook } from "./stream-workbook.ts";

/**
 * A table of any length, written as its rows come: memory stays the same however many there are. The same rows give the
 * same bytes. The sink is ended; a table that Excel cannot hold (1,048,576 rows) is refused.
 */
export async function streamDataXlsx(
  fields: readonly DataField[],
  rows: AsyncIterable<DataValue[]>,
  sink: Writable,
  table: Partial<Pick<DataTable, "id" | "title" | "language" | "codeLists" | "about">> = {},
): Promise<void> {
  const { id = "data", title = id, language = "en", codeLists = [], about = [] } = table;
  const [name = id] = nameSheets([id]);
  const sheet: DataSheet = { name, header: fields.map((field) => field.name), rows };
  const explained = explainTables([{ id, title, language, fields: [...fields], codeLists, about }]);
  await streamWorkbook([sheet, ...explained], sink, { date: null });
}
