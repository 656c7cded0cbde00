import { type Selectable, sql } from "kysely";
import type { RecordVersions } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import type { RecordVersion, Visibility } from "./record.ts";

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

/** Contents of these versions by kind and id, where they are written down. */
export async function findContents(
  transaction: ReadTransaction,
  versions: readonly { kind: RecordKindId; id: string; version: number }[],
): Promise<Map<string, RecordContent>> {
  const { rows } = await sql<{ kind: RecordKindId; record: string; content: RecordContent }>`
    SELECT v.kind, v.record, v.content FROM record_versions v
    JOIN json_to_recordset(${JSON.stringify(versions.map(({ kind, id, version }) => ({ kind, id, version })))}::json)
      AS asked(kind text, id text, version integer)
      ON (v.kind, v.record, v.version) = (asked.kind, asked.id, asked.version)`.execute(transaction);
  return new Map(rows.map(({ kind, record, content }) => [`${kind}/${record}`, content]));
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
