import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { lockFile } from "../../platform/files/name-file.ts";
import { change } from "../audit/change.ts";
import { countRemovedBefore, dropRemovedBefore, isFileNamed } from "./store.ts";

type SweepContext = Pick<Context, "config" | "database" | "clock">;

const youngestMilliseconds = 3_600_000;

/**
 * For a daily job: drops attachments whose time after their removal is over, and stored files that no record names, as an
 * upload leaves them whose process died. Young ones may belong to an upload under way. Gives how many files went.
 */
export async function sweepFiles(context: SweepContext): Promise<number> {
  await dropExpiredAttachments(context);
  const youngest = context.clock.now().getTime() - youngestMilliseconds;
  let dropped = 0;
  for await (const { sha256, changedAt } of openFileStore(context.config).list())
    if (changedAt.getTime() < youngest && (await dropUnnamedFile(context, sha256))) dropped += 1;
  return dropped;
}

/** Removes a stored file unless a record names it, or does so in a transaction under way. */
export async function dropUnnamedFile(context: SweepContext, sha256: string): Promise<boolean> {
  return write(context.database, async (transaction) => {
    await lockFile(transaction, sha256);
    if (await isFileNamed(transaction, sha256)) return false;
    await openFileStore(context.config).remove(sha256);
    return true;
  });
}

async function dropExpiredAttachments(context: SweepContext): Promise<void> {
  const { removedAttachmentYears } = context.config.files ?? defaultFileSettings;
  if (removedAttachmentYears === 0) return;
  const moment = new Date(context.clock.now());
  moment.setUTCFullYear(moment.getUTCFullYear() - removedAttachmentYears);
  const count = await read(context.database, (transaction) => countRemovedBefore(transaction, moment));
  if (count === 0) return;
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    await dropRemovedBefore(transaction, moment);
    audit({ action: "attachment.expired", details: { count, years: removedAttachmentYears } });
  });
}
