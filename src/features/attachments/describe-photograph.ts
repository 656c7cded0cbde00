import { AppError } from "../../core/errors.ts";
import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { getRecordInSight } from "../comments/record-in-sight.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import type { RecordScope } from "../records/record.ts";
import { canRemove } from "./access.ts";
import { checkPhotographText, type PhotographText, UnfitPhotograph } from "./photograph.ts";
import { findAttachment, lockAttachments } from "./store.ts";
import { updatePhotograph } from "./store-photographs.ts";

/**
 * Changes what is written with an attached image; null makes it an attachment like any other. Those who may remove it may do so.
 * Throws `not-found`, `forbidden`, and what checkDescription throws.
 */
export async function describePhotograph(
  context: Context,
  actor: Actor,
  id: string,
  text: PhotographText | null,
): Promise<void> {
  const found = await read(context.database, (transaction) => findAttachment(transaction, id));
  if (!found) throw new AppError("not-found", { kind: "attachment", id });
  const { record, standing } = await getRecordInSight(context, actor, found.kind, found.record);
  if (!canRemove(standing, record, found)) throw new AppError("forbidden", { permission: "records.enter" });
  checkDescription(record, text, found.image !== null);
  await change(context, actor, async (transaction, audit) => {
    // Two forms at once: the later one sees what the earlier one published.
    await lockAttachments(transaction, record);
    const current = await findAttachment(transaction, id);
    if (!current) throw new AppError("not-found", { kind: "attachment", id });
    await updatePhotograph(transaction, id, text);
    const about = { subject: `${record.kind}/${record.id}`, organisation: found.owner };
    audit({
      action: "photograph.described",
      ...about,
      details: { attachment: id, captions: countTexts(text?.caption), alternatives: countTexts(text?.alt) },
    });
    const [before, after] = [current.photograph?.published ?? false, text?.published ?? false];
    if (!before && after) audit({ action: "photograph.published", ...about, details: { attachment: id } });
    if (before && !after) audit({ action: "photograph.withdrawn", ...about, details: { attachment: id } });
    if (before || after) await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

/** Only photographs of activities that everyone sees stand on public pages. */
export function mayPublish({ kind, visibility }: Pick<RecordScope, "kind" | "visibility">): boolean {
  return kind === "activity" && visibility === "public";
}

/** Throws UnfitPhotograph with what is wrong by field. */
export function checkDescription(record: RecordScope, text: PhotographText | null, isImage: boolean): void {
  if (text === null) return;
  const problems = checkPhotographText(text);
  if (!isImage) problems.photograph = "no-image";
  if (text.published && !mayPublish(record)) problems.published = "not-public";
  if (Object.keys(problems).length > 0) throw new UnfitPhotograph(problems);
}

function countTexts(texts: Localized = {}): number {
  return languages.filter((language) => texts[language]).length;
}
