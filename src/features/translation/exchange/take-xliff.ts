import type { Context } from "../../../platform/context.ts";
import { type Actor, hasPermission, requirePermission } from "../../accounts/actor.ts";
import { changeOnce } from "../../comments/change-once.ts";
import { canReview } from "../access.ts";
import { requireOpen } from "../edit-segments.ts";
import { rememberSegments } from "../remember.ts";
import { getTranslation } from "../service.ts";
import { lockTranslation, readSegments } from "../store.ts";
import { changeSegments, type SegmentChange } from "../store-segments.ts";
import { longestTarget, type Segment, type Translation } from "../translation.ts";
import { type FileProblem, FileRefusal } from "./file-problem.ts";
import { readXliff, type XliffContent, type XliffUnit } from "./xliff.ts";

/**
 * `saved`: its text is taken; `confirmed`: a draft, unchanged, that the file calls translated; `reviewed`; `same`; refused are
 * `source-changed` (the sentence is another now), `newer` (changed here since), `unknown` (no such segment), `too-long`.
 */
export const unitResults = [
  "saved",
  "confirmed",
  "reviewed",
  "same",
  "source-changed",
  "newer",
  "unknown",
  "too-long",
] as const;
export type UnitResult = (typeof unitResults)[number];

export interface XliffTaken {
  /** for each unit of the file, in its order */
  units: { segment: string; line: number; result: UnitResult }[];
  /** that keep the whole file from being read, or single units */
  problems: FileProblem[];
}

/**
 * Reads a translation back that was worked on elsewhere. Only segments whose source is what it was and that nobody has changed since
 * are touched. A file is no second person: a review counts where whoever brings it may review the segment. Throws `not-found`,
 * `forbidden`, `conflict` {reason: "approved"}.
 */
export async function importXliff(context: Context, actor: Actor, id: string, bytes: Uint8Array): Promise<XliffTaken> {
  requirePermission(actor, "translations.write");
  const translation = await getTranslation(context, actor, id);
  const read = readWhole(bytes, translation);
  if (!("units" in read)) return { units: [], problems: [read.problem] };
  const taken: XliffTaken = { units: [], problems: read.problems };
  const now = context.clock.now();
  await changeOnce(context, actor, async (transaction, audit) => {
    await requireOpen(await lockTranslation(transaction, id), id);
    const segments = new Map((await readSegments(transaction, id)).map((segment) => [segment.id, segment]));
    const changes: SegmentChange[] = [];
    for (const unit of read.units) {
      const segment = segments.get(unit.segment);
      const result = judge(unit, segment, actor);
      taken.units.push({ segment: unit.segment, line: unit.line, result });
      // A unit that stands there twice is taken once.
      if (segment && (result === "saved" || result === "confirmed" || result === "reviewed")) {
        changes.push(changeOf(unit, segment, result, actor, now));
        segments.delete(segment.id);
      }
    }
    if (changes.length === 0) return false;
    await changeSegments(transaction, id, actor.userId, now, changes);
    const after = await readSegments(
      transaction,
      id,
      changes.map((change) => change.id),
    );
    await rememberSegments(transaction, translation, after, { by: actor.userId, at: now });
    audit({
      action: "translation.imported",
      subject: `translation/${id}`,
      details: { units: read.units.length, changed: changes.length },
    });
    return true;
  });
  return taken;
}

function readWhole(bytes: Uint8Array, translation: Translation): XliffContent | { problem: FileProblem } {
  try {
    const content = readXliff(bytes);
    if (content.sourceLanguage !== translation.sourceLanguage || content.targetLanguage !== translation.targetLanguage)
      throw new FileRefusal("translationFile.otherLanguages");
    if (content.translation !== null && content.translation !== translation.id)
      throw new FileRefusal("translationFile.otherTranslation");
    if (content.units.length === 0 && content.problems.length === 0) throw new FileRefusal("translationFile.nothing");
    return content;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { problem: error.problem };
  }
}

function judge(unit: XliffUnit, segment: Segment | undefined, actor: Actor): UnitResult {
  if (!segment) return "unknown";
  if (unit.source.trim() !== segment.source) return "source-changed";
  if (unit.target.length > longestTarget) return "too-long";
  const isSameText = unit.target === segment.target;
  const isTranslated = unit.state !== "initial";
  const isReviewed = unit.state === "reviewed" || unit.state === "final";
  if (isSameText && (unit.target === "" || !isTranslated)) return "same";
  if (isSameText && segment.mark === "reviewed") return "same";
  // Without its version, a text that differs could be the older one.
  if (unit.version !== segment.version)
    return isSameText && segment.mark === "edited" && !isReviewed ? "same" : "newer";
  if (!isSameText) return unit.target === "" ? "same" : "saved";
  if (segment.mark === "machine") return "confirmed";
  return isReviewed && hasPermission(actor, "translations.review") && canReview(actor, segment) ? "reviewed" : "same";
}

function changeOf(
  unit: XliffUnit,
  segment: Segment,
  result: "saved" | "confirmed" | "reviewed",
  actor: Actor,
  now: Date,
): SegmentChange {
  const isReview = result === "reviewed";
  return {
    ...{ id: segment.id, version: segment.version, target: unit.target, mark: isReview ? "reviewed" : "edited" },
    origin: result === "saved" ? "import" : segment.origin,
    provider: result === "saved" ? null : segment.provider,
    memoryScore: result === "saved" ? null : segment.memoryScore,
    changedBy: isReview ? (segment.changed?.by ?? null) : actor.userId,
    changedAt: isReview ? (segment.changed?.at ?? now) : now,
    reviewedBy: isReview ? actor.userId : null,
    reviewedAt: isReview ? now : null,
  };
}
