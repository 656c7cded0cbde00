import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";

/** Names of people by account, without those who had theirs erased. */
export async function readPeople(transaction: ReadTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await transaction
    .selectFrom("auth_users")
    .innerJoin("profiles", "profiles.user_id", "auth_users.id")
    .select(["auth_users.id", "auth_users.name"])
    .where(sql<boolean>`auth_users.id = ANY(${[...ids]})`)
    .where("profiles.erased_at", "is", null)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
