import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../db/transaction.ts";
import type { CellValue } from "../sheets/parse-cell.ts";
import { insertSheetRows } from "../sheets/rows.ts";
import type { Column, Sheet } from "../sheets/sheet.ts";
import { printCell } from "../sheets/write-programme.ts";
import type { ContentRows } from "./check.ts";
import { type Cells, contentColumns, partColumns, type RecordContent, type RecordKind } from "./kind.ts";

/** The contents of published records as the tables hold them, by id. */
export async function readContents(
  transaction: ReadTransaction,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, RecordContent>> {
  const contents = new Map<string, RecordContent>();
  for (const { key, cells } of await readCells(transaction, kind.sheet, "id", contentColumns(kind), ids))
    contents.set(key, { fields: cells, parts: Object.fromEntries(kind.parts.map((part) => [part.sheet.name, []])) });
  for (const part of kind.parts) {
    const rows = await readCells(transaction, part.sheet, part.parent, partColumns(part), ids, part.position);
    for (const { key, cells } of rows) contents.get(key)?.parts[part.sheet.name]?.push(cells);
  }
  return contents;
}

/** Puts the record into the tables in the place of what they hold of it; it keeps its place in the order of its sheet. */
export async function putRows(transaction: WriteTransaction, kind: RecordKind, rows: ContentRows): Promise<void> {
  const id = String(rows.main.id);
  const present = await findRowNumber(transaction, kind.sheet, id);
  if (present !== null) await deleteRows(transaction, kind, id);
  const place = present ?? (await nextRowNumber(transaction, kind.sheet));
  await insertSheetRows(transaction, kind.sheet, [{ line: 0, row: rows.main }], place);
  for (const { part, rows: partRows } of rows.parts) {
    if (partRows.length === 0) continue;
    const numbered = partRows.map((row) => ({ line: 0, row }));
    await insertSheetRows(transaction, part.sheet, numbered, await nextRowNumber(transaction, part.sheet));
  }
}

export async function deleteRows(transaction: WriteTransaction, kind: RecordKind, id: string): Promise<void> {
  for (const part of kind.parts)
    await sql`DELETE FROM ${sql.table(part.sheet.name)} WHERE ${sql.ref(part.parent)} = ${id}`.execute(transaction);
  await sql`DELETE FROM ${sql.table(kind.sheet.name)} WHERE id = ${id}`.execute(transaction);
}

async function readCells(
  transaction: ReadTransaction,
  sheet: Sheet,
  keyColumn: string,
  columns: readonly Column[],
  ids: readonly string[],
  order: string | null = null,
): Promise<{ key: string; cells: Cells }[]> {
  const names = sql.join([keyColumn, ...columns.map(({ name }) => name)].map((name) => sql.ref(name)));
  const { rows } = await sql<Record<string, CellValue>>`
    SELECT ${names} FROM ${sql.table(sheet.name)} WHERE ${sql.ref(keyColumn)} = ANY(${ids})
    ORDER BY ${sql.ref(order ?? "row_number")}`.execute(transaction);
  return rows.map((row) => ({ key: String(row[keyColumn]), cells: printCells(columns, row) }));
}

function printCells(columns: readonly Column[], row: Record<string, CellValue>): Cells {
  const cells: Cells = {};
  for (const column of columns) {
    const text = printCell(column, row[column.name] ?? null);
    if (text !== "") cells[column.name] = text;
  }
  return cells;
}

async function findRowNumber(transaction: ReadTransaction, sheet: Sheet, id: string): Promise<number | null> {
  const { rows } = await sql<{ row_number: number }>`
    SELECT row_number FROM ${sql.table(sheet.name)} WHERE id = ${id}`.execute(transaction);
  return rows[0]?.row_number ?? null;
}

/** Publishing holds a lock, so no other transaction takes the same number. */
async function nextRowNumber(transaction: ReadTransaction, sheet: Sheet): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(row_number), 0) + 1 AS next FROM ${sql.table(sheet.name)}`.execute(transaction);
  return rows[0]?.next ?? 1;
}
