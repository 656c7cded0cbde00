import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { locksOf } from "../../platform/fetch/session-locks.ts";
import { fetchPage, type ReceivePage, understandPage } from "./fetch-page.ts";
import { runAtOnce } from "./run-at-once.ts";
import type { Source, SourceProblem } from "./source.ts";
import { findPage, readDuePages, type SourcePage } from "./store-pages.ts";

export interface PagesOptions {
  sources: readonly Source[];
  receive: ReceivePage;
  signal?: AbortSignal | undefined;
  onProgress?: (done: number, total: number) => void;
}

export interface PagesResult {
  fetched: number;
  understood: number;
  failed: number;
  /** which pages failed, and why; the first of them where they are many */
  failures: { url: string; source: string; problem: SourceProblem | null }[];
}

export function noPages(): PagesResult {
  return { fetched: 0, understood: 0, failed: 0, failures: [] };
}

const mostFailuresTold = 50;
const pagesAtOnce = 2_000;
const hostsAtOnce = 8;
/** While some pages are understood the next is on its way; more would only fill the memory. */
const mostWaiting = 3;
/** A host that failed so often in a row is left for the next round. */
const mostFailuresInRow = 3;

/** Fetches what waits, host by host, and has it understood. */
export async function fetchPages(context: Context, options: PagesOptions): Promise<PagesResult> {
  const result = noPages();
  const sources = new Map(options.sources.map((source) => [source.id, source]));
  const tried = new Set<string>();
  const progress = { done: 0, total: 0 };
  for (;;) {
    const due = await read(context.database, (transaction) =>
      readDuePages(transaction, [...sources.keys()], context.clock.now(), pagesAtOnce),
    );
    const pages = due.filter(({ url }) => !tried.has(url));
    if (pages.length === 0 || options.signal?.aborted) return result;
    for (const { url } of pages) tried.add(url);
    progress.total += pages.length;
    const step = () => {
      progress.done += 1;
      options.onProgress?.(progress.done, progress.total);
    };
    options.onProgress?.(progress.done, progress.total);
    await runAtOnce([...groupByHost(pages)], hostsAtOnce, ([host, ofHost]) =>
      workThroughHost(context, host, ofHost, sources, options, result, step),
    );
    if (due.length < pagesAtOnce) return result;
  }
}

function groupByHost(pages: readonly SourcePage[]): Map<string, SourcePage[]> {
  return Map.groupBy(pages, ({ url }) => (URL.canParse(url) ? new URL(url).host : ""));
}

/** One process at a time works on a host: whoever is killed leaves it free, and nothing is fetched by two. */
async function workThroughHost(
  context: Context,
  host: string,
  pages: readonly SourcePage[],
  sources: ReadonlyMap<string, Source>,
  { receive, signal }: PagesOptions,
  result: PagesResult,
  step: () => void,
): Promise<void> {
  const locks = locksOf(context.database.pool);
  const name = `pages of ${host}`;
  if (!(await locks.tryLock(name))) return;
  const queue = new UnderstandingQueue();
  try {
    const current = await readAgain(context, pages);
    let failures = 0;
    for (const page of current) {
      const source = sources.get(page.source);
      if (!source || signal?.aborted || failures >= mostFailuresInRow) return;
      const arrived = await fetchPage(context, page, source);
      if (typeof arrived === "string") {
        failures = arrived === "later" ? failures + 1 : 0;
        await noteFailed(context, page, result);
        step();
        continue;
      }
      failures = 0;
      if (page.state === "waiting") result.fetched += 1;
      await queue.add(arrived.url, async () => {
        const isUnderstood = await understandPage(context, page, arrived, receive);
        if (isUnderstood) result.understood += 1;
        else await noteFailed(context, page, result);
        step();
      });
    }
    await queue.end();
  } finally {
    await queue.end().catch(() => undefined);
    await locks.unlock(name);
  }
}

/** Its row says by now why it failed. One that was not asked for, since its host rests, did not. */
async function noteFailed(context: Context, { url, source }: SourcePage, result: PagesResult): Promise<void> {
  const page = await read(context.database, (transaction) => findPage(transaction, url));
  if (page?.problem?.code === "host-waiting") return;
  result.failed += 1;
  if (result.failures.length < mostFailuresTold) result.failures.push({ url, source, problem: page?.problem ?? null });
}

/**
 * Pages of a host are understood some at once, while the next ones are fetched. Those that redirects led to the same address come one
 * after the other: they make one item.
 */
class UnderstandingQueue {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #failed: unknown[] = [];

  /** Returns when there is room for another. Throws what went wrong in an earlier one. */
  async add(url: string, work: () => Promise<void>): Promise<void> {
    const before = this.#underWay.get(url) ?? Promise.resolve();
    const mine = before.then(work).catch((error: unknown) => {
      this.#failed.push(error);
    });
    const ended = mine.finally(() => {
      if (this.#underWay.get(url) === ended) this.#underWay.delete(url);
    });
    this.#underWay.set(url, ended);
    if (this.#underWay.size >= mostWaiting) await Promise.race(this.#underWay.values());
    if (this.#failed.length > 0) throw this.#failed[0];
  }

  async end(): Promise<void> {
    await Promise.all(this.#underWay.values());
    if (this.#failed.length > 0) throw this.#failed[0];
  }
}

/** As they stand now that nobody else works on them. */
async function readAgain(context: Context, pages: readonly SourcePage[]): Promise<SourcePage[]> {
  const wanted = new Set(pages.map(({ url }) => url));
  const ids = [...new Set(pages.map(({ source }) => source))];
  const due = await read(context.database, (transaction) =>
    readDuePages(transaction, ids, context.clock.now(), pagesAtOnce),
  );
  return due.filter(({ url }) => wanted.has(url));
}
