import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { nameFile, readNamedFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { changeOnce } from "../comments/change-once.ts";
import { getRecordInSight } from "../comments/record-in-sight.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import type { RecordSummary } from "../records/record.ts";
import { canRemove, findAttacher } from "./access.ts";
import type { Attachment } from "./attachment.ts";
import { checkUpload } from "./check-upload.ts";
import { checkDescription } from "./describe-photograph.ts";
import { isImageType, type PhotographText } from "./photograph.ts";
import { openSize } from "./photographs.ts";
import { type RemadeImage, remakeImage } from "./remake-image.ts";
import {
  type AttachmentRow,
  findAttachment,
  insertAttachment,
  isFormKnown,
  lockAttachments,
  markRemoved,
  readAttachments,
} from "./store.ts";
import { dropUnnamedFile } from "./sweep-files.ts";

export interface AttachmentShelf {
  record: RecordSummary;
  attachments: Attachment[];
  mayAdd: boolean;
  /** how many more it takes */
  room: number;
}

/** What hangs on a record that the actor may see. Throws `not-found` for any other. */
export async function getAttachments(
  context: Context,
  actor: Actor,
  kind: string,
  id: string,
): Promise<AttachmentShelf> {
  const { record, standing } = await getRecordInSight(context, actor, kind, id);
  const rows = await read(context.database, (transaction) => readAttachments(transaction, record));
  return {
    record,
    attachments: rows.map((row) => ({ ...row, mayRemove: canRemove(standing, record, row) })),
    mayAdd: findAttacher(standing, record) !== null,
    room: Math.max(0, settingsOf(context).attachmentsPerRecord - rows.length),
  };
}

/** Who may see the record may have the file. Throws `not-found`, `unavailable` {reason: "file-damaged" | "store-unreachable"}. */
export async function openAttachment(
  context: Context,
  actor: Actor,
  id: string,
): Promise<{ name: string; mediaType: string; content: Uint8Array<ArrayBuffer> }> {
  const { name, mediaType, sha256 } = await findInSight(context, actor, id);
  return { name, mediaType, content: await readNamedFile(context.config, sha256) };
}

/** A photograph for whoever may see its record, as JPEG in one of the offered sizes. Throws `not-found` for what is no photograph. */
export async function openMemberPhotograph(
  context: Context,
  actor: Actor,
  id: string,
  width: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const attachment = await findInSight(context, actor, id);
  if (!attachment.photograph) throw new AppError("not-found", { kind: "photograph", id });
  return openSize(context, attachment, width);
}

async function findInSight(context: Context, actor: Actor, id: string): Promise<AttachmentRow> {
  requirePermission(actor, "members.read");
  const attachment = await read(context.database, (transaction) => findAttachment(transaction, id));
  if (!attachment) throw new AppError("not-found", { kind: "attachment", id });
  await getRecordInSight(context, actor, attachment.kind, attachment.record);
  return attachment;
}

export interface UploadInput {
  name: string;
  note: string | null;
  content: Uint8Array;
  /** null: no photograph for pages and documents */
  photograph: PhotographText | null;
  /** random, made with the form: the same form sent twice adds one attachment */
  formKey: string;
}

/**
 * Keeps a file with a record; an image is drawn anew, and only that is kept. Throws what checkUpload, checkDescription, remakeImage
 * and the store throw; `forbidden`; `conflict` {reason: "too-many"}.
 * Whatever fails, no file is left behind.
 */
export async function addAttachment(
  context: Context,
  actor: Actor,
  subject: { kind: string; id: string },
  upload: UploadInput,
): Promise<void> {
  requirePermission(actor, "records.enter");
  const { record, standing } = await getRecordInSight(context, actor, subject.kind, subject.id);
  const owner = findAttacher(standing, record);
  if (owner === null) throw new AppError("forbidden", { permission: "records.enter" });
  const limits = settingsOf(context);
  const { name, mediaType } = await checkUpload(upload.name, upload.content, limits.largestUploadBytes);
  checkDescription(record, upload.photograph, isImageType(mediaType));
  const image = isImageType(mediaType) ? await remakeImage(name, upload.content, mediaType) : null;
  const content = image?.content ?? upload.content;
  const store = openFileStore(context.config);
  // The slow part, before anybody has to wait for it.
  const { sha256, size } = await store.put(content);
  try {
    const isNew = await changeOnce(context, actor, async (transaction, audit) => {
      await lockAttachments(transaction, record);
      const formKey = `${actor.userId}/${upload.formKey}`;
      if (await isFormKnown(transaction, formKey)) return false;
      const present = await readAttachments(transaction, record);
      if (present.length >= limits.attachmentsPerRecord)
        throw new AppError("conflict", { reason: "too-many", limit: limits.attachmentsPerRecord });
      await nameFile(transaction, store, { sha256, size, mediaType, content }, context.clock.now());
      const id = await insertAttachment(transaction, {
        kind: record.kind,
        record: record.id,
        sha256,
        size,
        mediaType,
        name,
        note: upload.note,
        image: sizeOf(image),
        photograph: upload.photograph,
        owner,
        addedAt: context.clock.now(),
        addedBy: actor.userId,
        formKey,
      });
      audit({
        action: "attachment.added",
        subject: `${record.kind}/${record.id}`,
        organisation: owner,
        details: { attachment: id, sha256, size, mediaType, published: upload.photograph?.published ?? false },
      });
      if (upload.photograph?.published) await raiseRevision(transaction);
      return true;
    });
    if (!isNew) await dropUnnamedFile(context, sha256);
    else if (upload.photograph?.published) await refreshRevision(context);
  } catch (error) {
    // What went wrong is the answer, not that tidying up went wrong as well; the sweep comes by again.
    await dropUnnamedFile(context, sha256).catch((failure: unknown) =>
      context.log.warn({ err: failure, sha256 }, "a file is left for the sweep"),
    );
    throw error;
  }
}

/** Takes a file from a record. It is kept for the record's history until its time is over. */
export async function removeAttachment(context: Context, actor: Actor, id: string): Promise<void> {
  const attachment = await read(context.database, (transaction) => findAttachment(transaction, id));
  if (!attachment) throw new AppError("not-found", { kind: "attachment", id });
  const { record, standing } = await getRecordInSight(context, actor, attachment.kind, attachment.record);
  if (!canRemove(standing, record, attachment)) throw new AppError("forbidden", { permission: "records.enter" });
  await change(context, actor, async (transaction, audit) => {
    const mark = { by: actor.userId, at: context.clock.now() };
    if (!(await markRemoved(transaction, id, mark))) throw new AppError("not-found", { kind: "attachment", id });
    audit({
      action: "attachment.removed",
      subject: `${record.kind}/${record.id}`,
      organisation: attachment.owner,
      details: { attachment: id, sha256: attachment.sha256 },
    });
    // From this moment no public page shows it.
    if (attachment.photograph?.published) await raiseRevision(transaction);
  });
  if (attachment.photograph?.published) await refreshRevision(context);
}

function sizeOf(image: RemadeImage | null): { width: number; height: number } | null {
  return image && { width: image.width, height: image.height };
}

function settingsOf({ config }: Context) {
  return config.files ?? defaultFileSettings;
}
