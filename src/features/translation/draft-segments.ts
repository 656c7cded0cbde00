import { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Who } from "../audit/audit.ts";
import { changeOnce } from "../comments/change-once.ts";
import { findMatches } from "./find-matches.ts";
import { ProviderError } from "./providers/provider-error.ts";
import { lockTranslation, readSummaries, readTranslation } from "./store.ts";
import { addDraftProgress, type Draft, finishDraft, setDraftTotal } from "./store-drafts.ts";
import { changeSegments, type SegmentChange } from "./store-segments.ts";
import { DraftRefusal, largestRequest, translateByMachine } from "./translate-by-machine.ts";
import type { DraftProblem, Segment, Translation } from "./translation.ts";

/** Below this a pair of the memory is shown to the translator and not put in. */
export const weakestDraft = 75;

/**
 * Fills what is empty: first from the memory, then, where it was asked for, by the machine. Nothing that is there is touched, so it
 * may break off and be done again. What a provider does not give stays empty, and why is noted.
 */
export async function draftSegments(context: Context, draft: Draft): Promise<void> {
  const translation = await read(context.database, (transaction) => readTranslation(transaction, draft.translation));
  if (!translation) return;
  const open = translation.segments.filter(({ mark }) => mark === "empty");
  await write(context.database, (transaction) => setDraftTotal(transaction, translation.id, open.length));
  let problem: DraftProblem | null = null;
  for (const batch of cutBatches(open)) {
    const who = { userId: draft.requestedBy, network: null };
    const fromMemory = await draftFromMemory(context, translation, batch, draft);
    const rest = batch.filter(({ id }) => !fromMemory.some((change) => change.id === id));
    const fromMachine: SegmentChange[] = [];
    if (draft.machine && problem === null && rest.length > 0) {
      const answer = await draftByMachine(context, translation, rest);
      if (typeof answer === "string") problem = answer;
      else fromMachine.push(...answer);
    }
    const kept = await keep(context, who, translation, fromMemory, fromMachine);
    await write(context.database, (transaction) =>
      addDraftProgress(transaction, translation.id, { ...kept, done: batch.length, at: context.clock.now() }),
    );
    if (!kept.goesOn) break;
  }
  const state = problem === null || problem === "not-public" || problem === "no-provider" ? "done" : "failed";
  await write(context.database, (transaction) =>
    finishDraft(transaction, translation.id, { state, problem, at: context.clock.now() }),
  );
}

/** As much at once as a provider takes; a sentence beyond that goes alone. */
function cutBatches(segments: readonly Segment[]): Segment[][] {
  const batches: Segment[][] = [];
  let characters = 0;
  for (const segment of segments) {
    const last = batches.at(-1);
    characters += segment.source.length;
    if (last && last.length < largestRequest.texts && characters <= largestRequest.characters) last.push(segment);
    else {
      batches.push([segment]);
      characters = segment.source.length;
    }
  }
  return batches;
}

async function draftFromMemory(
  context: Context,
  translation: Translation,
  segments: readonly Segment[],
  { requestedBy }: Draft,
): Promise<SegmentChange[]> {
  const now = context.clock.now();
  return read(context.database, async (transaction) => {
    const changes: SegmentChange[] = [];
    for (const { id, version, source } of segments) {
      const [best] = await findMatches(transaction, translation, source, { except: id, atLeast: weakestDraft });
      if (!best) continue;
      // The same sentence in words that a person stands for: whoever asked for the draft takes them over. Anything else is the
      // work of a program until somebody has looked at it.
      const isExact = best.score === 100;
      changes.push({
        ...{ id, version, target: best.target, mark: isExact ? "edited" : "machine" },
        ...{ origin: "memory", provider: null, memoryScore: best.score },
        ...{ changedBy: isExact ? requestedBy : null, changedAt: now, reviewedBy: null, reviewedAt: null },
      });
    }
    return changes;
  });
}

/** The changes, or why there are none. */
async function draftByMachine(
  context: Context,
  translation: Translation,
  segments: readonly Segment[],
): Promise<SegmentChange[] | DraftProblem> {
  try {
    const sources = segments.map(({ source }) => source);
    const { targets, provider } = await translateByMachine(context, translation, sources);
    const now = context.clock.now();
    return segments.flatMap(({ id, version }, index): SegmentChange[] => {
      const target = targets[index];
      if (!target) return [];
      return [
        {
          ...{ id, version, target, mark: "machine", origin: "machine", provider, memoryScore: null },
          ...{ changedBy: null, changedAt: now, reviewedBy: null, reviewedAt: null },
        },
      ];
    });
  } catch (error) {
    if (error instanceof DraftRefusal) return error.problem;
    if (!(error instanceof ProviderError)) throw error;
    context.log.warn({ translation: translation.id, reason: error.message }, "a translation provider gave no draft");
    return error.kind;
  }
}

interface Kept {
  fromMemory: number;
  fromMachine: number;
  /** false once somebody has approved or removed the translation meanwhile */
  goesOn: boolean;
}

/** What somebody wrote meanwhile stays: only the version that was empty is filled. */
async function keep(
  context: Context,
  who: Who,
  { id }: Translation,
  fromMemory: readonly SegmentChange[],
  fromMachine: readonly SegmentChange[],
): Promise<Kept> {
  const kept: Kept = { fromMemory: 0, fromMachine: 0, goesOn: true };
  await changeOnce(context, who, async (transaction, audit) => {
    const found = await lockTranslation(transaction, id);
    kept.goesOn = found !== null && found.state !== "approved";
    if (!kept.goesOn) return false;
    const done = await changeSegments(transaction, id, who.userId, context.clock.now(), [
      ...fromMemory,
      ...fromMachine,
    ]);
    if (done.size === 0) return false;
    kept.fromMemory = fromMemory.filter((change) => done.has(change.id)).length;
    kept.fromMachine = fromMachine.filter((change) => done.has(change.id)).length;
    const provider = fromMachine[0]?.provider ?? null;
    audit({
      action: "translation.drafted",
      subject: `translation/${id}`,
      details: { fromMemory: kept.fromMemory, fromMachine: kept.fromMachine, provider },
    });
    return true;
  });
  return kept;
}

/** One sentence, at once. Throws `not-found`, `conflict` {reason: "translated"}, `unavailable` {reason: DraftProblem}. */
export async function draftOne(
  context: Context,
  { translation: id, segment: segmentId, by }: { translation: string; segment: string; by: Who },
): Promise<{ target: string; provider: string }> {
  const [summary] = await read(context.database, (transaction) => readSummaries(transaction, { ids: [id] }));
  const translation = summary && (await read(context.database, (transaction) => readTranslation(transaction, id)));
  const segment = translation?.segments.find((candidate) => candidate.id === segmentId);
  if (!translation || !segment) throw new AppError("not-found", { kind: "segment", id: segmentId });
  // What a person stands for is not written over.
  if (segment.mark === "edited" || segment.mark === "reviewed")
    throw new AppError("conflict", { reason: "translated" });
  const answer = await draftByMachine(context, translation, [segment]);
  if (typeof answer === "string") throw new AppError("unavailable", { reason: answer });
  const [change] = answer;
  if (!change?.provider) throw new AppError("unavailable", { reason: "bad-answer" });
  await keep(context, by, translation, [], [change]);
  return { target: change.target, provider: change.provider };
}
