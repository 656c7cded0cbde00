import { sql } from "kysely";
import { isLanguage, type Language } from "../../core/language.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Membership } from "./actor.ts";
import { isRole, type Permission, type Role, roleNames, ruleOf } from "./roles.ts";

/** Somebody to whom a mail may go, in the own language. */
export interface Reader {
  userId: string;
  name: string;
  email: string;
  language: Language;
}

/** A reader with what the account stands for, and which mails it wants. */
export interface Subscriber extends Reader {
  memberships: Membership[];
  digest: "daily" | "weekly" | "none";
  reminders: boolean;
  digestSentAt: Date | null;
}

type Chosen =
  /** people with the permission in one of these organisations; in any where none are named */
  | { permission: Permission; organisations?: readonly string[] }
  | { roles: readonly Role[] }
  | { userIds: readonly string[] };

export async function readReaders(transaction: ReadTransaction, chosen: Chosen): Promise<Reader[]> {
  const rows = await selectAccounts(transaction).where(isChosen(chosen)).execute();
  return rows.map(toReader);
}

/** Everybody that a mail may go to, for the rooms that choose by what somebody stands for. */
export async function readSubscribers(transaction: ReadTransaction): Promise<Subscriber[]> {
  const rows = await selectAccounts(transaction)
    .select(["profile.digest", "profile.reminders", "profile.digest_sent_at"])
    .select(
      sql<Membership[]>`coalesce((SELECT json_agg(json_build_object('organisation', organisation, 'role', role,
        'administers', administers) ORDER BY organisation, role) FROM memberships WHERE user_id = account.id), '[]')`.as(
        "memberships",
      ),
    )
    .execute();
  return rows.map((row) => ({
    ...toReader(row),
    memberships: row.memberships.filter(({ role }) => isRole(role)),
    digest: row.digest,
    reminders: row.reminders,
    digestSentAt: row.digest_sent_at,
  }));
}

/** Accounts in use whose address is known to be theirs: what a mail tells is for nobody else. */
function selectAccounts(transaction: ReadTransaction) {
  return transaction
    .selectFrom("auth_users as account")
    .innerJoin("profiles as profile", "profile.user_id", "account.id")
    .select(["account.id", "account.name", "account.email", "profile.language"])
    .where("account.emailVerified", "=", true)
    .where("profile.disabled_at", "is", null)
    .where("profile.erased_at", "is", null)
    .orderBy("account.id");
}

function isChosen(chosen: Chosen) {
  if ("userIds" in chosen) return sql<boolean>`account.id = ANY(${[...chosen.userIds]})`;
  const organisations = "permission" in chosen ? chosen.organisations : undefined;
  const roles =
    "roles" in chosen ? chosen.roles : roleNames.filter((role) => ruleOf(role).permissions.includes(chosen.permission));
  const within = organisations === undefined ? sql`true` : sql`organisation = ANY(${[...organisations]})`;
  return sql<boolean>`EXISTS (
    SELECT FROM memberships WHERE user_id = account.id AND role = ANY(${[...roles]}) AND ${within})`;
}

function toReader(row: { id: string; name: string; email: string; language: string }): Reader {
  const { id, name, email, language } = row;
  return { userId: id, name, email, language: isLanguage(language) ? language : "en" };
}
