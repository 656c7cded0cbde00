import { sql } from "kysely";
import type { ReadTransaction } from "../db/transaction.ts";

/** Which of the ids exist, by sheet: one question a sheet. */
export async function findKnownIds(
  transaction: ReadTransaction,
  references: readonly { target: string; value: string }[],
): Promise<Map<string, Set<string>>> {
  const known = new Map<string, Set<string>>();
  for (const [target, asked] of Map.groupBy(references, (reference) => reference.target)) {
    const ids = [...new Set(asked.map(({ value }) => value))];
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM ${sql.table(target)} WHERE id = ANY(${ids})`.execute(transaction);
    known.set(target, new Set(rows.map(({ id }) => id)));
  }
  return known;
}
