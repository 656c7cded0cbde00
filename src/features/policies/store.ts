import { type RawBuilder, sql } from "kysely";
import { localizedFromJson } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { LinkReason } from "./classify/find-links.ts";
import type { ItemState, PolicyItem, PolicyTarget } from "./item.ts";
import { type ItemSummary, summaryColumns, toItem, toRow, toSummary } from "./item-row.ts";
import type { Importance, PolicyKind, PolicyLinkKind } from "./policy.ts";

export interface ItemFilter {
  /** false: public items only */
  members: boolean;
  states?: readonly ItemState[] | undefined;
  /** true: only the official original of those that say the same; false: only their reposts */
  originals?: boolean | undefined;
  topic?: string | undefined;
  /** region and what lies in it */
  regions?: readonly string[] | undefined;
  kind?: PolicyKind | undefined;
  importance?: Importance | undefined;
  source?: string | undefined;
  body?: string | undefined;
  /** YYYY-MM-DD, both included */
  from?: string | undefined;
  to?: string | undefined;
}

export interface ItemPage {
  items: ItemSummary[];
  total: number;
}

/** Newest first. */
export async function listItems(
  transaction: ReadTransaction,
  filter: ItemFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<ItemPage> {
  const { total } = await filterItems(transaction, filter)
    .select(sql<number>`count(*)::int`.as("total"))
    .executeTakeFirstOrThrow();
  const rows = await filterItems(transaction, filter)
    .select(summaryColumns)
    .orderBy("day", "desc")
    .orderBy("id")
    .offset(offset)
    .limit(limit)
    .execute();
  return { items: rows.map(toSummary), total };
}

function filterItems(transaction: ReadTransaction, filter: ItemFilter) {
  const { states, topic, regions, kind, importance, source, body, from, to } = filter;
  let query = transaction.selectFrom("policy_items");
  if (!filter.members) query = query.where("visibility", "=", "public");
  if (states) query = query.where("state", "in", states);
  if (filter.originals !== undefined) query = query.where("is_original", "=", filter.originals);
  if (topic) query = query.where(sql<boolean>`topic_ids @> ${[topic]}`);
  if (regions) query = query.where(sql<boolean>`region_ids && ${regions}`);
  if (kind) query = query.where("kind", "=", kind);
  if (importance) query = query.where(sql<boolean>`coalesce(importance, importance_proposed) = ${importance}`);
  if (source) query = query.where("source", "=", source);
  if (body) query = query.where(sql<boolean>`bodies @> ${[body]}`);
  if (from) query = query.where("day", ">=", from);
  if (to) query = query.where("day", "<=", to);
  return query;
}

export async function findItem(transaction: ReadTransaction, id: string): Promise<PolicyItem | null> {
  const row = await transaction.selectFrom("policy_items").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toItem(row) : null;
}

/** Waits for whoever changes the same item. */
export async function lockItem(transaction: WriteTransaction, id: string): Promise<PolicyItem | null> {
  const row = await transaction
    .selectFrom("policy_items")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toItem(row) : null;
}

export async function findItems(transaction: ReadTransaction, ids: readonly string[]): Promise<ItemSummary[]> {
  if (ids.length === 0) return [];
  const rows = await transaction.selectFrom("policy_items").select(summaryColumns).where("id", "in", ids).execute();
  return rows.map(toSummary);
}

/** What was read from this address before. */
export async function findItemOfUrl(transaction: ReadTransaction, url: string): Promise<PolicyItem | null> {
  const row = await transaction
    .selectFrom("policy_items")
    .selectAll()
    .where("url", "=", url)
    .where("origin", "<>", "programme")
    .executeTakeFirst();
  return row ? toItem(row) : null;
}

export async function saveItem(transaction: WriteTransaction, item: PolicyItem, now: Date): Promise<void> {
  const { id, found_at: _, ...columns } = toRow(item, now);
  await transaction
    .insertInto("policy_items")
    .values({ id, found_at: item.foundAt, ...columns })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
}

export interface ItemLink {
  item: string;
  kind: PolicyLinkKind;
  target: string;
  reasons: LinkReason[];
  state: "proposed" | "confirmed" | "rejected";
}

/** Links from the item and to it. */
export async function listLinks(transaction: ReadTransaction, id: string): Promise<ItemLink[]> {
  const rows = await transaction
    .selectFrom("item_links")
    .selectAll()
    .where((where) => where.or([where("item", "=", id), where("target", "=", id)]))
    .orderBy("kind")
    .orderBy("item")
    .orderBy("target")
    .execute();
  return rows.map((row) => ({
    item: row.item,
    kind: row.kind as PolicyLinkKind,
    target: row.target,
    reasons: row.reasons as unknown as LinkReason[],
    state: row.state,
  }));
}

/** A link that somebody has decided on stays as it is. */
export async function proposeLinks(transaction: WriteTransaction, links: readonly ItemLink[]): Promise<void> {
  if (links.length === 0) return;
  await transaction
    .insertInto("item_links")
    .values(links.map((link) => ({ ...link, reasons: JSON.stringify(link.reasons) })))
    .onConflict((conflict) =>
      conflict
        .columns(["item", "kind", "target"])
        .doUpdateSet((update) => ({ reasons: update.ref("excluded.reasons"), state: update.ref("excluded.state") }))
        .where("item_links.state", "=", "proposed"),
    )
    .execute();
}

export interface TargetFilter {
  members: boolean;
  item?: string | undefined;
  regions?: readonly string[] | undefined;
  states?: readonly PolicyTarget["state"][] | undefined;
}

/** By the year in which it is to be reached, then by item. */
export async function listTargets(transaction: ReadTransaction, filter: TargetFilter): Promise<PolicyTarget[]> {
  let query = transaction
    .selectFrom("item_targets")
    .innerJoin("policy_items", "policy_items.id", "item_targets.item")
    .selectAll("item_targets");
  if (!filter.members) query = query.where("policy_items.visibility", "=", "public");
  if (filter.item) query = query.where("item_targets.item", "=", filter.item);
  if (filter.regions) query = query.where("item_targets.region", "in", filter.regions);
  if (filter.states) query = query.where("item_targets.state", "in", filter.states);
  const rows = await query
    .orderBy("policy_items.day")
    .orderBy("item_targets.item")
    .orderBy("item_targets.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    item: row.item,
    sentence: row.sentence,
    place: row.place,
    region: row.region,
    indicator: row.indicator as PolicyTarget["indicator"],
    measure: row.measure as PolicyTarget["measure"],
    value: row.value,
    unit: row.unit as PolicyTarget["unit"],
    bound: row.bound as PolicyTarget["bound"],
    baseYear: row.base_year,
    targetYear: row.target_year,
    scope: row.scope === null ? null : localizedFromJson(row.scope),
    state: row.state,
    decidedBy: row.decided_by,
  }));
}

/** The item's proposals are those of its text now; what somebody decided on stays. */
export async function proposeTargets(
  transaction: WriteTransaction,
  item: string,
  targets: readonly PolicyTarget[],
): Promise<void> {
  await transaction.deleteFrom("item_targets").where("item", "=", item).where("state", "=", "proposed").execute();
  if (targets.length === 0) return;
  await transaction
    .insertInto("item_targets")
    .values(
      targets.map(({ baseYear, targetYear, decidedBy, scope, ...target }) => ({
        ...target,
        scope: scope === null ? null : JSON.stringify(scope),
        base_year: baseYear,
        target_year: targetYear,
        decided_by: decidedBy,
      })),
    )
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The programme's topics that each of these items is about. */
export function readTopicsOfItems(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  return readTopics(transaction, sql`SELECT id AS subject, topics FROM policy_items WHERE id = ANY(${[...ids]})`);
}

/** The programme's topics that the items of each of these targets are about. */
export function readTopicsOfTargets(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  return readTopics(
    transaction,
    sql`SELECT item_targets.id AS subject, topics FROM item_targets JOIN policy_items ON policy_items.id = item
      WHERE item_targets.id = ANY(${[...ids]})`,
  );
}

async function readTopics(transaction: ReadTransaction, subjects: RawBuilder<unknown>): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ subject: string; topics: string[] }>`
    SELECT subject, array_agg(DISTINCT policy_topics.topic) AS topics FROM (${subjects}) AS tagged
    CROSS JOIN LATERAL jsonb_array_elements(tagged.topics) AS tag
    JOIN policy_topics ON policy_topics.id = tag->>'id' AND tag->>'by' <> 'removed'
    WHERE policy_topics.topic IS NOT NULL GROUP BY subject`.execute(transaction);
  return new Map(rows.map(({ subject, topics }) => [subject, topics]));
}
