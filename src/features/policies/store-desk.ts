import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import { type PolicyBlock, textOfBlocks } from "./blocks.ts";
import type { Tag } from "./item.ts";

export interface DeskCounts {
  found: number;
  kept: number;
  dropped: number;
  reposts: number;
}

export async function countByState(transaction: ReadTransaction): Promise<DeskCounts> {
  const row = await transaction
    .selectFrom("policy_items")
    .select([
      sql<number>`count(*) FILTER (WHERE state = 'found' AND is_original)::int`.as("found"),
      sql<number>`count(*) FILTER (WHERE state = 'kept' AND is_original)::int`.as("kept"),
      sql<number>`count(*) FILTER (WHERE state = 'dropped' AND is_original)::int`.as("dropped"),
      sql<number>`count(*) FILTER (WHERE NOT is_original)::int`.as("reposts"),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

/** What was found since that moment, by source; null for what no source found. The most first. */
export async function countFresh(
  transaction: ReadTransaction,
  since: Date,
): Promise<{ source: string | null; count: number }[]> {
  return transaction
    .selectFrom("policy_items")
    .select(["source", sql<number>`count(*)::int`.as("count")])
    .where("found_at", ">=", since)
    .where("origin", "<>", "programme")
    .groupBy("source")
    .orderBy("count", "desc")
    .orderBy("source")
    .execute();
}

export interface MonthProgress {
  /** YYYY-MM */
  month: string;
  found: number;
  kept: number;
  clippings: number;
  approved: number;
}

export async function measureMonth(transaction: ReadTransaction, month: string): Promise<MonthProgress> {
  const [items, clippings] = await Promise.all([
    transaction
      .selectFrom("policy_items")
      .select([
        sql<number>`count(*) FILTER (WHERE state = 'found')::int`.as("found"),
        sql<number>`count(*) FILTER (WHERE state = 'kept')::int`.as("kept"),
      ])
      .where("is_original", "=", true)
      .where(sql<boolean>`to_char(day, 'YYYY-MM') = ${month}`)
      .executeTakeFirstOrThrow(),
    transaction
      .selectFrom("clippings")
      .select([
        sql<number>`count(*)::int`.as("clippings"),
        sql<number>`count(*) FILTER (WHERE state = 'approved')::int`.as("approved"),
      ])
      .where("month", "=", month)
      .executeTakeFirstOrThrow(),
  ]);
  return { month, ...items, ...clippings };
}

/**
 * The month that the desk opens on: the newest, not later than `today`, in which an item that came to the desk waits for a decision or a clipping
 * for its approval; where none does, the newest that has anything. A folder of old texts that somebody loads is no month's news.
 */
export async function findDeskMonth(transaction: ReadTransaction, today: string): Promise<string | null> {
  const [items, clippings] = await Promise.all([
    transaction
      .selectFrom("policy_items")
      .select([
        sql<string | null>`to_char(max(day) FILTER (WHERE state = 'found'), 'YYYY-MM')`.as("waiting"),
        sql<string | null>`to_char(max(day), 'YYYY-MM')`.as("newest"),
      ])
      .where("is_original", "=", true)
      .where("origin", "<>", "folder")
      .where("day", "<=", today)
      .executeTakeFirstOrThrow(),
    transaction
      .selectFrom("clippings")
      .select(({ fn }) => fn.max("month").as("month"))
      .where("state", "<>", "approved")
      .executeTakeFirstOrThrow(),
  ]);
  const waiting = [items.waiting, clippings.month].flatMap((month) => month ?? []).sort();
  return waiting.at(-1) ?? items.newest;
}

/** Sources that need somebody to look, the longest in trouble first. */
export async function listTroubledSources(
  transaction: ReadTransaction,
): Promise<{ source: string; state: "failing" | "suspicious" }[]> {
  const rows = await transaction
    .selectFrom("source_states")
    .select(["source", "state"])
    .where("state", "in", ["failing", "suspicious"])
    .orderBy("since")
    .orderBy("source")
    .execute();
  return rows.flatMap(({ source, state }) =>
    state === "failing" || state === "suspicious" ? [{ source, state }] : [],
  );
}

/** When the item last changed: what a form was made from. */
export async function findStamp(transaction: ReadTransaction, id: string): Promise<string | null> {
  const row = await transaction.selectFrom("policy_items").select("updated_at").where("id", "=", id).executeTakeFirst();
  return row ? new Date(row.updated_at).toISOString() : null;
}

/** What has been written of an item for the bulletin of a month. */
export interface ItemClipping {
  state: "draft" | "submitted" | "approved";
  /** YYYY-MM */
  month: string | null;
}

export async function findItemClipping(transaction: ReadTransaction, id: string): Promise<ItemClipping | null> {
  const row = await transaction
    .selectFrom("clippings")
    .select(["state", "month"])
    .where("item", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Others that say the same as this one. */
export async function listGroup(transaction: ReadTransaction, id: string, group: string | null): Promise<string[]> {
  const rows = await transaction
    .selectFrom("policy_items")
    .select("id")
    .where("group_head", "=", group ?? id)
    .where("id", "<>", id)
    .orderBy("day")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

export interface RuleText {
  id: string;
  topics: string[];
  title: string;
  text: string;
}

/** The newest texts, for trying a rule on. Items of the programme's list have their own topics. */
export async function listTextsForRules(transaction: ReadTransaction, most: number): Promise<RuleText[]> {
  const rows = await transaction
    .selectFrom("policy_items")
    .select(["id", "topics", "title", "language", "blocks"])
    .where("origin", "<>", "programme")
    .orderBy("day", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(({ id, topics, title, language, blocks }) => ({
    id,
    // What a person said, or what follows from the kind, no word of a rule changes.
    topics: (topics as unknown as Tag[]).filter(isByWords).map((tag) => tag.id),
    title: (title as Record<string, string | undefined>)[language] ?? "",
    text: textOfBlocks(blocks as unknown as PolicyBlock[]),
  }));
}

function isByWords({ by, reasons }: Tag): boolean {
  return by === "rule" && reasons.some(({ rule }) => rule !== "kind");
}
