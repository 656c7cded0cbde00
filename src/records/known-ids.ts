import { sql } from "kysely";
import type { ReadTransaction } from "../db/transaction.ts";

export interface Reference {
  /** sheet */
  target: string;
  /** id in it */
  value: string;
}

/** Answers by sheet; an answer may hold more ids than were asked for. */
export type FindKnownIds = (references: readonly Reference[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;

/** Which of the ids exist, by sheet: one question a sheet. */
export async function findKnownIds(
  transaction: ReadTransaction,
  references: readonly Reference[],
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

/**
 * The same for many records of one transaction, which refer to the same few. Only what exists is remembered: what does not may come
 * with the next record.
 */
export function rememberKnownIds(transaction: ReadTransaction): FindKnownIds {
  const known = new Map<string, Set<string>>();
  return async (references) => {
    const unknown = references.filter(({ target, value }) => !known.get(target)?.has(value));
    for (const [target, ids] of await findKnownIds(transaction, unknown))
      known.set(target, ids.union(known.get(target) ?? new Set()));
    return known;
  };
}
