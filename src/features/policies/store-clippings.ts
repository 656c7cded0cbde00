import type { Localized } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";

/** What the bulletin says of an item, as approved. */
export interface ApprovedClipping {
  item: string;
  /** YYYY-MM */
  month: string;
  title: Localized;
  summary: Localized;
  why: Localized;
  /** the month's bulletin may be read by the same reader */
  isPublished: boolean;
}

/** Newest month first. */
export async function listApprovedClippings(
  transaction: ReadTransaction,
  { items, members }: { items: readonly string[]; members: boolean },
): Promise<ApprovedClipping[]> {
  if (items.length === 0) return [];
  const rows = await transaction
    .selectFrom("clippings")
    .select(["item", "month", "title", "summary", "why"])
    .where("state", "=", "approved")
    .where("item", "in", items)
    .orderBy("month", "desc")
    .orderBy("item")
    .execute();
  const months = new Set(await listBulletinMonths(transaction, members));
  return rows.map(({ item, month, title, summary, why }) => ({
    ...{ item, month },
    title: title as Localized,
    summary: summary as Localized,
    why: why as Localized,
    isPublished: months.has(month),
  }));
}

async function listBulletinMonths(transaction: ReadTransaction, members: boolean): Promise<string[]> {
  let query = transaction.selectFrom("bulletins").select("month").distinct();
  if (!members) query = query.where("visibility", "=", "public");
  return (await query.execute()).map(({ month }) => month);
}
