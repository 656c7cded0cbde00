import type { ReadTransaction } from "../../db/transaction.ts";
import { isRole, type Role, ruleOf } from "../accounts/roles.ts";
import type { NeedEvent } from "./need.ts";

/** For whom somebody acted: an organisation and a role, never a person. */
export interface Author {
  organisation: string;
  role: Role;
}

/** By account, as memberships are now; of several the one that may enter needs. */
export async function readAuthors(
  transaction: ReadTransaction,
  events: readonly Pick<NeedEvent, "by">[],
): Promise<Map<string, Author>> {
  const accounts = [...new Set(events.flatMap(({ by }) => by ?? []))];
  if (accounts.length === 0) return new Map();
  const rows = await transaction
    .selectFrom("memberships")
    .select(["user_id", "organisation", "role"])
    .where("user_id", "in", accounts)
    .orderBy("organisation")
    .execute();
  const authors = rows.flatMap(({ user_id, organisation, role }) =>
    isRole(role) ? [{ account: user_id, organisation, role }] : [],
  );
  const entering = authors.filter(({ role }) =>
    (ruleOf(role).permissions as readonly string[]).includes("needs.enter"),
  );
  // What is put in last stands: who may enter needs before who only belongs somewhere.
  return new Map([...authors, ...entering].map(({ account, ...author }) => [account, author]));
}
