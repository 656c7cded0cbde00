import type { Language } from "../../core/language.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Catalogue, getCatalogue } from "./catalogue.ts";
import { rarity, saturate } from "./grams.ts";
import { chooseSubjects, countFacets, type FacetCount, type SubjectFilter } from "./narrow.ts";
import { countPlaces, type Needle } from "./needle.ts";
import {
  type Candidate,
  countGrams,
  type FoundPassage,
  type FoundSubject,
  findAudiences,
  findCandidates,
  findHolders,
  findNamed,
  findPassages,
  preferIndexes,
  readPassages,
  readSubjects,
  readTotals,
} from "./store-search.ts";

/** One of several texts must stand in the subject: what was typed, or what says the same. */
export interface Term {
  needles: readonly Needle[];
}

export const orders = ["relevance", "date"] as const;
export type Order = (typeof orders)[number];

export interface FindRequest {
  terms: readonly Term[];
  without: readonly Term[];
  filter: SubjectFilter;
  /** “organisation/mee”: what the words name stands before all that speaks of it */
  named?: readonly string[];
  order: Order;
  /** of what is said in several languages, the reader's is shown */
  language: Language;
  /** what the reader is to the sets of readers, see audience.ts */
  tokens: readonly string[] | "all";
  offset: number;
  limit: number;
}

export interface Found {
  total: number;
  facets: FacetCount[];
  hits: { subject: FoundSubject; passages: FoundPassage[] }[];
}

const nothing: Found = { total: 0, facets: [], hits: [] };

/** Everything of one search as it stands at one moment. */
export function find(context: Context, request: FindRequest): Promise<Found> {
  return read(context.database, async (transaction) => {
    await preferIndexes(transaction);
    const { audiences, totals, counts } = await prepare(transaction, request);
    const terms = request.terms
      .map((term) => ({ ...term, count: countTerm(term, counts) }))
      // The rarest first: the others are looked for in what it leaves.
      .toSorted((a, b) => a.count - b.count)
      .map((term) => ({ ...term, weight: rarity(totals.passages, term.count) }));
    // A gram that stands nowhere needs no search.
    if (terms.some(({ count }) => count === 0)) return nothing;
    const catalogue = await getCatalogue(context, transaction, totals.revision);
    const seen = audiences && new Set(audiences);
    let ids = [...chooseSubjects(catalogue, seen, request.filter)];
    for (const term of terms) {
      const holders = await findHolders(transaction, term, { audiences, within: boundOf(ids) });
      ids = keep(ids, holders, true);
    }
    for (const term of request.without) {
      const holders = await findHolders(transaction, term, { audiences, within: boundOf(ids) });
      ids = keep(ids, holders, false);
    }
    return describeFound(transaction, request, { ids, terms, audiences, catalogue });
  });
}

async function prepare(transaction: ReadTransaction, { tokens, terms }: FindRequest) {
  const audiences = await findAudiences(transaction, tokens);
  // How rare a word is among what others may see is none of the public's business.
  const publicOnly = tokens !== "all" && tokens.every((token) => token === "public");
  const grams = new Set(terms.flatMap(({ needles }) => needles.flatMap((needle) => needle.grams)));
  const counts = await countGrams(transaction, [...grams], { publicOnly });
  const { revision, passages, publicPassages } = await readTotals(transaction);
  return { audiences, counts, totals: { revision, passages: publicOnly ? publicPassages : passages } };
}

/** A list that is short enough to be looked through with its help. */
function boundOf(ids: readonly number[]): readonly number[] | null {
  return ids.length <= 1_000 ? ids : null;
}

function keep(ids: readonly number[], others: ReadonlySet<number>, wanted: boolean): number[] {
  return ids.filter((id) => others.has(id) === wanted);
}

interface Selection {
  /** newest first */
  ids: readonly number[];
  terms: readonly WeighedTerm[];
  audiences: readonly number[] | null;
  catalogue: Catalogue;
}

async function describeFound(
  transaction: ReadTransaction,
  { order, language, offset, limit, named = [] }: FindRequest,
  { ids, terms, audiences, catalogue }: Selection,
): Promise<Found> {
  const isOrderedByDate = order === "date" || terms.length === 0;
  const judged = isOrderedByDate
    ? []
    : await findCandidates(transaction, terms, { audiences, subjects: boundOf(ids), limit: mostCandidates });
  const ordered = isOrderedByDate ? ids : putFirst(rank(ids, terms, judged), await findNamed(transaction, named));
  const subjects = await readSubjects(transaction, ordered.slice(offset, offset + limit));
  const passages = await showPassages(transaction, subjects, terms, { judged, language });
  const hits = subjects.map((subject) => ({
    subject,
    passages: passages.filter((passage) => passage.subject === subject.id),
  }));
  return {
    total: ids.length,
    facets: countFacets(catalogue, ids),
    hits,
  };
}

/** The passages that say most of each subject, in the order of the text. */
async function showPassages(
  transaction: ReadTransaction,
  subjects: readonly FoundSubject[],
  terms: readonly WeighedTerm[],
  { judged, language }: { judged: readonly Candidate[]; language: Language },
): Promise<FoundPassage[]> {
  const bySubject = Map.groupBy(judged, ({ subject }) => subject);
  const best = subjects.flatMap(({ id }) => chooseBest(bySubject.get(id) ?? [], terms, language));
  const known = new Set(best.map(({ subject }) => subject));
  const others = subjects.map(({ id }) => id).filter((id) => !known.has(id));
  const passages = [
    ...(await readPassages(
      transaction,
      best.map(({ id }) => id),
    )),
    ...(await findPassages(transaction, terms, { subjects: others, each: passagesShown, first: language })),
  ];
  return passages.toSorted((a, b) => a.position - b.position);
}

/** How many passages are judged one by one. */
const mostCandidates = 300;
const passagesShown = 2;

type WeighedTerm = Term & { weight: number };

/** The rarest gram of a needle bounds how many passages hold it. */
function countTerm({ needles }: Term, counts: ReadonlyMap<string, number>): number {
  return needles.reduce((sum, { grams }) => sum + Math.min(...grams.map((gram) => counts.get(gram) ?? 0)), 0);
}

/**
 * By the best passage for each term (BM25; a title counts more), by the passage in which the terms say most together, and a little by
 * how many there are. What was not judged one by one comes after, newest first.
 */
export function rank(
  ids: readonly number[],
  terms: readonly WeighedTerm[],
  candidates: readonly Candidate[],
): number[] {
  const best = new Map<number, { scores: number[]; together: number; passages: number }>();
  for (const candidate of candidates) {
    const entry = best.get(candidate.subject) ?? { scores: terms.map(() => 0), together: 0, passages: 0 };
    entry.passages += 1;
    const scores = terms.map((term) => scorePassage(candidate, term));
    entry.scores = entry.scores.map((score, index) => Math.max(score, scores[index] ?? 0));
    entry.together = Math.max(entry.together, sumOf(scores));
    best.set(candidate.subject, entry);
  }
  const scoreOf = ({ scores, together, passages }: { scores: number[]; together: number; passages: number }) =>
    sumOf(scores) + (terms.length > 1 ? togetherWeight * together : 0) + 0.1 * Math.log(passages);
  const scores = new Map([...best].map(([id, entry]) => [id, scoreOf(entry)]));
  const isJudged = (id: number) => (scores.get(id) ?? 0) > 0;
  const judged = ids.filter(isJudged).toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  return [...judged, ...ids.filter((id) => !isJudged(id))];
}

/** In their order; of those that were found only. */
function putFirst(ids: readonly number[], first: readonly number[]): number[] {
  if (first.length === 0) return [...ids];
  const found = new Set(ids);
  const leading = first.filter((id) => found.has(id));
  const isLeading = new Set(leading);
  return [...leading, ...ids.filter((id) => !isLeading.has(id))];
}

function sumOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0);
}

const titleWeight = 1.6;
/** Measured by bench/search.ts: finds the passage again that two words were taken from; more makes no difference. */
const togetherWeight = 3;

export function scorePassage(
  { shadow, isTitle }: Pick<Candidate, "shadow" | "isTitle">,
  { needles, weight }: WeighedTerm,
): number {
  // What the glossary adds counts a little less than what was typed.
  const scores = needles.map(
    (needle, index) => (index === 0 ? 1 : 0.9) * saturate(countPlaces(shadow, needle), shadow.length),
  );
  return Math.max(weight, 0.01) * Math.max(0, ...scores) * (isTitle ? titleWeight : 1);
}

/** The grams alone do not prove a phrase, so that some candidates may hold nothing. */
function chooseBest(candidates: readonly Candidate[], terms: readonly WeighedTerm[], language: Language): Candidate[] {
  const proved = candidates
    .map((candidate) => ({ candidate, score: terms.reduce((sum, term) => sum + scorePassage(candidate, term), 0) }))
    .filter(({ candidate, score }) => score > 0 && !candidate.isTitle);
  const own = proved.filter(({ candidate }) => candidate.language === language);
  return (own.length > 0 ? own : proved)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, passagesShown)
    .map(({ candidate }) => candidate);
}
