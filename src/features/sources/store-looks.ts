import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Look } from "./judge-health.ts";
import type { HealthState, ListEntry, SourceProblem } from "./source.ts";

/** How a source is, as it was judged at its last look. */
export interface SourceStatus {
  source: string;
  state: HealthState;
  since: Date;
  lastCheckedAt: Date | null;
  lastGoodAt: Date | null;
  lastFreshAt: Date | null;
  lastGoodSnapshot: string | null;
  failures: number;
  nextCheckAt: Date;
  etag: string | null;
  lastModified: string | null;
}

/** A look at a source, as its history shows it. */
export interface SourceCheck extends Look {
  id: number;
  source: string;
  fresh: number;
  snapshot: string | null;
  milliseconds: number;
}

export async function readStatuses(transaction: ReadTransaction, ids?: readonly string[]): Promise<SourceStatus[]> {
  let query = transaction.selectFrom("source_states").selectAll();
  if (ids) query = query.where("source", "in", [...ids, ""]);
  const rows = await query.execute();
  return rows.map((row) => ({
    source: row.source,
    state: row.state,
    since: row.since,
    lastCheckedAt: row.last_checked_at,
    lastGoodAt: row.last_good_at,
    lastFreshAt: row.last_fresh_at,
    lastGoodSnapshot: row.last_good_snapshot,
    failures: row.failures,
    nextCheckAt: row.next_check_at,
    etag: row.etag,
    lastModified: row.last_modified,
  }));
}

/** Sources that nobody looked at yet are due now. */
export async function startWatching(transaction: WriteTransaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .insertInto("source_states")
    .values(ids.map((source) => ({ source, state: "waiting" as const, since: now, next_check_at: now })))
    .onConflict((conflict) => conflict.column("source").doNothing())
    .execute();
}

/** Newest first. */
export async function readChecks(transaction: ReadTransaction, source: string, limit: number): Promise<SourceCheck[]> {
  const rows = await transaction
    .selectFrom("source_checks")
    .selectAll()
    .where("source", "=", source)
    .orderBy("checked_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toCheck);
}

/** Looks of all sources since a moment, oldest first. */
export async function readChecksSince(
  transaction: ReadTransaction,
  since: Date,
  until?: Date,
): Promise<Pick<SourceCheck, "source" | "at" | "outcome" | "listed" | "fresh">[]> {
  let query = transaction
    .selectFrom("source_checks")
    .select(["source", "checked_at as at", "outcome", "listed", "fresh"])
    .where("checked_at", ">=", since);
  if (until) query = query.where("checked_at", "<", until);
  return query.orderBy("checked_at").orderBy("id").execute();
}

function toCheck(row: {
  id: number;
  source: string;
  checked_at: Date;
  outcome: Look["outcome"];
  problem: unknown;
  listed: number;
  fresh: number;
  snapshot: string | null;
  milliseconds: number;
}): SourceCheck {
  return {
    id: row.id,
    source: row.source,
    at: row.checked_at,
    outcome: row.outcome,
    listed: row.listed,
    fresh: row.fresh,
    // Only insertCheck writes it.
    problem: row.problem as SourceProblem | null,
    snapshot: row.snapshot,
    milliseconds: row.milliseconds,
  };
}

export async function insertCheck(
  transaction: WriteTransaction,
  { problem, at, ...check }: Omit<SourceCheck, "id">,
): Promise<void> {
  await transaction
    .insertInto("source_checks")
    .values({ ...check, checked_at: at, problem: problem === null ? null : JSON.stringify(problem) })
    .execute();
}

export async function updateStatus(
  transaction: WriteTransaction,
  { source, state, since, ...status }: SourceStatus,
): Promise<void> {
  await transaction
    .updateTable("source_states")
    .set({
      state,
      since,
      last_checked_at: status.lastCheckedAt,
      last_good_at: status.lastGoodAt,
      last_fresh_at: status.lastFreshAt,
      last_good_snapshot: status.lastGoodSnapshot,
      failures: status.failures,
      next_check_at: status.nextCheckAt,
      etag: status.etag,
      last_modified: status.lastModified,
    })
    .where("source", "=", source)
    .execute();
}

/** Which of these addresses a source led to before. */
export async function findKnown(transaction: ReadTransaction, urls: readonly string[]): Promise<Set<string>> {
  const rows = await transaction
    .selectFrom("source_pages")
    .select("url")
    .where("url", "=", sql<string>`any(${[...urls]}::text[])`)
    .execute();
  return new Set(rows.map(({ url }) => url));
}

/** Adds addresses that no source led to before, and gives how many that were: nothing is ever found twice. */
export async function insertPages(
  transaction: WriteTransaction,
  source: string,
  entries: readonly ListEntry[],
  now: Date,
): Promise<number> {
  const rows = entries.map(({ url, title, published }) => ({ url, title, published }));
  const { numAffectedRows } = await sql`
    INSERT INTO source_pages (url, source, title, published, state, next_attempt_at, found_at)
    SELECT url, ${source}, nullif(title, ''), published, 'waiting', ${now}, ${now}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS entry(url text, title text, published date)
    ON CONFLICT (url) DO NOTHING`.execute(transaction);
  return Number(numAffectedRows ?? 0n);
}

/** After its declaration changed a source is read anew at the next round, whatever its server says of changes. */
export async function resetLook(transaction: WriteTransaction, source: string, now: Date): Promise<void> {
  await transaction
    .updateTable("source_states")
    .set({ etag: null, last_modified: null, next_check_at: now })
    .where("source", "=", source)
    .execute();
}

/** The last looks before a moment and the last that brought news, of each source. */
export async function readLooksBefore(
  transaction: ReadTransaction,
  before: Date,
  most: number,
): Promise<{ source: string; looks: Look[]; lastFreshAt: Date | null }[]> {
  const { rows } = await sql<{
    source: string;
    checked_at: Date;
    outcome: Look["outcome"];
    listed: number;
    problem: SourceProblem | null;
    last_fresh_at: Date | null;
  }>`
    SELECT source, checked_at, outcome, listed, problem, last_fresh_at
    FROM (
      SELECT *, row_number() OVER (PARTITION BY source ORDER BY checked_at DESC, id DESC) AS age,
        max(checked_at) FILTER (WHERE fresh > 0) OVER (PARTITION BY source) AS last_fresh_at
      FROM source_checks WHERE checked_at < ${before}
    ) looks
    WHERE age <= ${most} ORDER BY source, age`.execute(transaction);
  return [...Map.groupBy(rows, ({ source }) => source)].map(([source, own]) => ({
    source,
    looks: own.map(({ checked_at: at, outcome, listed, problem }) => ({ at, outcome, listed, problem })),
    lastFreshAt: own[0]?.last_fresh_at ?? null,
  }));
}

/** Articles by the source that led to them: all, those published in these days, and those of which no day is known; a year alone is none. */
export async function countPublished(
  transaction: ReadTransaction,
  { from, to }: { from: string; to: string },
): Promise<Map<string, { known: number; fresh: number; undated: number }>> {
  const { rows } = await sql<{ source: string; known: number; fresh: number; undated: number }>`
    SELECT source, count(*)::int AS known, count(*) FILTER (WHERE day BETWEEN ${from}::date AND ${to}::date)::int AS fresh,
      count(*) FILTER (WHERE day IS NULL)::int AS undated
    FROM (
      SELECT pages.source, CASE WHEN items.published ~ '^[0-9]{4}-[0-9]{2}' THEN items.day ELSE pages.published END AS day
      FROM source_pages pages LEFT JOIN policy_items items ON items.id = pages.item
    ) AS articles
    GROUP BY source`.execute(transaction);
  return new Map(rows.map(({ source, ...counts }) => [source, counts]));
}

/** States with what the desk was told last. */
export async function readAlerted(
  transaction: ReadTransaction,
): Promise<{ source: string; state: HealthState; since: Date; lastFreshAt: Date | null; alerted: string | null }[]> {
  return transaction
    .selectFrom("source_states")
    .select(["source", "state", "since", "last_fresh_at as lastFreshAt", "alerted_state as alerted"])
    .execute();
}

export async function setAlerted(transaction: WriteTransaction, source: string, state: HealthState): Promise<void> {
  await transaction.updateTable("source_states").set({ alerted_state: state }).where("source", "=", source).execute();
}
