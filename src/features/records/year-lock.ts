import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";

/**
 * Refuses a change in a closed fiscal year, and keeps the year from being closed until the transaction ends. Throws `conflict`
 * with the year.
 */
export async function requireOpenYear(
  transaction: WriteTransaction,
  fiscalYears: readonly (number | null)[],
): Promise<void> {
  const years = [...new Set(fiscalYears.filter((year) => year !== null))].sort();
  for (const year of years) {
    await sql`SELECT pg_advisory_xact_lock_shared(hashtext('renkei year'), ${year})`.execute(transaction);
    const row = await transaction
      .selectFrom("year_states")
      .select("state")
      .where("fiscal_year", "=", year)
      .executeTakeFirst();
    if (row?.state === "closed") throw new AppError("conflict", { reason: "year-closed", fiscalYear: year });
  }
}

/** Waits for changes under way in the year and keeps others out until the transaction ends. */
export async function lockYear(transaction: WriteTransaction, fiscalYear: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('renkei year'), ${fiscalYear})`.execute(transaction);
}

/** Fiscal years in which nothing may be submitted or approved. */
export async function readClosedYears(transaction: ReadTransaction): Promise<Set<number>> {
  const rows = await transaction
    .selectFrom("year_states")
    .select("fiscal_year")
    .where("state", "=", "closed")
    .execute();
  return new Set(rows.map(({ fiscal_year: year }) => year));
}
