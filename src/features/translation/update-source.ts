import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { changeOnce } from "../comments/change-once.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { alignSegments } from "./align-segments.ts";
import { hashSource } from "./hash-source.ts";
import { segmentText } from "./segment-text.ts";
import { lockTranslation, readTranslation, setSource, setState } from "./store.ts";
import { releaseSegments, setMemoryVisibility } from "./store-memory.ts";
import { insertSegments, moveSegments, removeSegments } from "./store-segments.ts";
import { mostSegments, type TranslationSubject } from "./translation.ts";

export interface SourceUpdate {
  /** false: the source is what it was */
  changed: boolean;
  same: number;
  /** kept, and to be looked at again */
  reworded: number;
  added: number;
  /** what was written for them stays in the history */
  removed: number;
}

/**
 * Brings a translation up to a source that has changed: what is the same keeps text and mark, what was reworded keeps its text and
 * is unchecked, an approved translation is open again. Throws `not-found`, `invalid-input` {reason: "language"}, `too-large`.
 */
export async function updateSource(
  context: Context,
  actor: Actor,
  id: string,
  subject: TranslationSubject,
): Promise<SourceUpdate> {
  requirePermission(actor, "translations.write");
  const segments = segmentText(subject.title, subject.blocks);
  if (segments.length > mostSegments)
    throw new AppError("too-large", { segments: segments.length, most: mostSegments });
  const now = context.clock.now();
  const update: SourceUpdate = { changed: false, same: 0, reworded: 0, added: 0, removed: 0 };
  await changeOnce(context, actor, async (transaction, audit) => {
    await lockTranslation(transaction, id);
    const translation = await readTranslation(transaction, id);
    if (!translation) throw new AppError("not-found", { kind: "translation", id });
    if (translation.sourceLanguage !== subject.language) throw new AppError("invalid-input", { reason: "language" });
    const sourceHash = hashSource(subject);
    if (sourceHash === translation.sourceHash && subject.visibility === translation.visibility) return false;
    const { pairs, gone } = alignSegments(translation.segments, segments);
    await removeSegments(
      transaction,
      id,
      actor.userId,
      now,
      gone.map((segment) => segment.id),
    );
    const moves = pairs.flatMap(({ from, position, path, source, same }) => {
      if (!from) return [];
      const mark = same ? null : from.mark === "empty" ? ("empty" as const) : ("machine" as const);
      return [{ id: from.id, position, path, source, mark }];
    });
    await moveSegments(transaction, id, actor.userId, now, moves);
    const added = pairs.filter(({ from }) => from === null);
    await insertSegments(transaction, id, added);
    await setSource(transaction, id, subject, sourceHash);
    const reworded = moves.filter(({ mark }) => mark !== null);
    // What was said for the old sentences is still true of them: the memory keeps it, apart from the segments.
    await releaseSegments(
      transaction,
      [...gone, ...reworded].map((segment) => segment.id),
    );
    await setMemoryVisibility(transaction, id, subject.visibility);
    Object.assign(update, {
      changed: sourceHash !== translation.sourceHash,
      ...{ same: moves.length - reworded.length, reworded: reworded.length },
      ...{ added: added.length, removed: gone.length },
    });
    const isUnfinished = reworded.length + added.length > 0;
    if (isUnfinished && translation.state !== "open")
      await setState(transaction, id, { state: "open", submitted: null, approved: null });
    if (translation.state === "approved") await raiseRevision(transaction);
    const { same, removed } = update;
    audit({
      action: "translation.source-updated",
      subject: `translation/${id}`,
      details: { same, reworded: reworded.length, added: added.length, removed, visibility: subject.visibility },
    });
    return true;
  });
  await refreshRevision(context);
  return update;
}
