import { type Localized, localizedFromJson } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";

/** What the bulletin says of an item, as approved. */
export interface ApprovedClipping {
  item: string;
  /** YYYY-MM; null where the day of publication is not known to the month */
  month: string | null;
  title: Localized;
  summary: Localized;
  why: Localized;
  /** month of the bulletin, where there is one that the same reader may read */
  bulletin: string | null;
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
    .orderBy("month", (order) => order.desc().nullsLast())
    .orderBy("item")
    .execute();
  const months = new Set(await listBulletinMonths(transaction, members));
  return rows.map(({ item, month, title, summary, why }) => ({
    ...{ item, month },
    title: localizedFromJson(title),
    summary: localizedFromJson(summary),
    why: localizedFromJson(why),
    bulletin: month !== null && months.has(month) ? month : null,
  }));
}

async function listBulletinMonths(transaction: ReadTransaction, members: boolean): Promise<string[]> {
  let query = transaction.selectFrom("bulletins").select("month").distinct();
  if (!members) query = query.where("visibility", "=", "public");
  return (await query.execute()).map(({ month }) => month);
}
