import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { SourceProblem } from "./source.ts";

export type PageState = "waiting" | "fetched" | "understood" | "failed" | "refused";

/** An address of an article that a source led to. */
export interface SourcePage {
  url: string;
  source: string;
  title: string | null;
  published: string | null;
  state: PageState;
  attempts: number;
  nextAttemptAt: Date;
  problem: SourceProblem | null;
  snapshot: string | null;
  item: string | null;
  foundAt: Date;
}

/** A kept answer. */
export interface Snapshot {
  id: string;
  source: string;
  url: string;
  finalUrl: string;
  status: number;
  headers: Record<string, string>;
  sha256: string;
  size: number;
  mediaType: string;
  charset: string | null;
  charsetBy: "header" | "meta" | "bom" | "detection" | null;
  fetchedAt: Date;
}

/** Pages to be fetched or understood now, those that were found first at the front. */
export async function readDuePages(
  transaction: ReadTransaction,
  sources: readonly string[],
  now: Date,
  limit: number,
): Promise<SourcePage[]> {
  const rows = await transaction
    .selectFrom("source_pages")
    .selectAll()
    .where("state", "in", ["waiting", "fetched"])
    .where("next_attempt_at", "<=", now)
    .where("source", "=", sql<string>`any(${[...sources]}::text[])`)
    .orderBy("found_at")
    .orderBy("url")
    .limit(limit)
    .execute();
  return rows.map(toPage);
}

/** Newest first. */
export async function readPagesOf(transaction: ReadTransaction, source: string, limit: number): Promise<SourcePage[]> {
  const rows = await transaction
    .selectFrom("source_pages")
    .selectAll()
    .where("source", "=", source)
    .orderBy(sql`coalesce(published, found_at::date)`, "desc")
    .orderBy("url")
    .limit(limit)
    .execute();
  return rows.map(toPage);
}

export async function findPage(transaction: ReadTransaction, url: string): Promise<SourcePage | null> {
  const row = await transaction.selectFrom("source_pages").selectAll().where("url", "=", url).executeTakeFirst();
  return row ? toPage(row) : null;
}

function toPage(row: {
  url: string;
  source: string;
  title: string | null;
  published: string | null;
  state: PageState;
  attempts: number;
  next_attempt_at: Date;
  problem: unknown;
  snapshot: string | null;
  item: string | null;
  found_at: Date;
}): SourcePage {
  const { url, source, title, published, state, attempts, snapshot, item } = row;
  return {
    ...{ url, source, title, published, state, attempts, snapshot, item },
    nextAttemptAt: row.next_attempt_at,
    // Only updatePage writes it.
    problem: row.problem as SourceProblem | null,
    foundAt: row.found_at,
  };
}

export async function updatePage(
  transaction: WriteTransaction,
  url: string,
  change: Partial<Pick<SourcePage, "state" | "attempts" | "nextAttemptAt" | "problem" | "snapshot" | "item">> & {
    etag?: string | null;
    lastModified?: string | null;
  },
): Promise<void> {
  const { nextAttemptAt, problem, lastModified, ...rest } = change;
  await transaction
    .updateTable("source_pages")
    .set({
      ...rest,
      ...(nextAttemptAt && { next_attempt_at: nextAttemptAt }),
      ...(problem !== undefined && { problem: problem === null ? null : JSON.stringify(problem) }),
      ...(lastModified !== undefined && { last_modified: lastModified }),
    })
    .where("url", "=", url)
    .execute();
}

/** The newest snapshot of an address, to see whether what came now is the same. */
export async function findNewestSnapshot(transaction: ReadTransaction, url: string): Promise<Snapshot | null> {
  const row = await transaction
    .selectFrom("source_snapshots")
    .selectAll()
    .where("url", "=", url)
    .orderBy("fetched_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toSnapshot(row) : null;
}

export async function findSnapshot(transaction: ReadTransaction, id: string): Promise<Snapshot | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await transaction.selectFrom("source_snapshots").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toSnapshot(row) : null;
}

function toSnapshot(row: {
  id: string;
  source: string;
  url: string;
  final_url: string;
  status: number;
  headers: unknown;
  sha256: string;
  size: number;
  media_type: string;
  charset: string | null;
  charset_by: Snapshot["charsetBy"];
  fetched_at: Date;
}): Snapshot {
  return {
    id: row.id,
    source: row.source,
    url: row.url,
    finalUrl: row.final_url,
    status: row.status,
    // Only insertSnapshot writes it.
    headers: row.headers as Record<string, string>,
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    charset: row.charset,
    charsetBy: row.charset_by,
    fetchedAt: row.fetched_at,
  };
}

export async function insertSnapshot(
  transaction: WriteTransaction,
  { finalUrl, mediaType, charsetBy, fetchedAt, headers, ...snapshot }: Omit<Snapshot, "id">,
): Promise<string> {
  const { id } = await transaction
    .insertInto("source_snapshots")
    .values({
      ...snapshot,
      headers: JSON.stringify(headers),
      final_url: finalUrl,
      media_type: mediaType,
      charset_by: charsetBy,
      fetched_at: fetchedAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
