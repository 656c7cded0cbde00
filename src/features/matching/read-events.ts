import type { ReadTransaction } from "../../db/transaction.ts";
import type { NeedEvent } from "../needs/need.ts";
import { toNeedEvent } from "../needs/rows.ts";

/** What happened to these needs, oldest first. */
export async function readEventsOf(transaction: ReadTransaction, needs: readonly string[]): Promise<NeedEvent[]> {
  if (needs.length === 0) return [];
  const rows = await transaction
    .selectFrom("need_events")
    .selectAll()
    .where("need", "in", needs)
    .orderBy("id")
    .execute();
  return rows.map(toNeedEvent);
}
