import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { PartTable } from "./store.ts";

/** Rows by id: new ones are added, present ones take these columns and keep the others. Gives how many were not so already. */
export async function putRows(
  transaction: WriteTransaction,
  table: PartTable | "meetings",
  rows: readonly Record<string, unknown>[],
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first);
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const changing = columns.filter((column) => column !== "id" && column !== "meeting");
  const changes = changing.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`);
  const before = sql.join(changing.map((column) => sql.ref(`${table}.${column}`)));
  const after = sql.join(changing.map((column) => sql.ref(`excluded.${column}`)));
  const { numAffectedRows } = await sql`
    INSERT INTO ${sql.table(table)} (${list})
    SELECT ${list} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (id) DO UPDATE SET ${sql.join(changes)}
      WHERE (${before}) IS DISTINCT FROM (${after})`.execute(transaction);
  return Number(numAffectedRows ?? 0);
}
