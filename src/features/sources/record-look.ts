import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { judgeHealth, type Look } from "./judge-health.ts";
import { keepSnapshot, storeBytes } from "./keep-snapshot.ts";
import type { Sight } from "./look-at-source.ts";
import type { HealthState, Source, SourceProblem } from "./source.ts";
import { insertCheck, insertPages, readChecks, readStatuses, updateStatus } from "./store-looks.ts";

/** Enough to see three failures, the usual length of the list and the first look of a young source. */
export const looksForHealth = 40;
const firstRetryMinutes = 15;

export interface Recorded {
  state: HealthState;
  outcome: Look["outcome"];
  /** entries on the first page */
  listed: number;
  /** entries on all the pages that were read; what is new is among them */
  seen: number;
  fresh: number;
  problem: SourceProblem | null;
  /** its state is another than before */
  hasTurned: boolean;
}

/** What was looked at, whatever it brought. */
export interface Looked extends Sight {
  outcome: Look["outcome"];
}

/** Writes down what a look brought, all of it or nothing: a process that dies before has not looked. */
export async function recordLook(
  context: Context,
  source: Source,
  sight: Looked,
  milliseconds: number,
): Promise<Recorded> {
  const { first } = sight;
  if (first) await storeBytes(context, first.answer.content);
  const now = context.clock.now();
  return write(context.database, async (transaction) => {
    const [before] = await readStatuses(transaction, [source.id]);
    const kept = first
      ? await keepSnapshot(context, transaction, {
          source: source.id,
          url: source.address ?? first.answer.finalUrl,
          ...first,
        })
      : null;
    const earlier = await readChecks(transaction, source.id, looksForHealth - 1);
    const last = earlier.find(({ outcome: of }) => of === "read" || of === "unchanged" || of === "empty");
    // 304 says that the list is what it was.
    const listed = sight.outcome === "unchanged" ? (last?.listed ?? 0) : sight.listed;
    const fresh = sight.entries.length > 0 ? await insertPages(transaction, source.id, sight.entries, now) : 0;
    const snapshot = kept?.snapshot ?? null;
    const neverYielded = !before?.lastGoodAt && sight.problem?.code === "no-entries";
    // What never yielded anything cannot have been redesigned since.
    const problem: SourceProblem | null = neverYielded ? { code: "never-entries" } : sight.problem;
    // The same bytes may be read otherwise than before, by another declaration.
    const isAsBefore = kept?.isSame === true && fresh === 0 && last?.listed === listed;
    const outcome = sight.outcome === "read" && isAsBefore ? "unchanged" : sight.outcome;
    await insertCheck(transaction, {
      source: source.id,
      at: now,
      outcome,
      problem,
      listed,
      fresh,
      snapshot,
      milliseconds,
    });
    // News counts from the day on which it was found, as everywhere on the desk: an old article that was found today is new today.
    const lastFreshAt = fresh > 0 ? now : (before?.lastFreshAt ?? null);
    const looks: Look[] = [{ at: now, outcome, listed, problem }, ...earlier];
    const { state } = judgeHealth({ now, quietDays: source.quietDays, looks, lastFreshAt });
    const isAnswer = outcome !== "failed" && outcome !== "refused";
    const isGood = (outcome === "read" || outcome === "unchanged") && state !== "suspicious";
    const failures = isAnswer ? 0 : (before?.failures ?? 0) + 1;
    await updateStatus(transaction, {
      source: source.id,
      state,
      since: before?.state === state ? before.since : now,
      lastCheckedAt: now,
      lastGoodAt: isGood ? now : (before?.lastGoodAt ?? null),
      lastFreshAt,
      lastGoodSnapshot: isGood && snapshot !== null ? snapshot : (before?.lastGoodSnapshot ?? null),
      failures,
      nextCheckAt: chooseNextLook(source, failures, sight.retryAt, now),
      // After a page that said nothing the whole one is wanted again.
      etag: outcome === "read" ? (first?.answer.headers.etag ?? null) : isGood ? (before?.etag ?? null) : null,
      lastModified:
        outcome === "read"
          ? (first?.answer.headers["last-modified"] ?? null)
          : isGood
            ? (before?.lastModified ?? null)
            : null,
    });
    const seen = Math.max(listed, sight.entries.length);
    return { state, outcome, listed, seen, fresh, problem, hasTurned: before?.state !== state };
  });
}

/** A host that rests says nothing of the source: neither a look nor a failure, only a later time to ask. */
export async function postponeLook(context: Context, source: Source, retryAt: Date | null): Promise<Date> {
  const soon = new Date(context.clock.now().getTime() + firstRetryMinutes * 60_000);
  const until = retryAt !== null && retryAt > soon ? retryAt : soon;
  await write(context.database, async (transaction) => {
    const [status] = await readStatuses(transaction, [source.id]);
    if (status) await updateStatus(transaction, { ...status, nextCheckAt: until });
  });
  return until;
}

/** As often as declared; after failures soon again, then ever later, but never more often than declared. */
function chooseNextLook({ everyHours }: Source, failures: number, retryAt: Date | null, now: Date): Date {
  const usual = everyHours * 60;
  const minutes = failures === 0 ? usual : Math.min(usual, firstRetryMinutes * 4 ** (failures - 1));
  // A tenth more or less: all sources that were added together would else be asked at the same minute for ever.
  const next = new Date(now.getTime() + minutes * 60_000 * (0.95 + Math.random() / 10));
  return retryAt !== null && retryAt > next ? retryAt : next;
}
