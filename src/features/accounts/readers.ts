import { sql } from "kysely";
import { isLanguage, type Language } from "../../core/language.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { type Permission, roleNames, ruleOf } from "./roles.ts";

/** Somebody to whom a mail may go, in the own language. */
export interface Reader {
  userId: string;
  name: string;
  email: string;
  language: Language;
}

/** People with the permission in one of these organisations; in any where none are named. */
export async function readReaders(
  transaction: ReadTransaction,
  permission: Permission,
  organisations: readonly string[] | null,
): Promise<Reader[]> {
  const able = roleNames.filter((role) => ruleOf(role).permissions.includes(permission));
  const within = organisations === null ? sql`true` : sql`memberships.organisation = ANY(${[...organisations]})`;
  const { rows } = await sql<Omit<Reader, "language"> & { language: string }>`
    SELECT account.id AS "userId", account.name, account.email, profile.language
    FROM auth_users account JOIN profiles profile ON profile.user_id = account.id
    WHERE profile.disabled_at IS NULL AND profile.erased_at IS NULL AND EXISTS (
      SELECT FROM memberships WHERE memberships.user_id = account.id AND role = ANY(${able}) AND ${within})
    ORDER BY account.id`.execute(transaction);
  return rows.map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : "en" }));
}
