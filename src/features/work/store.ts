import { type RawBuilder, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { isRecordKindId } from "../../records/kind.ts";
import { entryStates, type VersionAction } from "../records/record.ts";
import type { Share, WorkChange, WorkComment } from "./work.ts";

/** Whose news it is: records of these organisations (null: all) that the actor may see, by others than the actor. */
export interface NewsScope {
  userId: string;
  organisations: readonly string[] | null;
  /** over the columns of `records` */
  visible: RawBuilder<boolean>;
  since: Date;
}

export async function findComments(
  transaction: ReadTransaction,
  scope: NewsScope,
  limit: number,
): Promise<Share<WorkComment>> {
  const rows = await transaction
    .selectFrom("comments")
    .innerJoin(concerning(scope).as("records"), (join) =>
      join.onRef("records.kind", "=", "comments.kind").onRef("records.id", "=", "comments.record"),
    )
    .select(["comments.id", "comments.kind", "comments.record", "comments.organisation", "comments.language"])
    .select(["comments.body", "comments.at", "title_ja", "title_zh", "title_en"])
    .select(sql<number>`count(*) OVER ()::int`.as("total"))
    .where("comments.at", ">", scope.since)
    .where("comments.author", "<>", scope.userId)
    .where("comments.removed_at", "is", null)
    .orderBy("comments.id", "desc")
    .limit(limit)
    .execute();
  const items = rows.flatMap(({ kind, ...row }) =>
    isRecordKindId(kind) ? [{ ...row, kind, title: localizedFromRow(row, "title") }] : [],
  );
  return { items, total: rows[0]?.total ?? 0 };
}

/** New versions of records, and what others did to entries that are the actor's to work on; newest first. */
export async function findChanges(
  transaction: ReadTransaction,
  scope: NewsScope,
  editable: RawBuilder<boolean>,
  limit: number,
): Promise<Share<WorkChange>> {
  const { rows } = await sql<ChangeRow>`
    WITH news AS (
      SELECT versions.kind, versions.record, records.title_ja, records.title_zh, records.title_en, versions.at,
        versions.version, versions.action, versions.reason, NULL AS entry, NULL AS state
      FROM record_versions versions
      JOIN ${concerning(scope).as("records")} ON records.kind = versions.kind AND records.id = versions.record
      WHERE versions.at > ${scope.since} AND versions.action <> 'loaded'
        AND versions.author IS DISTINCT FROM ${scope.userId} AND versions.approved_by IS DISTINCT FROM ${scope.userId}
      UNION ALL
      SELECT kind, record, title_ja, title_zh, title_en, changed_at, NULL, NULL, NULL, id::text, state
      FROM entries
      WHERE ${editable} AND changed_at > ${scope.since} AND state IN ('submitted', 'returned', 'approved')
        AND coalesce(CASE WHEN state = 'submitted' THEN edited_by ELSE decided_by END, '') <> ${scope.userId}
    )
    SELECT *, count(*) OVER ()::int AS total FROM news ORDER BY at DESC, kind, record LIMIT ${limit}`.execute(
    transaction,
  );
  return { items: rows.flatMap(toChange), total: rows[0]?.total ?? 0 };
}

interface ChangeRow {
  kind: string;
  record: string;
  title_ja: string | null;
  title_zh: string | null;
  title_en: string | null;
  at: Date;
  version: number | null;
  action: string | null;
  reason: string | null;
  entry: string | null;
  state: string | null;
  total: number;
}

const actions: readonly VersionAction[] = ["created", "corrected", "restored", "removed"];

function toChange(row: ChangeRow): WorkChange[] {
  const { kind, record, at, version, reason, entry } = row;
  if (!isRecordKindId(kind)) return [];
  const base = { kind, record, at, title: localizedFromRow(row, "title") };
  const action = actions.find((candidate) => candidate === row.action);
  const state = entryStates.find((candidate) => candidate === row.state);
  if (version !== null && action) return [{ ...base, what: { version, action, reason } }];
  return entry !== null && state ? [{ ...base, what: { entry, state } }] : [];
}

function concerning({ organisations, visible }: NewsScope) {
  const own = [...(organisations ?? [])];
  const concerns = organisations === null ? sql`true` : sql`(sides && ${own}::text[] OR owner = ANY(${own}))`;
  return sql<{
    kind: string;
    id: string;
    title_ja: string | null;
    title_zh: string | null;
    title_en: string | null;
  }>`(SELECT kind, id, title_ja, title_zh, title_en FROM records WHERE ${concerns} AND ${visible})`;
}

export async function findProposedYears(transaction: ReadTransaction): Promise<number[]> {
  const rows = await transaction
    .selectFrom("year_states")
    .select("fiscal_year")
    .where("state", "=", "proposed")
    .orderBy("fiscal_year")
    .execute();
  return rows.map((row) => row.fiscal_year);
}

export async function findSeenUntil(transaction: ReadTransaction, userId: string): Promise<Date | null> {
  const row = await transaction
    .selectFrom("profiles")
    .select("seen_until")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row?.seen_until ?? null;
}

/** Never back: a page that was open for a day must not bring old news up again. */
export async function markSeen(transaction: WriteTransaction, userId: string, until: Date): Promise<void> {
  await transaction
    .updateTable("profiles")
    .set({ seen_until: sql`greatest(seen_until, ${until}::timestamptz)` })
    .where("user_id", "=", userId)
    .execute();
}

export async function markDigest(transaction: WriteTransaction, userId: string, now: Date): Promise<void> {
  await transaction.updateTable("profiles").set({ digest_sent_at: now }).where("user_id", "=", userId).execute();
}
