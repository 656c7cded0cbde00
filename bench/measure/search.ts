import { loadavg } from "node:os";
import { sql } from "kysely";
import type { SearchContributor } from "../../src/features/search/contribution.ts";
import { find } from "../../src/features/search/find.ts";
import { isUnspaced, runsOf } from "../../src/features/search/fold.ts";
import { noFilter } from "../../src/features/search/narrow.ts";
import { makeNeedle } from "../../src/features/search/needle.ts";
import { updateSearchIndex } from "../../src/features/search/update-index.ts";
import type { Context } from "../../src/platform/context.ts";
import { growLaws, type Law } from "../generate/passages.ts";
import { createRandom } from "../generate/random.ts";
import { type BenchPassage, openPeer, type Peer } from "./search-peers.ts";
import { chooseItems, measureRanking, rankByCover, rankByFind } from "./search-ranking.ts";

export interface SearchBench {
  laws: readonly Law[];
  passages: number;
  samples: number;
  peers: readonly string[];
  /** for files of peers */
  folder: string;
  report(step: string): void;
}

interface Query {
  text: string;
  length: number;
  often: "rare" | "frequent";
  /** subjects that a scan of all shadows finds */
  subjects: number;
}

export async function measureSearch(context: Context, bench: SearchBench) {
  const { samples, report } = bench;
  report("index");
  const isBuilt = (await readShadows(context)).length > 0;
  const indexMs = isBuilt ? null : await buildIndex(context, bench);
  const passages = await readShadows(context);
  const queries = chooseQueries(passages);
  report(`${passages.length} passages, ${queries.length} queries`);
  const own = await measurePeer("renkei", ({ text }) => search(context, text), queries, samples);
  const others = [];
  report("ranking");
  const known = chooseItems(passages);
  const mrr: Record<string, number> = {
    renkei: await measureRanking((terms) => rankByFind(context, terms), known),
    "PostgreSQL ts_rank_cd, bigrams": await measureRanking((terms) => rankByCover(context, passages, terms), known),
  };
  for (const name of bench.peers) {
    report(name);
    const peer = await openPeer(name, context, passages, bench.folder);
    if ("absent" in peer) others.push({ name, absent: peer.absent });
    else {
      if (peer.rank) mrr[peer.name] = await measureRanking(peer.rank, known);
      others.push(await measureAndClose(peer, queries, samples));
    }
  }
  const p95 = own.p95Ms;
  return {
    passages: passages.length,
    subjects: new Set(passages.map(({ subject }) => subject)).size,
    indexSeconds: indexMs === null ? "built before" : Math.round(indexMs / 1_000),
    indexMegabytes: await measureSize(context),
    // Another program on the same cores makes every answer late by as much.
    load: loadavg().map(round),
    target: { p95Ms: passages.length > 100_000 ? 100 : 20, met: p95 < (passages.length > 100_000 ? 100 : 20) },
    renkei: own,
    /** mean reciprocal rank of the text that two words were taken from, among the first ten */
    ranking: { queries: known.length, mrrAt10: mrr },
    peers: others.map((other) => ("absent" in other ? other : { ...other, timesOurP95: round(other.p95Ms / p95) })),
  };
}

/** As a first filling of the index goes: its GIN index is made at the end, which is many times faster than growing it. */
async function buildIndex(context: Context, { laws, passages, report }: SearchBench): Promise<number> {
  const started = performance.now();
  const contributor: SearchContributor = {
    name: "bench",
    readMark: async () => "1",
    async *read() {
      let batch = [];
      let count = 0;
      for (const subject of growLaws(laws, passages)) {
        batch.push(subject);
        if (batch.length < 100) continue;
        yield batch;
        count += batch.length;
        report(`${count} subjects`);
        batch = [];
      }
      yield batch;
    },
  };
  await sql`DROP INDEX search.passages_by_gram, search.chapters_by_gram`.execute(context.database.db);
  await updateSearchIndex(context, [contributor]);
  await sql`SET maintenance_work_mem = '512MB'`.execute(context.database.db);
  await sql`CREATE INDEX passages_by_gram ON search.passages USING gin (grams)`.execute(context.database.db);
  await sql`CREATE INDEX chapters_by_gram ON search.chapters USING gin (grams)`.execute(context.database.db);
  await sql`VACUUM ANALYZE search.chapters`.execute(context.database.db);
  await sql`VACUUM ANALYZE search.passages`.execute(context.database.db);
  await sql`VACUUM ANALYZE search.texts`.execute(context.database.db);
  await sql`VACUUM ANALYZE search.subjects`.execute(context.database.db);
  return performance.now() - started;
}

async function readShadows(context: Context): Promise<BenchPassage[]> {
  const { rows } = await sql<BenchPassage>`
    SELECT p.id, p.subject, p.is_title AS "isTitle", t.shadow FROM search.passages p JOIN search.texts t ON t.passage = p.id ORDER BY p.id`.execute(
    context.database.db,
  );
  return rows;
}

/** Texts of 1, 2, 4 and 6 characters as they stand in the passages: of the most frequent, and of those that stand in few. */
function chooseQueries(passages: readonly BenchPassage[]): Query[] {
  const random = createRandom(7);
  const sample = passages.length <= 4_000 ? passages : Array.from({ length: 4_000 }, () => random.pick(passages));
  const queries: Query[] = [];
  for (const length of [1, 2, 4, 6]) {
    const counts = new Map<string, number>();
    for (const { shadow } of sample)
      for (const text of new Set(cutTexts(shadow, length))) counts.set(text, (counts.get(text) ?? 0) + 1);
    const ordered = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
    const frequent = ordered.slice(0, 6);
    const rare = Array.from({ length: 6 }, () => random.pick(ordered.slice(Math.floor(ordered.length * 0.8))));
    for (const text of frequent) queries.push({ text, length, often: "frequent", subjects: scan(passages, text) });
    for (const text of rare) queries.push({ text, length, often: "rare", subjects: scan(passages, text) });
  }
  return queries;
}

function cutTexts(shadow: string, length: number): string[] {
  return runsOf(shadow)
    .filter(isUnspaced)
    .flatMap((run) => {
      const characters = [...run];
      return characters
        .slice(0, Math.max(0, characters.length - length + 1))
        .map((_, at) => characters.slice(at, at + length).join(""));
    });
}

function scan(passages: readonly BenchPassage[], text: string): number {
  const found = new Set<number>();
  for (const { subject, shadow } of passages) if (shadow.includes(text)) found.add(subject);
  return found.size;
}

async function search(context: Context, text: string): Promise<number> {
  const needle = makeNeedle(text, { whole: false });
  if (!needle) return 0;
  const { total } = await find(context, {
    terms: [{ needles: [needle] }],
    without: [],
    filter: noFilter,
    order: "relevance",
    language: "zh",
    tokens: ["public"],
    offset: 0,
    limit: 20,
  });
  return total;
}

async function measureAndClose(peer: Peer, queries: readonly Query[], samples: number) {
  try {
    return { ...(await measurePeer(peer.name, peer.search, queries, samples)), ...(peer.note && { note: peer.note }) };
  } finally {
    await peer.close();
  }
}

async function measurePeer(
  name: string,
  run: (query: Query) => Promise<number>,
  queries: readonly Query[],
  samples: number,
) {
  const times: { query: Query; ms: number }[] = [];
  const wrong: { text: string; found: number; scan: number }[] = [];
  for (const query of queries) await run(query);
  for (let sample = 0; sample < samples; sample += 1) {
    for (const query of queries) {
      const started = performance.now();
      const found = await run(query);
      times.push({ query, ms: performance.now() - started });
      if (sample === 0 && found !== query.subjects) wrong.push({ text: query.text, found, scan: query.subjects });
    }
  }
  const groups = Map.groupBy(times, ({ query }) => `${query.length} ${query.often}`);
  return {
    name,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    /** of each query its best run: what is left of it where other programs take their turns */
    bestP95Ms: percentile(bestOf(times), 0.95),
    exact: `${queries.length - wrong.length} of ${queries.length}`,
    ...(wrong.length > 0 && { wrong: wrong.slice(0, 5) }),
    byQuery: Object.fromEntries(
      [...groups].map(([group, own]) => [group, { p50: percentile(own, 0.5), p95: percentile(own, 0.95) }]),
    ),
  };
}

function bestOf(times: readonly { query: Query; ms: number }[]): { ms: number }[] {
  const groups = Map.groupBy(times, ({ query }) => query);
  return [...groups.values()].map((own) => ({ ms: Math.min(...own.map(({ ms }) => ms)) }));
}

function percentile(times: readonly { ms: number }[], part: number): number {
  const ordered = times.map(({ ms }) => ms).sort((a, b) => a - b);
  return round(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * part))] ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

async function measureSize(context: Context): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    SELECT sum(pg_total_relation_size(c.oid))::bigint AS size FROM pg_class c
    WHERE c.relnamespace = 'search'::regnamespace AND c.relkind = 'r'`.execute(context.database.db);
  return Math.round((rows[0]?.size ?? 0) / 1024 / 1024);
}
