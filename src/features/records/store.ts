import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { Entries, Records, RecordVersions } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import type { Platform } from "../accounts/roles.ts";
import type { Entry, EntryState, RecordSummary, RecordVersion, Visibility } from "./record.ts";

export async function findRecord(
  transaction: ReadTransaction,
  kind: RecordKindId,
  id: string,
): Promise<RecordSummary | null> {
  const row = await transaction
    .selectFrom("records")
    .selectAll()
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? toSummary(row) : null;
}

export interface RecordFilter {
  kind?: RecordKindId | undefined;
  /** only records that concern one of these organisations */
  organisations?: readonly string[] | undefined;
  fiscalYear?: number | undefined;
  /** part of a title, in any language */
  text?: string | undefined;
  unpublished?: boolean | undefined;
  /** removed records as well */
  removed?: boolean | undefined;
}

export async function listRecords(
  transaction: ReadTransaction,
  filter: RecordFilter,
  visible: RawBuilder<boolean>,
  page: { limit: number; offset: number },
): Promise<{ records: RecordSummary[]; total: number }> {
  let query = transaction.selectFrom("records").where(visible);
  if (!filter.removed) query = query.where("removed", "=", false);
  if (filter.kind) query = query.where("kind", "=", filter.kind);
  if (filter.fiscalYear !== undefined) query = query.where("fiscal_year", "=", filter.fiscalYear);
  if (filter.unpublished) query = query.where(sql<SqlBool>`published_version IS DISTINCT FROM version`);
  if (filter.organisations)
    query = query.where(
      sql<SqlBool>`(owner = ANY(${[...filter.organisations]}) OR sides && ${[...filter.organisations]}::text[])`,
    );
  if (filter.text) {
    const pattern = `%${filter.text.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(sql<SqlBool>`concat_ws(' ', id, title_ja, title_zh, title_en) ILIKE ${pattern}`);
  }
  const { total } = await query.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy(sql`date_from DESC NULLS LAST`)
    .orderBy("id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { records: rows.map(toSummary), total };
}

export async function insertRecords(
  transaction: WriteTransaction,
  records: readonly (Omit<RecordSummary, "changedAt"> & { changedAt: Date; changedBy: string | null })[],
): Promise<void> {
  if (records.length === 0) return;
  await transaction
    .insertInto("records")
    .values(records.map(toRow))
    .onConflict((conflict) =>
      conflict.columns(["kind", "id"]).doUpdateSet((builder) => ({
        version: builder.ref("excluded.version"),
        published_version: builder.ref("excluded.published_version"),
        visibility: builder.ref("excluded.visibility"),
        owner: builder.ref("excluded.owner"),
        sides: builder.ref("excluded.sides"),
        ledger: builder.ref("excluded.ledger"),
        platform: builder.ref("excluded.platform"),
        fiscal_year: builder.ref("excluded.fiscal_year"),
        title_ja: builder.ref("excluded.title_ja"),
        title_zh: builder.ref("excluded.title_zh"),
        title_en: builder.ref("excluded.title_en"),
        date_from: builder.ref("excluded.date_from"),
        date_to: builder.ref("excluded.date_to"),
        removed: builder.ref("excluded.removed"),
        changed_at: builder.ref("excluded.changed_at"),
        changed_by: builder.ref("excluded.changed_by"),
      })),
    )
    .execute();
}

export async function setPublished(
  transaction: WriteTransaction,
  record: Pick<RecordSummary, "kind" | "id">,
  version: number | null,
): Promise<void> {
  await transaction
    .updateTable("records")
    .set({ published_version: version })
    .where("kind", "=", record.kind)
    .where("id", "=", record.id)
    .execute();
}

export async function readVersions(
  transaction: ReadTransaction,
  kind: RecordKindId,
  record: string,
): Promise<RecordVersion[]> {
  const rows = await transaction
    .selectFrom("record_versions")
    .selectAll()
    .where("kind", "=", kind)
    .where("record", "=", record)
    .orderBy("version", "desc")
    .execute();
  return rows.map(toVersion);
}

export async function findVersion(
  transaction: ReadTransaction,
  kind: RecordKindId,
  record: string,
  version: number,
): Promise<RecordVersion | null> {
  const row = await transaction
    .selectFrom("record_versions")
    .selectAll()
    .where("kind", "=", kind)
    .where("record", "=", record)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ? toVersion(row) : null;
}

export async function insertVersion(
  transaction: WriteTransaction,
  kind: RecordKindId,
  record: string,
  version: RecordVersion,
): Promise<void> {
  await transaction
    .insertInto("record_versions")
    .values({
      kind,
      record,
      version: version.version,
      action: version.action,
      content: JSON.stringify(version.content),
      visibility: version.visibility,
      owner: version.owner,
      reason: version.reason,
      entry: version.entry,
      author: version.author,
      approved_by: version.approvedBy,
      at: version.at,
    })
    .execute();
}

/** `lock` keeps others from changing the entry until the transaction ends. */
export async function findEntry(
  transaction: ReadTransaction,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Entry | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const query = transaction.selectFrom("entries").selectAll().where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toEntry(row) : null;
}

export async function findEntryByFormKey(transaction: ReadTransaction, formKey: string): Promise<Entry | null> {
  const row = await transaction.selectFrom("entries").selectAll().where("form_key", "=", formKey).executeTakeFirst();
  return row ? toEntry(row) : null;
}

/** The entry of this owner for the record that is still somebody's work. */
export async function findOpenEntry(
  transaction: ReadTransaction,
  kind: RecordKindId,
  record: string,
  owner: string,
): Promise<Entry | null> {
  const row = await transaction
    .selectFrom("entries")
    .selectAll()
    .where("kind", "=", kind)
    .where("record", "=", record)
    .where("owner", "=", owner)
    .where("state", "in", ["draft", "submitted", "returned"])
    .executeTakeFirst();
  return row ? toEntry(row) : null;
}

export interface EntryFilter {
  owners?: readonly string[] | undefined;
  platforms?: readonly Platform[] | undefined;
  states?: readonly EntryState[] | undefined;
  kind?: RecordKindId | undefined;
  record?: string | undefined;
  fiscalYear?: number | undefined;
}

export async function listEntries(
  transaction: ReadTransaction,
  filter: EntryFilter,
  page: { limit: number; offset: number },
): Promise<{ entries: Entry[]; total: number }> {
  let query = transaction.selectFrom("entries");
  if (filter.owners) query = query.where("owner", "in", [...filter.owners, ""]);
  if (filter.platforms) query = query.where("platform", "in", [...filter.platforms]);
  if (filter.states) query = query.where("state", "in", [...filter.states]);
  if (filter.kind) query = query.where("kind", "=", filter.kind);
  if (filter.record !== undefined) query = query.where("record", "=", filter.record);
  if (filter.fiscalYear !== undefined) query = query.where("fiscal_year", "=", filter.fiscalYear);
  const { total } = await query.select(sql<number>`count(*)::int`.as("total")).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { entries: rows.map(toEntry), total };
}

export async function insertEntry(
  transaction: WriteTransaction,
  entry: Omit<Entry, "id"> & { formKey: string | null; importBatch?: string | null },
): Promise<Entry> {
  const row = await transaction
    .insertInto("entries")
    .values({
      ...toEntryRow(entry),
      kind: entry.kind,
      record: entry.record,
      owner: entry.owner,
      author: entry.author,
      created_at: entry.createdAt,
      form_key: entry.formKey,
      import_batch: entry.importBatch ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toEntry(row);
}

/** Saves what may change of an entry; its revision rises. */
export async function updateEntry(transaction: WriteTransaction, entry: Entry): Promise<Entry> {
  const row = await transaction
    .updateTable("entries")
    .set({ ...toEntryRow(entry), revision: entry.revision + 1 })
    .where("id", "=", entry.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return toEntry(row);
}

function toEntryRow(entry: Omit<Entry, "id">) {
  return {
    base_version: entry.baseVersion,
    state: entry.state,
    content: JSON.stringify(entry.content),
    visibility: entry.visibility,
    sides: entry.sides,
    ledger: entry.ledger,
    platform: entry.platform,
    fiscal_year: entry.fiscalYear,
    title_ja: entry.title.ja ?? null,
    title_zh: entry.title.zh ?? null,
    title_en: entry.title.en ?? null,
    reason: entry.reason,
    removal: entry.removal,
    restores: entry.restores,
    edited_by: entry.editedBy,
    changed_at: entry.changedAt,
    submitted_at: entry.submittedAt,
    decided_at: entry.decidedAt,
    decided_by: entry.decidedBy,
    comment: entry.comment,
  };
}

function toRow(record: RecordSummary & { changedBy: string | null }) {
  return {
    kind: record.kind,
    id: record.id,
    version: record.version,
    published_version: record.publishedVersion,
    visibility: record.visibility,
    owner: record.owner,
    sides: record.sides,
    ledger: record.ledger,
    platform: record.platform,
    fiscal_year: record.fiscalYear,
    title_ja: record.title.ja ?? null,
    title_zh: record.title.zh ?? null,
    title_en: record.title.en ?? null,
    date_from: record.dateFrom,
    date_to: record.dateTo,
    removed: record.removed,
    changed_at: record.changedAt,
    changed_by: record.changedBy,
  };
}

function toSummary(row: Selectable<Records>): RecordSummary {
  return {
    kind: row.kind as RecordSummary["kind"],
    id: row.id,
    version: row.version,
    publishedVersion: row.published_version,
    visibility: row.visibility,
    owner: row.owner,
    sides: row.sides,
    ledger: row.ledger,
    platform: row.platform,
    fiscalYear: row.fiscal_year,
    title: localizedFromRow(row, "title"),
    dateFrom: row.date_from,
    dateTo: row.date_to,
    removed: row.removed,
    changedAt: row.changed_at,
  };
}

function toVersion(row: Selectable<RecordVersions>): RecordVersion {
  return {
    version: row.version,
    action: row.action,
    content: row.content as unknown as RecordContent,
    visibility: row.visibility as Visibility,
    owner: row.owner,
    reason: row.reason,
    entry: row.entry,
    author: row.author,
    approvedBy: row.approved_by,
    at: row.at,
  };
}

function toEntry(row: Selectable<Entries>): Entry {
  return {
    id: row.id,
    kind: row.kind as Entry["kind"],
    record: row.record,
    baseVersion: row.base_version,
    state: row.state,
    content: row.content as unknown as RecordContent,
    visibility: row.visibility,
    owner: row.owner,
    sides: row.sides,
    ledger: row.ledger,
    platform: row.platform,
    fiscalYear: row.fiscal_year,
    title: localizedFromRow(row, "title"),
    reason: row.reason,
    removal: row.removal,
    restores: row.restores,
    author: row.author,
    editedBy: row.edited_by,
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    comment: row.comment,
  };
}
