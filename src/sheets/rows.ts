import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../db/transaction.ts";
import type { CellValue } from "./parse-cell.ts";
import type { SheetRow } from "./read-file.ts";
import type { Sheet } from "./sheet.ts";

const rowsPerStatement = 5_000;

/** Empties every sheet's table; the transaction's deferred foreign keys look at the result only. */
export async function emptySheets(transaction: WriteTransaction, sheets: readonly Sheet[]): Promise<void> {
  const tables = sql.join(sheets.map((sheet) => sql.table(sheet.name)));
  await sql`TRUNCATE ${tables} RESTART IDENTITY`.execute(transaction);
}

export async function insertSheetRows(
  transaction: WriteTransaction,
  sheet: Sheet,
  rows: readonly SheetRow[],
  firstRowNumber = 1,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = rows.slice(start, start + rowsPerStatement);
    const json = JSON.stringify(
      chunk.map(({ row }, index) => ({ row_number: firstRowNumber + start + index, ...row })),
    );
    const table = sql.table(sheet.name);
    // By name: a table may have columns that the database or another feature fills.
    const columns = sql.join(["row_number", ...Object.keys(chunk[0]?.row ?? {})].map((name) => sql.ref(name)));
    await sql`
      INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::${table}, ${json}::json)`.execute(transaction);
  }
}

export async function countSheetRows(transaction: ReadTransaction, sheet: Sheet): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${sql.table(sheet.name)}`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** The sheet's rows in file order, a page at a time, so that a large sheet never stands in memory whole. */
export async function* readSheetRows(
  transaction: ReadTransaction,
  sheet: Sheet,
): AsyncGenerator<Record<string, CellValue>[]> {
  const columns = sql.join(sheet.columns.map((column) => sql.ref(column.name)));
  for (let last = 0; ; ) {
    const { rows } = await sql<Record<string, CellValue> & { row_number: number }>`
      SELECT row_number, ${columns} FROM ${sql.table(sheet.name)}
      WHERE row_number > ${last} ORDER BY row_number LIMIT ${rowsPerStatement}`.execute(transaction);
    const final = rows.at(-1);
    if (!final) return;
    yield rows;
    last = final.row_number;
  }
}
