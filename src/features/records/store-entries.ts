import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { Entries } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import type { Platform } from "../accounts/roles.ts";
import { type Entry, type EntryState, openStates } from "./record.ts";

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

/** Those of the forms that have made an entry; locked until the transaction ends. */
export async function findEntriesByFormKey(
  transaction: WriteTransaction,
  formKeys: readonly string[],
): Promise<{ formKey: string; entry: Entry }[]> {
  const rows = await transaction
    .selectFrom("entries")
    .selectAll()
    .where(sql<SqlBool>`form_key = ANY(${[...formKeys]})`)
    .forUpdate()
    .execute();
  return rows.flatMap((row) => (row.form_key === null ? [] : [{ formKey: row.form_key, entry: toEntry(row) }]));
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

/** What these owners are entering of the kind, oldest first, without requests to remove a record. */
export async function findOpenEntries(
  transaction: ReadTransaction,
  kind: RecordKindId,
  owners: readonly string[],
): Promise<Entry[]> {
  const rows = await transaction
    .selectFrom("entries")
    .selectAll()
    .where("kind", "=", kind)
    .where(sql<SqlBool>`owner = ANY(${[...owners]})`)
    .where("state", "in", [...openStates])
    .where("removal", "=", false)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toEntry);
}

/** Those of the keys that an entry has, whoever entered it and whatever became of it. */
export async function findEnteredIds(
  transaction: ReadTransaction,
  kind: RecordKindId,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await transaction
    .selectFrom("entries")
    .select("record")
    .distinct()
    .where("kind", "=", kind)
    .where(sql<SqlBool>`record = ANY(${[...ids]})`)
    .execute();
  return rows.map(({ record }) => record);
}

export interface EntryFilter {
  /** only entries for which this holds */
  among?: RawBuilder<boolean> | undefined;
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
  if (filter.among) query = query.where(filter.among);
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

/** An entry before it is in the table, with where it came from. */
export interface NewEntry extends Omit<Entry, "id"> {
  formKey: string | null;
  importBatch?: string | null;
}

export async function insertEntry(transaction: WriteTransaction, entry: NewEntry): Promise<Entry> {
  const row = await transaction.insertInto("entries").values(toNewRow(entry)).returningAll().executeTakeFirstOrThrow();
  return toEntry(row);
}

/** A statement holds 65,535 values at most. */
const entriesPerStatement = 500;

export async function insertEntries(
  transaction: WriteTransaction,
  entries: readonly (NewEntry & Entry)[],
): Promise<void> {
  for (let start = 0; start < entries.length; start += entriesPerStatement)
    await transaction
      .insertInto("entries")
      .values(entries.slice(start, start + entriesPerStatement).map((entry) => ({ ...toNewRow(entry), id: entry.id })))
      .execute();
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

function toNewRow(entry: NewEntry) {
  return {
    ...toEntryRow(entry),
    kind: entry.kind,
    record: entry.record,
    owner: entry.owner,
    author: entry.author,
    revision: entry.revision,
    created_at: entry.createdAt,
    form_key: entry.formKey,
    import_batch: entry.importBatch ?? null,
  };
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
