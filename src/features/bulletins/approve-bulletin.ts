import { AppError } from "../../core/errors.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { nameFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { dropUnnamedFile } from "../attachments/sweep-files.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import type { ApprovedBulletin, BulletinContent, BulletinVisibility } from "./bulletin.ts";
import { isMonth } from "./clipping.ts";
import { composeBulletin } from "./compose-bulletin.ts";
import { deliverBulletin } from "./deliver-bulletin.ts";
import { fingerprint } from "./fingerprint.ts";
import { type BulletinFile, renderAll } from "./render-bulletin.ts";
import { findBulletin, insertBulletin, nextNumber } from "./store-bulletins.ts";

export interface Approval {
  visibility: BulletinVisibility;
  note: string | null;
  /** of what the approver has looked at; see fingerprint() */
  seen: string;
  /** which number it was to be: a second press of the button issues no second one */
  next?: number;
}

/**
 * Makes what the clippings give the month's next number: files kept, followers told. Throws `forbidden`, `not-found`, `conflict`
 * {reason: "changed"} where a clipping has changed since the approver looked, {reason: "empty"}, {reason: "approved"} where
 * somebody else approved the same at the same time; a RenderError.
 */
export async function approveBulletin(
  context: Context,
  actor: Actor,
  month: string,
  approval: Approval,
): Promise<number> {
  requirePermission(actor, "policies.approve");
  if (!isMonth(month)) throw new AppError("not-found", { kind: "bulletin", id: month });
  const { visibility, note } = approval;
  const composed = await composeBulletin(context, month, { members: visibility === "members", approved: true });
  if (composed.entries.length === 0) throw new AppError("conflict", { reason: "empty" });
  if (fingerprint(composed) !== approval.seen) throw new AppError("conflict", { reason: "changed" });
  const number = await read(context.database, (transaction) => nextNumber(transaction, month));
  if (approval.next !== undefined && approval.next !== number) throw new AppError("conflict", { reason: "approved" });
  const content: BulletinContent = { ...composed, approval: { number, on: context.clock.today(), note } };
  const { files, pages } = await renderAll(content);
  const bulletin: ApprovedBulletin = {
    ...{ month, number, visibility, pages, note, content },
    approvedBy: actor.userId,
    approvedAt: context.clock.now(),
    files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
  };
  await keepBulletin(context, actor, bulletin, files);
  await refreshRevision(context);
  return number;
}

async function keepBulletin(
  context: Context,
  actor: Actor,
  bulletin: ApprovedBulletin,
  files: readonly BulletinFile[],
): Promise<void> {
  const { month, number, visibility, pages, content } = bulletin;
  const store = openFileStore(context.config);
  for (const file of files) await store.put(file.content);
  try {
    await change(context, actor, async (transaction, audit) => {
      await nameFiles(transaction, context, files);
      if (!(await insertBulletin(transaction, bulletin))) throw new AppError("conflict", { reason: "approved" });
      // In the same transaction: a number that stands is a number that goes out, and no other does.
      const mails = await deliverBulletin(context, transaction, bulletin);
      await raiseRevision(transaction);
      audit({
        action: "bulletin.approved",
        subject: `bulletin/${month}/${number}`,
        details: { visibility, pages, entries: content.entries.length, mails, pdf: bulletin.files["ja.pdf"] ?? null },
      });
    });
  } catch (error) {
    // What went wrong is the answer, not that tidying up went wrong as well; the sweep comes by again.
    for (const { sha256 } of files)
      await dropUnnamedFile(context, sha256).catch((failure: unknown) =>
        context.log.warn({ err: failure, sha256 }, "a file is left for the sweep"),
      );
    throw error;
  }
}

/** In the order of their hashes, so that two that are kept at once never wait for each other. */
async function nameFiles(
  transaction: WriteTransaction,
  context: Context,
  files: readonly BulletinFile[],
): Promise<void> {
  const store = openFileStore(context.config);
  for (const { sha256, mediaType, content } of files.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)))
    await nameFile(transaction, store, { sha256, size: content.length, mediaType, content }, context.clock.now());
}

/** Once more to everybody who follows it now, as after a mistake in the mail. Gives how many mails. Throws `not-found`. */
export async function sendAgain(context: Context, actor: Actor, month: string, number: number): Promise<number> {
  requirePermission(actor, "policies.approve");
  const bulletin = await read(context.database, (transaction) =>
    findBulletin(transaction, { month, number, members: true }),
  );
  if (!bulletin) throw new AppError("not-found", { kind: "bulletin", id: `${month}/${number}` });
  return change(context, actor, async (transaction, audit) => {
    const mails = await deliverBulletin(context, transaction, bulletin, context.clock.now());
    audit({ action: "bulletin.sent-again", subject: `bulletin/${month}/${number}`, details: { mails } });
    return mails;
  });
}
