import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { PartTable } from "./store.ts";

/** Rows by id: new ones are added, present ones take these columns and keep the others. */
export async function putRows(
  transaction: WriteTransaction,
  table: PartTable | "meetings",
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const changes = columns
    .filter((column) => column !== "id" && column !== "meeting")
    .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  await sql`
    INSERT INTO ${sql.table(table)} (${list})
    SELECT ${list} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (id) DO UPDATE SET ${sql.join(changes)}`.execute(transaction);
}
