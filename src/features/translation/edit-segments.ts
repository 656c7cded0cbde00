import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { changeOnce } from "../comments/change-once.ts";
import { canReview } from "./access.ts";
import { forgetSegments, rememberSegments } from "./remember.ts";
import { getTranslation } from "./service.ts";
import { lockTranslation, readSegments } from "./store.ts";
import { changeSegments, type SegmentChange } from "./store-segments.ts";
import { longestTarget, type Segment, type TranslationState } from "./translation.ts";

/** `conflict`: somebody has changed it meanwhile; `segment` is what it is now. */
export type SaveResult = { state: "saved" | "same" | "conflict"; segment: Segment };

/**
 * Keeps what a person wrote for a sentence, or confirms a draft as it is: the person then stands for it, and a review that it had
 * is over. Empty text empties it. Throws `not-found`, `forbidden`, `too-large`, `conflict` {reason: "approved"}.
 */
export async function saveSegment(
  context: Context,
  actor: Actor,
  { translation, segment, target, version }: { translation: string; segment: string; target: string; version: number },
): Promise<SaveResult> {
  requirePermission(actor, "translations.write");
  const text = target.replace(/\r\n?/g, "\n").trim();
  if ([...text].length > longestTarget) throw new AppError("too-large", { most: longestTarget });
  const summary = await getTranslation(context, actor, translation);
  const now = context.clock.now();
  const result: { state: SaveResult["state"] } = { state: "conflict" };
  await changeOnce(context, actor, async (transaction, audit) => {
    await requireOpen(await lockTranslation(transaction, translation), translation);
    const [present] = await readSegments(transaction, translation, [segment]);
    if (!present) throw new AppError("not-found", { kind: "segment", id: segment });
    if (present.version !== version) {
      // The same text sent twice, or written by both, is no quarrel.
      if (present.target === text && present.mark !== "machine") result.state = "same";
      return false;
    }
    if (present.target === text && (present.mark === "edited" || present.mark === "reviewed" || text === "")) {
      result.state = "same";
      return false;
    }
    const change = writtenBy(actor, present, text, now);
    await changeSegments(transaction, translation, actor.userId, now, [change]);
    const kept = { ...present, target: text, mark: change.mark };
    if (text === "") await forgetSegments(transaction, [segment]);
    else await rememberSegments(transaction, summary, [kept], { by: actor.userId, at: now });
    audit({
      action: "translation.segment-saved",
      subject: `translation/${translation}`,
      details: { segment, position: present.position, mark: change.mark, version: version + 1 },
    });
    result.state = "saved";
    return true;
  });
  return { state: result.state, segment: await getSegment(context, translation, segment) };
}

/** A draft that a person has gone over keeps saying where it came from. */
function writtenBy(actor: Actor, present: Segment, target: string, now: Date): SegmentChange {
  const isDraft = target !== "" && present.mark !== "empty" && present.origin !== null;
  return {
    id: present.id,
    version: present.version,
    target,
    mark: target === "" ? "empty" : "edited",
    origin: target === "" ? null : isDraft ? present.origin : "person",
    provider: isDraft ? present.provider : null,
    memoryScore: isDraft ? present.memoryScore : null,
    changedBy: actor.userId,
    changedAt: now,
    reviewedBy: null,
    reviewedAt: null,
  };
}

export interface ReviewResult {
  reviewed: string[];
  /** why each of the others was not: it changed meanwhile, the reviewer wrote it, or no person stands for it yet */
  refused: { segment: string; reason: "changed" | "own" | "not-edited" }[];
}

/** A second person stands for these sentences. Throws `not-found`, `forbidden`, `conflict` {reason: "approved"}. */
export async function reviewSegments(
  context: Context,
  actor: Actor,
  { translation, segments }: { translation: string; segments: readonly { id: string; version: number }[] },
): Promise<ReviewResult> {
  requirePermission(actor, "translations.review");
  const summary = await getTranslation(context, actor, translation);
  const now = context.clock.now();
  const result: ReviewResult = { reviewed: [], refused: [] };
  await changeOnce(context, actor, async (transaction, audit) => {
    await requireOpen(await lockTranslation(transaction, translation), translation);
    const ids = segments.map(({ id }) => id);
    const present = new Map((await readSegments(transaction, translation, ids)).map((one) => [one.id, one]));
    const able: Segment[] = [];
    for (const { id, version } of segments) {
      const segment = present.get(id);
      if (!segment) throw new AppError("not-found", { kind: "segment", id });
      const reason = refuseReview(actor, segment, version);
      if (reason) result.refused.push({ segment: id, reason });
      else if (segment.mark !== "reviewed") able.push(segment);
    }
    if (able.length === 0) return false;
    const changes = able.map((segment) => reviewedBy(actor, segment, now));
    await changeSegments(transaction, translation, actor.userId, now, changes);
    const kept = able.map((segment) => ({ ...segment, mark: "reviewed" as const }));
    await rememberSegments(transaction, summary, kept, { by: actor.userId, at: now });
    result.reviewed = able.map(({ id }) => id);
    audit({
      action: "translation.segments-reviewed",
      subject: `translation/${translation}`,
      details: { segments: able.length },
    });
    return true;
  });
  return result;
}

function refuseReview(
  actor: Actor,
  segment: Segment,
  version: number,
): ReviewResult["refused"][number]["reason"] | null {
  if (segment.mark === "reviewed") return null;
  if (segment.version !== version) return "changed";
  if (canReview(actor, segment)) return null;
  return segment.mark === "edited" ? "own" : "not-edited";
}

function reviewedBy(actor: Actor, segment: Segment, now: Date): SegmentChange {
  return {
    id: segment.id,
    version: segment.version,
    target: segment.target,
    mark: "reviewed",
    origin: segment.origin,
    provider: segment.provider,
    memoryScore: segment.memoryScore,
    changedBy: segment.changed?.by ?? null,
    changedAt: segment.changed?.at ?? now,
    reviewedBy: actor.userId,
    reviewedAt: now,
  };
}

/** Throws `not-found` for a translation that is not there, `conflict` {reason: "approved"} for one that is closed. */
export async function requireOpen(found: { state: TranslationState } | null, id: string): Promise<void> {
  if (!found) throw new AppError("not-found", { kind: "translation", id });
  if (found.state === "approved") throw new AppError("conflict", { reason: "approved" });
}

async function getSegment(context: Context, translation: string, segment: string): Promise<Segment> {
  const [found] = await read(context.database, (transaction) => readSegments(transaction, translation, [segment]));
  if (!found) throw new AppError("not-found", { kind: "segment", id: segment });
  return found;
}
