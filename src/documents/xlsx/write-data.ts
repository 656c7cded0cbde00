import { Writable } from "node:stream";
import type { DataTable } from "../data-table.ts";
import { type DataSheet, explainTables, nameSheets } from "./data-sheets.ts";
import { streamWorkbook } from "./stream-workbook.ts";

/**
 * Tables for machines: one a sheet from A1, values only, then their codes, fields and explanation as tables of their own.
 * The same tables and date give the same bytes.
 */
export async function writeDataXlsx(tables: DataTable[], { date }: { date: string }): Promise<Uint8Array<ArrayBuffer>> {
  const names = nameSheets(tables.map(({ id }) => id));
  const sheets = tables.map(
    ({ fields, rows }, index): DataSheet => ({
      name: names[index] ?? "",
      header: fields.map(({ name }) => name),
      rows,
    }),
  );
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await streamWorkbook([...sheets, ...explainTables(tables)], sink, { date });
  return Uint8Array.from(Buffer.concat(chunks));
}
