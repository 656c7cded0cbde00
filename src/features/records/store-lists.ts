import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { EntryState } from "./record.ts";

/** Fiscal years of the records of a kind, newest first. */
export async function readFiscalYears(
  transaction: ReadTransaction,
  kind: RecordKindId,
  visible: RawBuilder<boolean>,
): Promise<number[]> {
  const rows = await transaction
    .selectFrom("records")
    .select("fiscal_year")
    .distinct()
    .where("kind", "=", kind)
    .where("removed", "=", false)
    .where("fiscal_year", "is not", null)
    .where(visible)
    .orderBy("fiscal_year", "desc")
    .execute();
  return rows.flatMap(({ fiscal_year: year }) => (year === null ? [] : [year]));
}

export async function countEntriesByState(
  transaction: ReadTransaction,
  owners: readonly string[],
): Promise<Map<EntryState, number>> {
  const rows = await transaction
    .selectFrom("entries")
    .select(["state", sql<number>`count(*)::int`.as("count")])
    .where(sql<SqlBool>`owner = ANY(${[...owners]})`)
    .groupBy("state")
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Names of people by account, without those who had theirs erased. */
export async function readPeopleNames(
  transaction: ReadTransaction,
  userIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom("auth_users as account")
    .innerJoin("profiles as profile", "profile.user_id", "account.id")
    .select(["account.id", "account.name"])
    .where(sql<SqlBool>`account.id = ANY(${[...userIds]})`)
    .where("profile.erased_at", "is", null)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
