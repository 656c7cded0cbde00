import { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { locksOf } from "../../platform/fetch/session-locks.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { askForIndexing } from "../search/update-index.ts";
import type { ReceivePage } from "./fetch-page.ts";
import { fetchPages, noPages, type PagesResult } from "./fetch-pages.ts";
import { lookAtSource } from "./look-at-source.ts";
import { postponeLook, type Recorded, recordLook } from "./record-look.ts";
import { runAtOnce } from "./run-at-once.ts";
import { asksByItself, type Source, type SourceProblem } from "./source.ts";
import { readSources } from "./store.ts";
import { findKnown, readStatuses, startWatching } from "./store-looks.ts";

export interface RoundOptions {
  /** absent: only the lists are looked at, and the articles left to the next round */
  receive?: ReceivePage;
  /** only these, due or not, paused or not; all that are due where absent */
  ids?: readonly string[];
  /** also those that are not due */
  all?: boolean;
  onProgress?: (progress: RoundProgress) => void;
  /** ends the round after what is under way */
  signal?: AbortSignal;
}

export interface RoundProgress {
  sources: { done: number; total: number };
  pages: { done: number; total: number };
}

export interface Resting {
  source: string;
  problem: SourceProblem | null;
  until: Date;
}

export interface RoundResult {
  looked: (Recorded & { source: string })[];
  /** read by another process at this moment */
  busy: string[];
  /** not asked, since their host is being left alone */
  resting: Resting[];
  pages: PagesResult;
}

/** Sources of different hosts are asked side by side; of one host, one after the other (platform/fetch/host-turn.ts). */
const sourcesAtOnce = 8;

/**
 * One round: looks at the lists that are due, then fetches and understands the articles they led to. Several processes may
 * run it at once; one that is killed has left nothing half done, and the next goes on where it was. Throws `not-found`.
 */
export async function checkSources(context: Context, options: RoundOptions): Promise<RoundResult> {
  const sources = await chooseSources(context, options);
  const progress: RoundProgress = { sources: { done: 0, total: 0 }, pages: { done: 0, total: 0 } };
  const report = () => options.onProgress?.(structuredClone(progress));
  const due = await findDue(context, sources, options);
  progress.sources.total = due.length;
  report();
  const result: RoundResult = { looked: [], busy: [], resting: [], pages: noPages() };
  await runAtOnce(due, sourcesAtOnce, async (source) => {
    if (options.signal?.aborted) return;
    const recorded = await lookOnce(context, source, options);
    if (recorded === null) result.busy.push(source.id);
    else if (recorded !== "done" && "until" in recorded) result.resting.push(recorded);
    else if (recorded !== "done") result.looked.push({ source: source.id, ...recorded });
    progress.sources.done += 1;
    report();
  });
  if (result.looked.some(({ hasTurned }) => hasTurned)) await tellReaders(context);
  const { receive } = options;
  if (!receive) return result;
  result.pages = await fetchPages(context, {
    sources,
    receive,
    signal: options.signal,
    onProgress(done, total) {
      progress.pages = { done, total };
      report();
    },
  });
  // What was found is for members at first: no revision of the public records tells the search of it.
  if (result.pages.understood > 0) await write(context.database, askForIndexing);
  return result;
}

/** The public page says how each source is, and is kept for as long as the records stay as they are. */
async function tellReaders(context: Context): Promise<void> {
  await write(context.database, (transaction) => raiseRevision(transaction));
  await refreshRevision(context);
}

async function chooseSources(context: Context, { ids }: RoundOptions): Promise<Source[]> {
  const all = await read(context.database, readSources);
  const unknown = ids?.find((id) => !all.some((source) => source.id === id));
  if (unknown !== undefined) throw new AppError("not-found", { kind: "source", id: unknown });
  const chosen = ids ? all.filter(({ id }) => ids.includes(id)) : all.filter(({ paused }) => !paused);
  const now = context.clock.now();
  const watched = chosen.filter(asksByItself).map(({ id }) => id);
  await write(context.database, (transaction) => startWatching(transaction, watched, now));
  // Newsletters are not asked for, but links in them are fetched like those of a list.
  return chosen;
}

async function findDue(context: Context, sources: readonly Source[], { ids, all }: RoundOptions): Promise<Source[]> {
  const watched = sources.filter(asksByItself);
  if (ids || all) return watched;
  const now = context.clock.now();
  const statuses = await read(context.database, (transaction) => readStatuses(transaction));
  const due = new Set(statuses.filter(({ nextCheckAt }) => nextCheckAt <= now).map(({ source }) => source));
  return watched.filter(({ id }) => due.has(id));
}

/** Null: another process reads it just now; `done`: it did so since this round began. */
async function lookOnce(
  context: Context,
  source: Source,
  { ids, all }: RoundOptions,
): Promise<Recorded | Resting | null | "done"> {
  const locks = locksOf(context.database.pool);
  const name = `source ${source.id}`;
  if (!(await locks.tryLock(name))) return null;
  try {
    const [status] = await read(context.database, (transaction) => readStatuses(transaction, [source.id]));
    if (!ids && !all && status && status.nextCheckAt > context.clock.now()) return "done";
    const started = performance.now();
    const sight = await lookAtSource(context, source, {
      etag: status?.etag ?? null,
      lastModified: status?.lastModified ?? null,
      findKnown: (urls) => read(context.database, (transaction) => findKnown(transaction, urls)),
    });
    const { outcome } = sight;
    if (outcome === "resting") {
      const until = await postponeLook(context, source, sight.retryAt);
      context.log.info({ source: source.id, until }, "source not asked: its host is being left alone");
      return { source: source.id, problem: sight.problem, until };
    }
    const recorded = await recordLook(context, source, { ...sight, outcome }, Math.round(performance.now() - started));
    context.log.info({ source: source.id, ...recorded, problem: recorded.problem?.code }, "source looked at");
    return recorded;
  } finally {
    await locks.unlock(name);
  }
}
