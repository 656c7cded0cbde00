import { sql } from "kysely";
import { find } from "../../src/features/search/find.ts";
import { isUnspaced, runsOf } from "../../src/features/search/fold.ts";
import { noFilter } from "../../src/features/search/narrow.ts";
import { makeNeedle } from "../../src/features/search/needle.ts";
import type { Context } from "../../src/platform/context.ts";
import { createRandom, type Random } from "../generate/random.ts";
import type { BenchPassage } from "./search-peers.ts";

/** What somebody remembers of a text that was read once: two words of the same passage, neither in the title. */
export interface KnownItem {
  subject: number;
  terms: readonly [string, string];
}

const items = 100;
/** Rare enough to be remembered; a word of one text alone would find it without any ranking. */
const inPassages = { from: 20, to: 400 };

export type Rank = (terms: readonly string[]) => Promise<number[]>;

/** Mean reciprocal rank of the right subject among the first ten. */
export async function measureRanking(rank: Rank, known: readonly KnownItem[]): Promise<number> {
  let sum = 0;
  for (const { subject, terms } of known) {
    const place = (await rank(terms)).slice(0, 10).indexOf(subject);
    if (place !== -1) sum += 1 / (place + 1);
  }
  return Math.round((sum / known.length) * 1_000) / 1_000;
}

export function chooseItems(passages: readonly BenchPassage[]): KnownItem[] {
  const random = createRandom(11);
  const wanted = Array.from({ length: items * 5 }, () => random.pick(passages)).filter(({ isTitle }) => !isTitle);
  const counts = countWords(passages, new Set(wanted.flatMap(({ shadow }) => cutWords(shadow))));
  const titles = Map.groupBy(
    passages.filter(({ isTitle }) => isTitle),
    ({ subject }) => subject,
  );
  return wanted
    .flatMap(({ subject, shadow }) => {
      const isInTitle = (word: string) => titles.get(subject)?.some((title) => title.shadow.includes(word));
      const terms = pickTwo(
        random,
        cutWords(shadow).filter((word) => isRemembered(counts.get(word) ?? 0) && !isInTitle(word)),
      );
      return terms ? [{ subject, terms }] : [];
    })
    .slice(0, items);
}

function isRemembered(count: number): boolean {
  return count >= inPassages.from && count <= inPassages.to;
}

function pickTwo(random: Random, words: readonly string[]): [string, string] | null {
  if (words.length === 0) return null;
  const first = random.pick(words);
  const others = words.filter((word) => ![...word].some((character) => first.includes(character)));
  return others.length === 0 ? null : [first, random.pick(others)];
}

function countWords(passages: readonly BenchPassage[], words: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { shadow } of passages)
    for (const word of new Set(cutWords(shadow).filter((one) => words.has(one))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Every four characters that follow each other. */
function cutWords(shadow: string): string[] {
  return runsOf(shadow)
    .filter(isUnspaced)
    .flatMap((run) => Array.from({ length: Math.max(0, run.length - 3) }, (_, at) => run.slice(at, at + 4)));
}

export async function rankByFind(context: Context, terms: readonly string[]): Promise<number[]> {
  const { hits } = await find(context, {
    terms: terms.map((term) => ({ needles: [makeNeedle(term, { whole: false })].flatMap((needle) => needle ?? []) })),
    ...{ without: [], filter: noFilter, order: "relevance", language: "zh", tokens: ["public"], offset: 0, limit: 10 },
  });
  return hits.map(({ subject }) => subject.id);
}

/** PostgreSQL's own ranking, of the passages that hold both terms; it needs places, which the index has not. */
export async function rankByCover(
  context: Context,
  passages: readonly BenchPassage[],
  terms: readonly string[],
): Promise<number[]> {
  const candidates = passages.filter(({ shadow }) => terms.every((term) => shadow.includes(term)));
  const query = terms.map((term) => `(${pairsOf(term).join(" <-> ")})`).join(" & ");
  const { rows } = await sql<{ subject: number }>`
    SELECT subject FROM unnest(${candidates.map(({ subject }) => subject)}::int[],
      ${candidates.map(({ shadow }) => pairsOf(shadow).join(" "))}::text[]) AS candidate(subject, pairs)
    GROUP BY subject ORDER BY max(ts_rank_cd(to_tsvector('simple', pairs), ${query}::tsquery)) DESC, subject LIMIT 10`.execute(
    context.database.db,
  );
  return rows.map(({ subject }) => subject);
}

function pairsOf(text: string): string[] {
  return runsOf(text).flatMap((run) =>
    run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
}
