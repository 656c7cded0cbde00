import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { findClippings, findTranslations } from "./store-texts.ts";
import type { Share, WaitingTexts } from "./work.ts";

/** What a second person has to decide, for those who may and did not write it; the desk shows it as well. */
export function getWaitingTexts(context: Context, actor: Actor, limit: number): Promise<WaitingTexts> {
  return read(context.database, (transaction) => gatherWaitingTexts(transaction, actor, limit));
}

export async function gatherWaitingTexts(
  transaction: ReadTransaction,
  actor: Actor,
  limit: number,
): Promise<WaitingTexts> {
  return {
    clippings: hasPermission(actor, "policies.approve")
      ? await findClippings(transaction, actor.userId, limit)
      : nothing(),
    translations: hasPermission(actor, "translations.review")
      ? await findTranslations(transaction, actor.userId, limit)
      : nothing(),
  };
}

function nothing<Item>(): Share<Item> {
  return { items: [], total: 0 };
}
