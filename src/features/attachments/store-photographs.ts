import { type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { isImageType, type Photograph, type PhotographText } from "./photograph.ts";

interface Subject {
  kind: string;
  id: string;
}

/** All of a record, in the order in which they were added. */
export async function readPhotographs(transaction: ReadTransaction, { kind, id }: Subject): Promise<Photograph[]> {
  const rows = await selectPhotographs(transaction)
    .where("attachments.kind", "=", kind)
    .where("attachments.record", "=", id)
    .execute();
  return rows.flatMap(toPhotograph);
}

/** Those of an activity that everyone may see. */
export async function readPublicPhotographs(transaction: ReadTransaction, activity: string): Promise<Photograph[]> {
  const rows = await selectPhotographs(transaction)
    .where("attachments.kind", "=", "activity")
    .where("attachments.record", "=", activity)
    .where(isPublic)
    .execute();
  return rows.flatMap(toPhotograph);
}

export async function findPublicPhotograph(transaction: ReadTransaction, id: string): Promise<Photograph | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const rows = await selectPhotographs(transaction).where("attachments.id", "=", id).where(isPublic).execute();
  return rows.flatMap(toPhotograph)[0] ?? null;
}

/** Published, and its record still stands on the public pages and is for everybody. */
const isPublic = sql<SqlBool>`attachments.published AND EXISTS (SELECT FROM records
  WHERE records.kind = attachments.kind AND records.id = attachments.record
  AND records.visibility = 'public' AND NOT records.removed AND records.published_version IS NOT NULL)`;

function selectPhotographs(transaction: ReadTransaction) {
  return transaction
    .selectFrom("attachments")
    .innerJoin("files", "files.sha256", "attachments.sha256")
    .selectAll("attachments")
    .select("files.media_type")
    .where("attachments.photograph", "=", true)
    .where("attachments.removed_at", "is", null)
    .orderBy("attachments.added_at")
    .orderBy("attachments.id");
}

function toPhotograph(row: Awaited<ReturnType<ReturnType<typeof selectPhotographs>["execute"]>>[number]): Photograph[] {
  const { id, sha256, media_type: mediaType, width, height, credit } = row;
  if (width === null || height === null || !isImageType(mediaType)) return [];
  const words = { caption: localizedFromRow(row, "caption"), alt: localizedFromRow(row, "alt"), credit };
  return [{ id, sha256, mediaType, width, height, ...words }];
}

/** The columns of what people write with a photograph; null where the attachment is no photograph. */
export function photographColumns(text: PhotographText | null) {
  const { caption = {}, alt = {}, credit = null, published = false } = text ?? {};
  return {
    photograph: text !== null,
    published,
    caption_ja: caption.ja ?? null,
    caption_zh: caption.zh ?? null,
    caption_en: caption.en ?? null,
    alt_ja: alt.ja ?? null,
    alt_zh: alt.zh ?? null,
    alt_en: alt.en ?? null,
    credit,
  };
}

export async function updatePhotograph(
  transaction: WriteTransaction,
  id: string,
  text: PhotographText | null,
): Promise<void> {
  await transaction.updateTable("attachments").set(photographColumns(text)).where("id", "=", id).execute();
}
