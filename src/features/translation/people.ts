import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { readPeople } from "./store-people.ts";

export type NamePerson = (userId: string | null) => string;

/** How people are called who worked on translations; of one whose account is erased, the reader's words for that. */
export async function gatherPeople(
  context: Context,
  language: Language,
  userIds: readonly (string | null | undefined)[],
): Promise<NamePerson> {
  const ids = [...new Set(userIds.filter((id) => typeof id === "string"))];
  const names = ids.length === 0 ? new Map<string, string>() : await read(context.database, (t) => readPeople(t, ids));
  return (userId) => (userId === null ? "" : (names.get(userId) ?? message(language, "record.formerMember")));
}
