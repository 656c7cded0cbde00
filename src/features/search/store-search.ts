import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Term } from "./find.ts";
import { type Needle, writeTsQuery } from "./needle.ts";

/** Numbers of the sets of readers that let a reader find something; null: all of them. */
export async function findAudiences(
  transaction: ReadTransaction,
  tokens: readonly string[] | "all",
): Promise<number[] | null> {
  if (tokens === "all") return null;
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM search.audiences WHERE readers && ${tokens}::text[]`.execute(transaction);
  return rows.map(({ id }) => id);
}

/**
 * For the rest of the transaction. The planner does not know that a tsvector lies outside of its row and takes a walk over all of them
 * for cheap; and compiling a query takes longer than any search. For the same reason a LIMIT or a DISTINCT must not stand beside a
 * search for grams: it makes a walk along another index look still cheaper. So the hits are materialised first; no more of them are
 * read than the LIMIT after them asks for.
 */
export async function preferIndexes(transaction: ReadTransaction): Promise<void> {
  await sql`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`.execute(transaction);
}

export interface IndexTotals {
  revision: number;
  passages: number;
  publicPassages: number;
}

export async function readTotals(transaction: ReadTransaction): Promise<IndexTotals> {
  const { rows } = await sql<{ revision: number; passages: number; public_passages: number }>`
    SELECT revision, passages, public_passages FROM search.totals`.execute(transaction);
  const [row] = rows;
  return { revision: row?.revision ?? 0, passages: row?.passages ?? 0, publicPassages: row?.public_passages ?? 0 };
}

/** In how many passages each gram stands; of those that only the public finds where `publicOnly`. A gram of none is absent. */
export async function countGrams(
  transaction: ReadTransaction,
  grams: readonly string[],
  { publicOnly }: { publicOnly: boolean },
): Promise<Map<string, number>> {
  const column = sql.raw(publicOnly ? "public_passages" : "passages");
  const whole = grams.filter((gram) => !gram.endsWith("*"));
  const { rows } = await sql<{ gram: string; count: number }>`
    SELECT gram, ${column} AS count FROM search.grams WHERE gram = ANY(${whole}::text[])
    UNION ALL
    SELECT start || '*', coalesce(sum(${column}), 0)::int
    FROM unnest(${grams.filter((gram) => gram.endsWith("*")).map((gram) => gram.slice(0, -1))}::text[]) AS start
    LEFT JOIN search.grams ON gram >= start COLLATE "C" AND gram < (start || U&'\+10FFFF') COLLATE "C"
    GROUP BY start`.execute(transaction);
  return new Map(rows.map(({ gram, count }) => [gram, count]));
}

/** Passages of one term that are proved one by one; beyond, how many subjects hold it is estimated. */
export const mostProved = 20_000;
const sampleSize = 120;

export interface Holders {
  subjects: number[];
  /** of these, how many really hold the term: 1 unless there were too many to prove */
  share: number;
}

/**
 * Subjects that hold one of a term's needles. A character, a pair or a word is told by the chapters; anything longer is proved by one
 * passage of each subject. `within`: only these; null: all.
 */
export async function findHolders(
  transaction: ReadTransaction,
  term: Term,
  { audiences, within }: { audiences: readonly number[] | null; within: readonly number[] | null },
): Promise<Holders> {
  const rowsOf = (table: "chapters" | "passages") => sql`FROM ${sql.table(`search.${table}`)} AS p
    WHERE p.grams @@ ${queryOf(term)}::tsquery ${onlySeen(audiences)}
    ${within === null ? sql`` : sql`AND p.subject = ANY(${within}::int[])`}`;
  const readChapters = async () => {
    const { rows } = await sql<{ subjects: number[] }>`
      SELECT ARRAY(SELECT p.subject ${rowsOf("chapters")}) AS subjects`.execute(transaction);
    return [...new Set(rows[0]?.subjects ?? [])];
  };
  if (term.needles.every(({ isExact }) => isExact)) return { subjects: await readChapters(), share: 1 };
  const { rows } = await sql<{ hits: number; subjects: number[] }>`
    WITH every AS MATERIALIZED (SELECT p.id, p.subject ${rowsOf("passages")}),
    hit AS MATERIALIZED (SELECT * FROM every LIMIT ${mostProved + 1}),
    counted AS MATERIALIZED (SELECT count(*)::int AS hits FROM hit)
    SELECT hits, ARRAY(
      SELECT held.subject FROM (SELECT subject, array_agg(id) AS ids FROM hit WHERE (SELECT hits FROM counted) <= ${mostProved}
        GROUP BY subject) AS held
      CROSS JOIN LATERAL (SELECT FROM search.texts AS t WHERE t.passage = ANY(held.ids) AND ${holdsNeedle(term.needles)} LIMIT 1) AS proof
    ) AS subjects FROM counted`.execute(transaction);
  const [row] = rows;
  if (row && row.hits <= mostProved) return { subjects: row.subjects, share: 1 };
  const subjects = await readChapters();
  const step = Math.max(1, Math.floor(subjects.length / sampleSize));
  const sample = subjects.filter((_, index) => index % step === 0);
  const proved = await findPassages(transaction, [term], { subjects: sample, each: 1, titles: true });
  return { subjects, share: sample.length === 0 ? 0 : proved.length / sample.length };
}

function onlySeen(audiences: readonly number[] | null) {
  return audiences === null ? sql`` : sql`AND p.audience = ANY(${audiences}::int[])`;
}

/** strpos knows no wildcards and no operators. */
function holdsNeedle(needles: readonly Needle[]) {
  return sql`(${sql.join(
    needles.map(({ pattern }) => sql`strpos(t.shadow, ${pattern}) > 0`),
    sql` OR `,
  )})`;
}

function queryOf({ needles }: Term, tier: "" | "+" | "++" = ""): string {
  return needles.map((needle) => `(${writeTsQuery(needle, tier)})`).join(" | ");
}

export interface Candidate {
  id: number;
  subject: number;
  isTitle: boolean;
  language: string;
  shadow: string;
}

/**
 * Passages to be judged one by one, those first in which the terms weigh much: of a term that half of all passages hold, no other can
 * come to the top. At most `limit`.
 */
export async function findCandidates(
  transaction: ReadTransaction,
  terms: readonly Term[],
  {
    audiences,
    subjects,
    limit,
  }: { audiences: readonly number[] | null; subjects: readonly number[] | null; limit: number },
): Promise<Candidate[]> {
  const found = new Map<number, Candidate>();
  for (const tier of ["++", "+", ""] as const) {
    const query = terms.map((term) => `(${queryOf(term, tier)})`).join(" | ");
    const { rows } = await sql<Candidate>`
      WITH every AS MATERIALIZED (
        SELECT p.id, p.subject, p.is_title FROM search.passages AS p WHERE p.grams @@ ${query}::tsquery
          ${onlySeen(audiences)} ${subjects === null ? sql`` : sql`AND p.subject = ANY(${subjects}::int[])`}),
      hit AS MATERIALIZED (SELECT * FROM every LIMIT ${limit})
      SELECT hit.id, hit.subject, hit.is_title AS "isTitle", t.language, t.shadow FROM hit
      JOIN search.texts AS t ON t.passage = hit.id`.execute(transaction);
    for (const row of rows) if (found.size < limit) found.set(row.id, row);
    if (found.size >= limit) break;
  }
  return [...found.values()];
}

export interface FoundSubject {
  id: number;
  kind: string;
  subject: string;
  edition: string;
  language: string | null;
  title_ja: string | null;
  title_zh: string | null;
  title_en: string | null;
  date: string | null;
  number: string | null;
  policy_kind: string | null;
  regions: string[];
  topics: string[];
  bodies: string[];
  href: string | null;
  member_href: string | null;
}

/** In the order of the ids. */
export async function readSubjects(transaction: ReadTransaction, ids: readonly number[]): Promise<FoundSubject[]> {
  const { rows } = await sql<FoundSubject>`
    SELECT id, kind, subject, edition, language, title_ja, title_zh, title_en, date, number, policy_kind, regions, topics, bodies,
      href, member_href
    FROM search.subjects WHERE id = ANY(${ids}::int[])`.execute(transaction);
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

export interface FoundPassage {
  id: number;
  subject: number;
  isTitle: boolean;
  position: number;
  language: string;
  place: string | null;
  text: string;
  shadow: string;
}

const passageColumns = sql`p.id, p.subject, p.is_title AS "isTitle", t.position, t.language, t.place, t.text, t.shadow`;

/** Passages by their ids, which the reader is known to see. */
export async function readPassages(transaction: ReadTransaction, ids: readonly number[]): Promise<FoundPassage[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundPassage>`
    SELECT ${passageColumns} FROM search.texts AS t JOIN search.passages AS p ON p.id = t.passage
    WHERE t.passage = ANY(${ids}::int[])`.execute(transaction);
  return rows;
}

/** The first passages of each of these subjects that hold a term; the subjects are known to be seen, and their passages with them. */
export async function findPassages(
  transaction: ReadTransaction,
  terms: readonly Term[],
  {
    subjects,
    each,
    titles = false,
    first = null,
  }: { subjects: readonly number[]; each: number; titles?: boolean; first?: string | null },
): Promise<FoundPassage[]> {
  if (subjects.length === 0 || terms.length === 0) return [];
  const { rows } = await sql<FoundPassage>`
    SELECT hit.* FROM unnest(${subjects}::int[]) AS wanted(subject)
    CROSS JOIN LATERAL (
      SELECT ${passageColumns} FROM search.passages AS p JOIN search.texts AS t ON t.passage = p.id
      WHERE p.subject = wanted.subject ${titles ? sql`` : sql`AND NOT p.is_title`} AND ${holdsNeedle(terms.flatMap(({ needles }) => needles))}
      ORDER BY ${first === null ? sql`` : sql`t.language <> ${first},`} p.id LIMIT ${each}) AS hit`.execute(
    transaction,
  );
  return rows;
}
