import { sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { lockFile } from "../../platform/files/name-file.ts";
import type { Attachment } from "./attachment.ts";
import { photographColumns } from "./store-photographs.ts";

export interface AttachmentRow extends Omit<Attachment, "mayRemove"> {
  kind: string;
  record: string;
}

interface Subject {
  kind: string;
  id: string;
}

/** In the order in which they were added; without removed ones. */
export async function readAttachments(transaction: ReadTransaction, { kind, id }: Subject): Promise<AttachmentRow[]> {
  const rows = await selectAttachments(transaction)
    .where("attachments.kind", "=", kind)
    .where("attachments.record", "=", id)
    .orderBy("attachments.added_at")
    .orderBy("attachments.id")
    .execute();
  return rows.map(toRow);
}

export async function findAttachment(transaction: ReadTransaction, id: string): Promise<AttachmentRow | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await selectAttachments(transaction).where("attachments.id", "=", id).executeTakeFirst();
  return row ? toRow(row) : null;
}

function selectAttachments(transaction: ReadTransaction) {
  return transaction
    .selectFrom("attachments")
    .innerJoin("files", "files.sha256", "attachments.sha256")
    .selectAll("attachments")
    .select(["files.size", "files.media_type"])
    .where("attachments.removed_at", "is", null);
}

function toRow(row: Awaited<ReturnType<ReturnType<typeof selectAttachments>["execute"]>>[number]): AttachmentRow {
  const { kind, record, sha256, name, note, owner } = row;
  const { width, height, credit, published } = row;
  return {
    ...{ id: row.id, kind, record, sha256, name, note, owner },
    size: Number(row.size),
    mediaType: row.media_type,
    addedAt: new Date(row.added_at),
    image: width === null || height === null ? null : { width, height },
    photograph: row.photograph
      ? { caption: localizedFromRow(row, "caption"), alt: localizedFromRow(row, "alt"), credit, published }
      : null,
  };
}

/** Until the transaction ends nobody else counts or adds attachments of the record. */
export async function lockAttachments(transaction: WriteTransaction, { kind, id }: Subject): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`attachments ${kind}/${id}`}, 0))`.execute(transaction);
}

export async function isFormKnown(transaction: ReadTransaction, formKey: string): Promise<boolean> {
  const row = await transaction
    .selectFrom("attachments")
    .select("id")
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAttachment(
  transaction: WriteTransaction,
  attachment: Omit<AttachmentRow, "id"> & { addedBy: string; formKey: string },
): Promise<string> {
  const { sha256, addedAt } = attachment;
  const { kind, record, name, note, owner, addedBy, formKey, image, photograph } = attachment;
  const { id } = await transaction
    .insertInto("attachments")
    .values({
      kind,
      record,
      sha256,
      name,
      note,
      owner,
      added_by: addedBy,
      added_at: addedAt,
      form_key: formKey,
      width: image?.width ?? null,
      height: image?.height ?? null,
      ...photographColumns(photograph),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The file stays for the history of the record. False where it is gone already. */
export async function markRemoved(
  transaction: WriteTransaction,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const rows = await transaction
    .updateTable("attachments")
    .set({ removed_by: by, removed_at: at })
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** By a row of its own, or as an image of a document that is kept. */
export async function isFileNamed(transaction: ReadTransaction, sha256: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM files WHERE sha256 = ${sha256}
    UNION ALL SELECT FROM file_uses WHERE sha256 = ${sha256} LIMIT 1`.execute(transaction);
  return rows.length > 0;
}

export async function countRemovedBefore(transaction: ReadTransaction, moment: Date): Promise<number> {
  const { count } = await transaction
    .selectFrom("attachments")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where("removed_at", "<", moment)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Drops attachments that were removed before the moment, and what is known of files that nothing names any more. */
export async function dropRemovedBefore(transaction: WriteTransaction, moment: Date): Promise<void> {
  await transaction.deleteFrom("attachments").where("removed_at", "<", moment).execute();
  const { rows } = await sql<{ sha256: string }>`
    SELECT sha256 FROM files WHERE NOT EXISTS (SELECT FROM file_uses WHERE file_uses.sha256 = files.sha256)
    ORDER BY sha256`.execute(transaction);
  for (const { sha256 } of rows) {
    await lockFile(transaction, sha256);
    await sql`DELETE FROM files WHERE sha256 = ${sha256}
      AND NOT EXISTS (SELECT FROM file_uses WHERE file_uses.sha256 = files.sha256)`.execute(transaction);
  }
}
