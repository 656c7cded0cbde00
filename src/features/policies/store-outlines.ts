import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { ItemPlace, ItemReference } from "./item.ts";
import type { Importance, PolicyKind } from "./policy.ts";

/** What lists are chosen and counted by. */
export interface ItemOutline {
  id: string;
  day: string;
  /** EDTF */
  published: string | null;
  kind: PolicyKind | null;
  importance: Importance;
  topics: string[];
  regions: string[];
  bodies: string[];
  visibility: "public" | "members";
  place: ItemPlace | null;
  /** how the facts of the programme’s own list were checked; null of what the desk fetched or entered */
  checked: ItemReference["checked"] | null;
}

/** What the desk kept, newest first, reposts left out: all of it for members, what is public for everybody. */
export async function listOutlines(
  transaction: ReadTransaction,
  { members }: { members: boolean },
): Promise<ItemOutline[]> {
  let query = transaction
    .selectFrom("policy_items")
    .select(["id", "day", "published", "kind", "topic_ids", "region_ids", "bodies", "visibility", "place"])
    .select(sql<Importance>`coalesce(importance, importance_proposed)`.as("importance"))
    .select(sql<ItemReference["checked"] | null>`reference ->> 'checked'`.as("checked"))
    .where("state", "=", "kept")
    .where("is_original", "=", true);
  if (!members) query = query.where("visibility", "=", "public");
  const rows = await query.orderBy("day", "desc").orderBy("id").execute();
  return rows.map(({ topic_ids, region_ids, kind, place, ...row }) => ({
    ...row,
    kind: kind as PolicyKind | null,
    topics: topic_ids,
    regions: region_ids,
    place: place as unknown as ItemPlace | null,
  }));
}
