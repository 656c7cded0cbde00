import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { requirePermission } from "../accounts/actor.ts";
import type { FoldedSubject } from "./classify/classification.ts";
import { foldForMatching } from "./classify/fold-for-matching.ts";
import { buildTopicFinder, tagTopics } from "./classify/tag-topics.ts";
import { decideItem } from "./decide.ts";
import type { ItemState } from "./item.ts";
import type { ItemSummary } from "./item-row.ts";
import type { TopicRule } from "./knowledge.ts";
import { getItem } from "./service.ts";
import { findItems } from "./store.ts";
import {
  countByState,
  countFresh,
  type DeskCounts,
  findDeskMonth,
  findItemClipping,
  findStamp,
  type ItemClipping,
  listGroup,
  listTextsForRules,
  listTroubledSources,
  type MonthProgress,
  measureMonth,
} from "./store-desk.ts";

const day = 86_400_000;

export interface DeskOfDay {
  counts: DeskCounts;
  fresh: { source: string | null; count: number }[];
  troubled: { source: string; state: "failing" | "suspicious" }[];
  progress: MonthProgress;
}

/** What there is to do: of all items, since yesterday, and for the bulletin of a month: where none is asked for, the newest that waits or has anything. */
export function getDeskOfDay(context: Context, asked: string | undefined): Promise<DeskOfDay> {
  const since = new Date(context.clock.now().getTime() - day);
  const today = context.clock.today();
  return read(context.database, async (transaction) => {
    const month = asked ?? (await findDeskMonth(transaction, today)) ?? today.slice(0, 7);
    return {
      counts: await countByState(transaction),
      fresh: await countFresh(transaction, since),
      troubled: await listTroubledSources(transaction),
      progress: await measureMonth(transaction, month),
    };
  });
}

/** One decision on many items; each is a change of its own, so that one that went meanwhile stops no other. */
export async function decideItems(
  context: Context,
  actor: Actor,
  ids: readonly string[],
  state: ItemState,
): Promise<{ done: number; gone: number }> {
  requirePermission(actor, "policies.edit");
  let gone = 0;
  for (const id of ids) {
    try {
      await decideItem(context, actor, id, { state });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "not-found") throw error;
      gone += 1;
    }
  }
  return { done: ids.length - gone, gone };
}

/** What a form of the item was made from; the form brings it back. */
export function getStamp(context: Context, id: string): Promise<string | null> {
  return read(context.database, (transaction) => findStamp(transaction, id));
}

/** What the desk has written of the item; null where nobody has. */
export function getItemClipping(context: Context, id: string): Promise<ItemClipping | null> {
  return read(context.database, (transaction) => findItemClipping(transaction, id));
}

/** Throws `conflict` where somebody changed the item since the form was made. */
export async function requireStamp(context: Context, id: string, seen: string): Promise<void> {
  if (seen !== (await getStamp(context, id))) throw new AppError("conflict", { reason: "changed", id });
}

/** Those that say the same, the item itself left out. */
export async function getGroup(context: Context, actor: Actor, id: string): Promise<ItemSummary[]> {
  const { group } = await getItem(context, actor, id);
  return read(context.database, async (transaction) => findItems(transaction, await listGroup(transaction, id, group)));
}

/** Enough to judge a rule by, and soon read. */
const mostTexts = 2_000;

export interface RulePreview {
  looked: number;
  /** have the topic now */
  before: number;
  /** would have it */
  after: number;
  gained: number;
  lost: number;
}

/** What a rule would tag among the newest items, before it is kept. */
export async function previewRule(
  context: Context,
  rule: Pick<TopicRule, "id" | "terms" | "termsExcluded">,
): Promise<RulePreview> {
  const texts = await read(context.database, (transaction) => listTextsForRules(transaction, mostTexts));
  const finder = buildTopicFinder([{ ...rule, name: {}, topic: null, isChanged: true }]);
  const judged = texts.map(({ topics, title, text }) => ({
    had: topics.includes(rule.id),
    has: tagTopics(foldSubject(title, text), finder).length > 0,
  }));
  return {
    looked: texts.length,
    before: judged.filter(({ had }) => had).length,
    after: judged.filter(({ has }) => has).length,
    gained: judged.filter(({ had, has }) => has && !had).length,
    lost: judged.filter(({ had, has }) => had && !has).length,
  };
}

function foldSubject(title: string, text: string): FoldedSubject {
  const folded = foldForMatching(text);
  return { title: foldForMatching(title), text: folded, ownText: folded };
}
