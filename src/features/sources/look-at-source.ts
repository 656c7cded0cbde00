import type { Context } from "../../platform/context.ts";
import { portOf } from "../../platform/fetch/check-url.ts";
import { type FetchAnswer, fetchPolitely, largestListBytes } from "../../platform/fetch/fetch-politely.ts";
import { FetchFailure } from "../../platform/fetch/fetch-problem.ts";
import { unpack } from "../../platform/fetch/read-body.ts";
import type { ListReading } from "./discover/list-reading.ts";
import type { Decoded } from "./discover/reader-messages.ts";
import { readInThread, UnreadablePage } from "./discover/reader-threads.ts";
import type { Look } from "./judge-health.ts";
import { headerCharsetOf } from "./keep-snapshot.ts";
import { asksByItself, type ListEntry, type Source, type SourceProblem } from "./source.ts";

/** An archive of years is not read at the first look; whoever wants it loads it as a folder. */
const mostListPages = 10;

/** What a look brought. */
export interface Sight {
  /** `resting`: its host is being left alone, so that it was not asked */
  outcome: Look["outcome"] | "resting";
  problem: SourceProblem | null;
  entries: ListEntry[];
  /** entries on the first page: what health compares, since later pages are read only while they bring news */
  listed: number;
  /** the first page, for the snapshot; null where none came */
  first: { answer: FetchAnswer; decoded: Decoded } | null;
  /** before which it is not to be asked again */
  retryAt: Date | null;
}

export interface LookOptions {
  etag?: string | null;
  lastModified?: string | null;
  /** which addresses are known: a list is read on only while its pages hold others */
  findKnown(urls: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The address that is asked: a route of RSSHub stands behind the server that the settings name. Throws FetchFailure. */
export function addressOf(
  context: Pick<Context, "config">,
  { kind, address }: Pick<Source, "kind" | "address">,
): string {
  if (address === null) throw new FetchFailure("refused", "bad-address");
  if (kind !== "rsshub" || !address.startsWith("/")) return address;
  const base = context.config.fetch?.rsshub;
  if (!base) throw new UnreadablePage({ code: "no-rsshub" });
  return `${base}${address}`;
}

/** Looks at the list of a source, on until what it says is known. Never throws for what a site does. */
export async function lookAtSource(context: Context, source: Source, options: LookOptions): Promise<Sight> {
  try {
    return await look(context, source, options);
  } catch (error) {
    if (error instanceof UnreadablePage) return { ...nothing("failed", error.problem), retryAt: null };
    if (!(error instanceof FetchFailure)) throw error;
    const outcome = error.kind === "refused" ? "refused" : "failed";
    return {
      ...nothing(error.problem.code === "host-waiting" ? "resting" : outcome, error.problem),
      retryAt: error.retryAt,
    };
  }
}

function nothing(outcome: "failed" | "refused" | "unchanged" | "resting", problem: SourceProblem | null): Sight {
  return { outcome, problem, entries: [], listed: 0, first: null, retryAt: null };
}

async function look(context: Context, source: Source, options: LookOptions): Promise<Sight> {
  if (!asksByItself(source)) return nothing("unchanged", null);
  const address = addressOf(context, source);
  const ports = [portOf(new URL(address))];
  const fetchList = (url: string, conditions: Pick<LookOptions, "etag" | "lastModified"> = {}) =>
    fetchPolitely(context, { url, ports, largestBytes: largestListBytes, accept: acceptOf(source), ...conditions });
  // An index of sitemaps stays what it is while its parts grow: asked whether it changed, it would hide their news.
  const answer = await fetchList(address, source.kind === "sitemap" ? {} : options);
  if (answer.status === 304) return nothing("unchanged", null);
  const { reading, decoded } = await readAnswer(context, source, answer);
  const entries = new Map(reading.entries.map((entry) => [entry.url, entry]));
  const problems = [...reading.problems];
  for (const child of reading.children) {
    const part = await readAnswer(context, source, await fetchList(child));
    for (const entry of part.reading.entries) entries.set(entry.url, entry);
    problems.push(...part.reading.problems);
  }
  if (reading.next !== null && reading.entries.length > 0)
    problems.push(...(await readOn(context, source, answer.finalUrl, reading, entries, options, fetchList)));
  if (decoded.lie !== null)
    problems.push({ code: "charset-lie", values: { claimed: decoded.lie, charset: decoded.charset } });
  const listed = reading.children.length > 0 ? entries.size : reading.entries.length;
  return {
    outcome: listed === 0 ? "empty" : "read",
    problem:
      problems.find(({ code }) => code !== "links-elsewhere") ??
      problems[0] ??
      (listed === 0 ? { code: "no-entries" } : null),
    entries: [...entries.values()],
    listed,
    first: { answer, decoded },
    retryAt: null,
  };
}

/** Further pages, while they hold what nobody knows yet. A list that never ends is left after some of it. */
async function readOn(
  context: Context,
  source: Source,
  firstUrl: string,
  first: ListReading,
  entries: Map<string, ListEntry>,
  { findKnown }: LookOptions,
  fetchList: (url: string) => Promise<FetchAnswer>,
): Promise<SourceProblem[]> {
  const seen = new Set([firstUrl]);
  let reading = first;
  for (let count = 1; reading.next !== null && !seen.has(reading.next); count += 1) {
    const known = await findKnown(reading.entries.map(({ url }) => url));
    // One that is known may be pinned to the top; half of them mean that the rest was read at an earlier look.
    if (known.size * 2 >= reading.entries.length) return [];
    if (count >= mostListPages) return [{ code: "endless-list", values: { pages: count } }];
    seen.add(reading.next);
    const before = entries.size;
    ({ reading } = await readAnswer(context, source, await fetchList(reading.next)));
    for (const entry of reading.entries) if (!entries.has(entry.url)) entries.set(entry.url, entry);
    if (entries.size === before)
      return reading.next === null ? [] : [{ code: "endless-list", values: { pages: count + 1 } }];
  }
  return [];
}

/** Reads a list from bytes that came now or were kept. Throws UnreadablePage and FetchFailure. */
export async function readAnswer(
  context: Pick<Context, "clock">,
  source: Pick<
    Source,
    "kind" | "language" | "include" | "itemSelector" | "linkSelector" | "dateSelector" | "nextSelector"
  >,
  answer: Pick<FetchAnswer, "content" | "finalUrl" | "headers">,
): Promise<{ reading: ListReading; decoded: Decoded }> {
  const { language, include, itemSelector, linkSelector, dateSelector, nextSelector } = source;
  const { reading, decoded } = await readInThread({
    what: source.kind === "list" ? "list" : source.kind === "sitemap" ? "sitemap" : "feed",
    content: await unpackFile(answer.content),
    headerCharset: headerCharsetOf(answer.headers),
    url: answer.finalUrl,
    rules: { language, include, itemSelector, linkSelector, dateSelector, nextSelector },
    today: context.clock.today(),
  });
  return { reading, decoded };
}

/** RFC 1952 2.3.1: files that are packed themselves, as `sitemap.xml.gz`. */
async function unpackFile(content: Uint8Array): Promise<Uint8Array> {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return content;
  return unpack(Buffer.from(content.buffer, content.byteOffset, content.byteLength), "gzip", largestListBytes);
}

function acceptOf({ kind }: Pick<Source, "kind">): string {
  if (kind === "list") return "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";
  return "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5";
}
