import { type SqlBool, sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKind } from "../../records/kind.ts";
import { readContents } from "../../records/tables.ts";
import { type Standing, visibleTo } from "../records/access.ts";
import { type EntryState, openStates, type RecordScope, type Visibility } from "../records/record.ts";

/** A record as far as an import has to know it. */
export interface KnownRecord extends RecordScope {
  id: string;
  version: number;
  fiscalYear: number | null;
  removed: boolean;
}

/** What somebody of the owner is entering for a record. */
export interface OpenEntry {
  id: string;
  record: string;
  owner: string;
  state: EntryState;
  revision: number;
  visibility: Visibility;
  fiscalYear: number | null;
  content: RecordContent;
}

export interface RecordChoice {
  ids?: readonly string[];
  owner?: string;
  fiscalYear?: number;
  limit: number;
}

/** Records of a kind that the actor may see. */
export async function readRecords(
  transaction: ReadTransaction,
  kind: RecordKind,
  standing: Standing,
  { ids, owner, fiscalYear, limit }: RecordChoice,
): Promise<KnownRecord[]> {
  let query = transaction
    .selectFrom("records")
    .select(["id", "version", "visibility", "owner", "sides", "platform", "fiscal_year", "removed"])
    .where("kind", "=", kind.id)
    .where(visibleTo(standing));
  if (ids) query = query.where(sql<SqlBool>`id = ANY(${[...ids]})`);
  if (owner !== undefined) query = query.where("owner", "=", owner);
  if (fiscalYear !== undefined) query = query.where("fiscal_year", "=", fiscalYear);
  const rows = await query.orderBy(sql`date_from NULLS LAST`).orderBy("id").limit(limit).execute();
  return rows.map(({ fiscal_year, ...row }) => ({ ...row, kind: kind.id, fiscalYear: fiscal_year }));
}

/** Keys of the kind that are in use, also by records that the actor may not see and by entries of others. */
export async function readUsedIds(
  transaction: ReadTransaction,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM records WHERE kind = ${kind.id} AND id = ANY(${[...ids]})
    UNION SELECT record FROM entries WHERE kind = ${kind.id} AND record = ANY(${[...ids]})`.execute(transaction);
  return new Set(rows.map(({ id }) => id));
}

/** Newest approved contents by id, in two questions however many they are. */
export async function readApprovedContents(
  transaction: ReadTransaction,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, RecordContent>> {
  const { rows } = await sql<{ record: string; content: RecordContent }>`
    SELECT v.record, v.content FROM record_versions v
    JOIN records r ON r.kind = v.kind AND r.id = v.record AND r.version = v.version
    WHERE v.kind = ${kind.id} AND v.record = ANY(${[...ids]})`.execute(transaction);
  const contents = new Map(rows.map(({ record, content }) => [record, content]));
  const loaded = await readContents(
    transaction,
    kind,
    ids.filter((id) => !contents.has(id)),
  );
  for (const [id, content] of loaded) contents.set(id, content);
  return contents;
}

export async function readOpenEntries(
  transaction: ReadTransaction,
  kind: RecordKind,
  owners: readonly string[],
): Promise<OpenEntry[]> {
  const { rows } = await sql<OpenEntry>`
    SELECT id, record, owner, state, revision, visibility, fiscal_year AS "fiscalYear", content FROM entries
    WHERE kind = ${kind.id} AND owner = ANY(${[...owners]}) AND state = ANY(${[...openStates]}) AND NOT removal
    ORDER BY created_at, id`.execute(transaction);
  return rows;
}

export async function readClosedYears(transaction: ReadTransaction): Promise<Set<number>> {
  const rows = await transaction
    .selectFrom("year_states")
    .select("fiscal_year")
    .where("state", "=", "closed")
    .execute();
  return new Set(rows.map(({ fiscal_year }) => fiscal_year));
}
