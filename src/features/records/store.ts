import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { Records } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { RecordSummary } from "./record.ts";

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

/** Those of the ids that exist. */
export async function findRecords(
  transaction: ReadTransaction,
  kind: RecordKindId,
  ids: readonly string[],
): Promise<RecordSummary[]> {
  if (ids.length === 0) return [];
  const rows = await transaction
    .selectFrom("records")
    .selectAll()
    .where("kind", "=", kind)
    .where(sql<SqlBool>`id = ANY(${[...ids]})`)
    .execute();
  return rows.map(toSummary);
}

/** Whether the public pages lack the record's newest version, or show a record that is not for everybody any more. */
export const isUnpublished = sql<SqlBool>`CASE WHEN visibility = 'public' AND NOT removed
  THEN published_version IS DISTINCT FROM version ELSE published_version IS NOT NULL END`;

export interface RecordFilter {
  kind?: RecordKindId | undefined;
  ids?: readonly string[] | undefined;
  owner?: string | undefined;
  /** only records that concern one of these organisations */
  organisations?: readonly string[] | undefined;
  fiscalYear?: number | undefined;
  /** part of a title, in any language */
  text?: string | undefined;
  /** only those that the public pages do not show as they stand */
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
  if (filter.ids) query = query.where(sql<SqlBool>`id = ANY(${[...filter.ids]})`);
  if (filter.owner !== undefined) query = query.where("owner", "=", filter.owner);
  if (filter.fiscalYear !== undefined) query = query.where("fiscal_year", "=", filter.fiscalYear);
  if (filter.unpublished) query = query.where(isUnpublished);
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

/** `version`: what the public pages show now; null where they show none. */
export async function setPublished(
  transaction: WriteTransaction,
  records: readonly { kind: RecordKindId; id: string; version: number | null }[],
): Promise<void> {
  const shown = JSON.stringify(records.map(({ kind, id, version }) => ({ kind, id, version })));
  await sql`
    UPDATE records SET published_version = shown.version
    FROM json_to_recordset(${shown}::json) AS shown(kind text, id text, version integer)
    WHERE (records.kind, records.id) = (shown.kind, shown.id)`.execute(transaction);
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
