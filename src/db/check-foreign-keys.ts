import { sql } from "kysely";
import type { WriteTransaction } from "./transaction.ts";

/**
 * Judges the references now instead of at the commit; fails with SQLSTATE 23503 where one leads nowhere. `ALL` would fire the
 * triggers as well that ask for an audit row, which is written last.
 */
export async function checkForeignKeys(transaction: WriteTransaction): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT conname AS name FROM pg_constraint
    WHERE contype = 'f' AND condeferrable AND connamespace = current_schema()::regnamespace`.execute(transaction);
  if (rows.length === 0) return;
  const names = sql.join(rows.map(({ name }) => sql.id(name)));
  await sql`SET CONSTRAINTS ${names} IMMEDIATE`.execute(transaction);
  await sql`SET CONSTRAINTS ${names} DEFERRED`.execute(transaction);
}
