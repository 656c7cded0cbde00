import { sql } from "kysely";
import type { Localized } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";

export type FollowNewsKind = "policy" | "clipping" | "target";

/** Something that a follower may want to hear of. */
export interface FollowNews {
  kind: FollowNewsKind;
  /** `policy/…`, `clipping/…`, `target/…`: told once */
  subject: string;
  /** id of the policy item */
  item: string;
  title: Localized;
  regions: string[];
  topics: string[];
  /** EDTF, of the policy */
  published: string | null;
  /** of a clipping, the month of its bulletin */
  month: string | null;
  isPublic: boolean;
  at: Date;
}

/** Kept items, approved clippings and confirmed targets since then; newest first. */
export async function findNewsSince(transaction: ReadTransaction, since: Date, most = 5_000): Promise<FollowNews[]> {
  const { rows } = await sql<NewsRow>`
    SELECT news.*, items.title AS item_title, items.region_ids, items.topic_ids, items.published, items.visibility
    FROM (
      SELECT 'policy' AS kind, id AS subject, id AS item, NULL::jsonb AS title, NULL AS month,
        coalesce(decided_at, found_at) AS at
      FROM policy_items WHERE coalesce(decided_at, found_at) > ${since}
      UNION ALL
      SELECT 'clipping', item, item, title, month, approved_at FROM clippings
      WHERE state = 'approved' AND approved_at > ${since}
      UNION ALL
      SELECT 'target', id, item, NULL, NULL, decided_at FROM item_targets
      WHERE state = 'confirmed' AND decided_at > ${since}
    ) AS news
    JOIN policy_items items ON items.id = news.item
    WHERE items.state = 'kept' AND items.is_original
    ORDER BY at DESC, kind, subject LIMIT ${most}`.execute(transaction);
  return rows.map((row) => ({
    kind: row.kind,
    subject: `${row.kind}/${row.subject}`,
    item: row.item,
    title: row.title ?? row.item_title,
    regions: row.region_ids,
    topics: row.topic_ids,
    published: row.published,
    month: row.month,
    isPublic: row.visibility === "public",
    at: new Date(row.at),
  }));
}

interface NewsRow {
  kind: FollowNewsKind;
  subject: string;
  item: string;
  title: Localized | null;
  month: string | null;
  at: Date;
  item_title: Localized;
  region_ids: string[];
  topic_ids: string[];
  published: string | null;
  visibility: "public" | "members";
}
