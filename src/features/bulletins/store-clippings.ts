import { type Selectable, sql } from "kysely";
import { type Localized, localizedFromJson } from "../../core/localized.ts";
import type { Clippings } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Clipping } from "./clipping.ts";

export async function findClipping(transaction: ReadTransaction, item: string): Promise<Clipping | null> {
  const row = await transaction.selectFrom("clippings").selectAll().where("item", "=", item).executeTakeFirst();
  return row ? toClipping(row) : null;
}

/** Waits for whoever changes the same clipping. */
export async function lockClipping(transaction: WriteTransaction, item: string): Promise<Clipping | null> {
  const row = await transaction
    .selectFrom("clippings")
    .selectAll()
    .where("item", "=", item)
    .forUpdate()
    .executeTakeFirst();
  return row ? toClipping(row) : null;
}

export async function saveClipping(transaction: WriteTransaction, clipping: Clipping): Promise<void> {
  const row = {
    month: clipping.month,
    title: JSON.stringify(clipping.title),
    summary: JSON.stringify(clipping.summary),
    why: JSON.stringify(clipping.why),
    state: clipping.state,
    note: clipping.note,
    version: clipping.version,
    written_by: clipping.writtenBy,
    written_at: clipping.writtenAt,
    approved_by: clipping.approvedBy,
    approved_at: clipping.approvedAt,
  };
  await transaction
    .insertInto("clippings")
    .values({ item: clipping.item, ...row })
    .onConflict((conflict) => conflict.column("item").doUpdateSet(row))
    .execute();
}

/** Of a month; dropped items are no part of it any more. */
export async function listMonthClippings(
  transaction: ReadTransaction,
  month: string,
  { members, approved }: { members: boolean; approved: boolean },
): Promise<Clipping[]> {
  let query = transaction
    .selectFrom("clippings")
    .innerJoin("policy_items", "policy_items.id", "clippings.item")
    .selectAll("clippings")
    .where("clippings.month", "=", month)
    .where("policy_items.state", "<>", "dropped");
  if (!members) query = query.where("policy_items.visibility", "=", "public");
  if (approved) query = query.where("clippings.state", "=", "approved");
  return (await query.orderBy("clippings.item").execute()).map(toClipping);
}

/** What of a month is there: items by when they were published, clippings by the bulletin that they stand in. */
export interface MonthTally {
  month: string;
  found: number;
  kept: number;
  draft: number;
  submitted: number;
  approved: number;
  /** approved ones of public items */
  approvedPublic: number;
}

/** Newest first. Nothing is told of months in which neither anything was published nor clipped. */
export async function tallyMonths(transaction: ReadTransaction): Promise<MonthTally[]> {
  const { rows } = await sql<MonthTally>`
    SELECT month, sum(found)::int AS found, sum(kept)::int AS kept, sum(draft)::int AS draft,
      sum(submitted)::int AS submitted, sum(approved)::int AS approved, sum("approvedPublic")::int AS "approvedPublic"
    FROM (
      SELECT to_char(day, 'YYYY-MM') AS month, count(*) FILTER (WHERE state <> 'dropped') AS found,
        count(*) FILTER (WHERE state = 'kept' AND is_original) AS kept,
        0 AS draft, 0 AS submitted, 0 AS approved, 0 AS "approvedPublic"
      FROM policy_items GROUP BY 1
      UNION ALL
      SELECT month, 0, 0, count(*) FILTER (WHERE clippings.state = 'draft'),
        count(*) FILTER (WHERE clippings.state = 'submitted'), count(*) FILTER (WHERE clippings.state = 'approved'),
        count(*) FILTER (WHERE clippings.state = 'approved' AND visibility = 'public')
      FROM clippings JOIN policy_items ON policy_items.id = item
      WHERE policy_items.state <> 'dropped' AND month IS NOT NULL GROUP BY month
    ) AS counted
    GROUP BY month ORDER BY month DESC`.execute(transaction);
  return rows;
}

/** Kept items published in the month of which nobody has written anything. */
export async function listUnclipped(
  transaction: ReadTransaction,
  month: string,
): Promise<{ id: string; title: Localized; day: string }[]> {
  const rows = await transaction
    .selectFrom("policy_items")
    .leftJoin("clippings", "clippings.item", "policy_items.id")
    .select(["policy_items.id", "policy_items.title", "policy_items.day"])
    .where(sql<boolean>`to_char(policy_items.day, 'YYYY-MM') = ${month}`)
    .where("policy_items.state", "=", "kept")
    .where("policy_items.is_original", "=", true)
    .where("clippings.item", "is", null)
    .orderBy("policy_items.day")
    .orderBy("policy_items.id")
    .execute();
  return rows.map(({ id, title, day }) => ({ id, day, title: localizedFromJson(title) }));
}

function toClipping(row: Selectable<Clippings>): Clipping {
  return {
    item: row.item,
    month: row.month,
    title: localizedFromJson(row.title),
    summary: localizedFromJson(row.summary),
    why: localizedFromJson(row.why),
    state: row.state,
    note: row.note,
    version: row.version,
    writtenBy: row.written_by,
    writtenAt: new Date(row.written_at),
    approvedBy: row.approved_by,
    approvedAt: row.approved_at === null ? null : new Date(row.approved_at),
  };
}
