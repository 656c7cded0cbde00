import { type Selectable, sql } from "kysely";
import type { Bulletins } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { orderKeys } from "../library/document.ts";
import type { ApprovedBulletin, BulletinContent, BulletinSummary } from "./bulletin.ts";

const summaryColumns = [
  "month",
  "number",
  "visibility",
  "pages",
  "note",
  "approved_by",
  "approved_at",
  "files",
] as const;

/** Newest month first, in it the newest number. */
export async function listBulletins(
  transaction: ReadTransaction,
  { members, month }: { members: boolean; month?: string },
): Promise<BulletinSummary[]> {
  let query = transaction.selectFrom("bulletins").select(summaryColumns);
  if (!members) query = query.where("visibility", "=", "public");
  if (month !== undefined) query = query.where("month", "=", month);
  return (await query.orderBy("month", "desc").orderBy("number", "desc").execute()).map(toSummary);
}

/** `number` undefined: the newest that the reader may see. */
export async function findBulletin(
  transaction: ReadTransaction,
  { month, number, members }: { month: string; number?: number | undefined; members: boolean },
): Promise<ApprovedBulletin | null> {
  let query = transaction.selectFrom("bulletins").selectAll().where("month", "=", month);
  if (!members) query = query.where("visibility", "=", "public");
  if (number !== undefined) query = query.where("number", "=", number);
  const row = await query.orderBy("number", "desc").limit(1).executeTakeFirst();
  return row ? { ...toSummary(row), content: orderKeys(row.content as unknown as BulletinContent) } : null;
}

/** A number as a follower hears of it: what it speaks of, without its words. */
export interface IssuedNumber extends Pick<BulletinSummary, "month" | "number" | "visibility" | "pages"> {
  at: Date;
  entries: { regions: string[]; topics: string[] }[];
}

/** Numbers approved since then, newest first. */
export async function listIssuedSince(transaction: ReadTransaction, since: Date): Promise<IssuedNumber[]> {
  const { rows } = await sql<Omit<IssuedNumber, "at"> & { at: Date }>`
    SELECT month, number, visibility, pages, approved_at AS at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('regions', entry -> 'regionIds', 'topics', entry -> 'topicIds')), '[]')
        FROM jsonb_array_elements(content -> 'entries') AS entry) AS entries
    FROM bulletins WHERE approved_at > ${since} ORDER BY approved_at DESC, month, number DESC`.execute(transaction);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}

/** What the next number of the month is; whoever approves at the same time meets the primary key. */
export async function nextNumber(transaction: ReadTransaction, month: string): Promise<number> {
  const row = await transaction
    .selectFrom("bulletins")
    .select(({ fn }) => fn.max("number").as("newest"))
    .where("month", "=", month)
    .executeTakeFirst();
  return Number(row?.newest ?? 0) + 1;
}

/** False where that number was approved meanwhile. */
export async function insertBulletin(transaction: WriteTransaction, bulletin: ApprovedBulletin): Promise<boolean> {
  const row = await transaction
    .insertInto("bulletins")
    .values({
      month: bulletin.month,
      number: bulletin.number,
      visibility: bulletin.visibility,
      content: JSON.stringify(bulletin.content),
      files: JSON.stringify(bulletin.files),
      pages: bulletin.pages,
      note: bulletin.note,
      approved_by: bulletin.approvedBy,
      approved_at: bulletin.approvedAt,
    })
    .onConflict((conflict) => conflict.columns(["month", "number"]).doNothing())
    .returning("number")
    .executeTakeFirst();
  return row !== undefined;
}

type SummaryRow = Pick<Selectable<Bulletins>, (typeof summaryColumns)[number]>;

function toSummary(row: SummaryRow): BulletinSummary {
  return {
    month: row.month,
    number: row.number,
    visibility: row.visibility,
    pages: row.pages,
    note: row.note,
    approvedBy: row.approved_by,
    approvedAt: new Date(row.approved_at),
    files: row.files as unknown as Record<string, string>,
  };
}
