import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { getSnapshot } from "../sources/snapshots.ts";
import type { ItemAttachment } from "./item.ts";
import { receivePage, type TakenAttachment } from "./receive.ts";
import { getItem } from "./service.ts";

/**
 * Reads the kept page again, as the rules and what was remembered for its source say now; nothing is fetched. What people set
 * right stays. Throws `forbidden`, `not-found`, `invalid-input` {reason: "no-snapshot"}.
 */
export async function rereadItem(context: Context, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "policies.edit");
  const { source, place, snapshot: kept, url, fields, attachments } = await getItem(context, actor, id);
  if (kept === null || source === null || place === null)
    throw new AppError("invalid-input", { reason: "no-snapshot" });
  const snapshot = await getSnapshot(context, kept);
  await receivePage(context, {
    source: { id: source, ...place },
    url: url ?? snapshot.finalUrl,
    snapshot: kept,
    content: await readNamedFile(context.config, snapshot.sha256),
    mediaType: snapshot.mediaType,
    charset: snapshot.charset,
    hints: fields.title?.origin === "list" ? { title: fields.title.value } : {},
    takeAttachment: (address) => takeKept(context, attachments, address),
  });
}

async function takeKept(
  context: Context,
  attachments: readonly ItemAttachment[],
  address: string,
): Promise<TakenAttachment> {
  const kept = attachments.find(({ url }) => url === address);
  if (!kept || kept.sha256 === null) return { problem: kept?.problem ?? "not-taken" };
  const content = await readNamedFile(context.config, kept.sha256);
  return { sha256: kept.sha256, mediaType: kept.mediaType, content };
}
