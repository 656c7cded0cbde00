import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { ItemSummary } from "./item-row.ts";
import { getKnowledge } from "./knowledge.ts";
import { levelOfItem, type PolicyLevel } from "./level-of-item.ts";
import type { Importance, PolicyKind } from "./policy.ts";
import { findItems } from "./store.ts";
import { type ApprovedClipping, listApprovedClippings } from "./store-clippings.ts";
import { type ItemOutline, listOutlines } from "./store-outlines.ts";

export interface PolicyOutline extends ItemOutline {
  level: PolicyLevel;
}

export interface PolicyFilter {
  topic?: string | undefined;
  /** region with what lies in it */
  regions?: readonly string[] | undefined;
  kind?: PolicyKind | undefined;
  importance?: Importance | undefined;
  year?: number | undefined;
  body?: string | undefined;
}

/** Everything that the public site shows, newest first: what the desk kept and made public, reposts left out. */
export function getPublicPolicies(context: Context): Promise<PolicyOutline[]> {
  return context.cache.getLarge("public-policies", async () => {
    const knowledge = await getKnowledge(context);
    const outlines = await read(context.database, (transaction) => listOutlines(transaction, { members: false }));
    return outlines.map((outline) => ({ ...outline, level: levelOfItem(outline, knowledge) }));
  });
}

export function choosePolicies<Outline extends ItemOutline>(
  all: readonly Outline[],
  { topic, regions, kind, importance, year, body }: PolicyFilter,
): Outline[] {
  return all.filter(
    (item) =>
      (topic === undefined || item.topics.includes(topic)) &&
      (regions === undefined || item.regions.some((region) => regions.includes(region))) &&
      (kind === undefined || item.kind === kind) &&
      (importance === undefined || item.importance === importance) &&
      (year === undefined || yearOfPolicy(item) === year) &&
      (body === undefined || item.bodies.includes(body)),
  );
}

export function yearOfPolicy({ day }: Pick<PolicyOutline, "day">): number {
  return Number(day.slice(0, 4));
}

/** The policies with these ids, in that order. */
export async function getPolicies(context: Context, ids: readonly string[]): Promise<ItemSummary[]> {
  const items = await read(context.database, (transaction) => findItems(transaction, ids));
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What the desk says of these items, where it is approved. */
export function getApprovedClippings(
  context: Context,
  items: readonly string[],
  { members = false }: { members?: boolean } = {},
): Promise<ApprovedClipping[]> {
  return read(context.database, (transaction) => listApprovedClippings(transaction, { items, members }));
}
