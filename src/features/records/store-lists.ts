import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Language } from "../../core/language.ts";
import { isLanguage } from "../../core/language.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { Role } from "../accounts/roles.ts";
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

export interface Addressee {
  userId: string;
  name: string;
  email: string;
  language: Language;
}

/** Accounts in use with one of the roles, or of these people. */
export async function readAddressees(
  transaction: ReadTransaction,
  who: { roles: readonly Role[] } | { userIds: readonly string[] },
): Promise<Addressee[]> {
  const query = transaction
    .selectFrom("auth_users as account")
    .innerJoin("profiles as profile", "profile.user_id", "account.id")
    .select(["account.id", "account.name", "account.email", "profile.language"])
    .where("profile.disabled_at", "is", null)
    .where("profile.erased_at", "is", null);
  const rows = await ("roles" in who
    ? query.where(
        sql<SqlBool>`EXISTS (SELECT FROM memberships WHERE user_id = account.id AND role = ANY(${[...who.roles]}))`,
      )
    : query.where(sql<SqlBool>`account.id = ANY(${[...who.userIds]})`)
  )
    .orderBy("account.id")
    .execute();
  return rows.map(({ id, name, email, language }) => ({
    userId: id,
    name,
    email,
    language: isLanguage(language) ? language : "en",
  }));
}
