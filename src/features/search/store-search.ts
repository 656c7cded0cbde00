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

/**
 * Subjects that hold one of a term's needles. What stands within one stretch is told by the chapters alone; of anything longer they name
 * those that may hold it, and the texts prove it. `within`: only these; null: all.
 */
export async function findHolders(
  transaction: ReadTransaction,
  { needles }: Term,
  { audiences, within }: { audiences: readonly number[] | null; within: readonly number[] | null },
): Promise<Set<number>> {
  const query = needles.map(({ stretches }) => `(${writeTsQuery(stretches)})`).join(" | ");
  const { rows } = await sql<{ subjects: string | null }>`
    SELECT string_agg(hit.subject::text, ',') AS subjects FROM (
      SELECT p.subject FROM search.chapters AS p WHERE p.grams @@ ${query}::tsquery ${onlySeen(audiences)} ${onlyOf(within)} OFFSET 0) AS hit`.execute(
    transaction,
  );
  const named = new Set(rows[0]?.subjects?.split(",").map(Number));
  if (needles.every(({ isExact }) => isExact)) return named;
  const proved =
    named.size <= fewSubjects
      ? await proveBySubject(transaction, needles, [...named])
      : await proveInWaves(transaction, needles, { audiences, within: [...named] });
  return new Set(proved);
}

/** Of so many all passages are looked through sooner than it is found out which of them could hold a frequent phrase. */
const fewSubjects = 100;

async function proveBySubject(
  transaction: ReadTransaction,
  needles: readonly Needle[],
  subjects: readonly number[],
): Promise<number[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<{ subject: number }>`
    SELECT wanted.subject FROM unnest(${subjects}::int[]) AS wanted(subject)
    CROSS JOIN LATERAL (SELECT FROM search.passages AS p JOIN search.texts AS t ON t.passage = p.id
      WHERE p.subject = wanted.subject AND ${holdsNeedle(needles)} LIMIT 1) AS proof`.execute(transaction);
  return rows.map(({ subject }) => subject);
}

/**
 * First one passage of each subject that has the grams: nearly always it holds the phrase. Then all passages of the few subjects that
 * are left. So each is proved, most of them at the price of one text.
 */
async function proveInWaves(
  transaction: ReadTransaction,
  needles: readonly Needle[],
  { audiences, within }: { audiences: readonly number[] | null; within: readonly number[] },
): Promise<number[]> {
  const query = needles.map(({ grams }) => `(${writeTsQuery(grams)})`).join(" | ");
  const { rows } = await sql<{ subject: number }>`
    WITH every AS MATERIALIZED (SELECT p.id, p.subject FROM search.passages AS p
      WHERE p.grams @@ ${query}::tsquery ${onlySeen(audiences)} ${onlyOf(within)})
    SELECT p.subject FROM search.texts AS t JOIN search.passages AS p ON p.id = t.passage
    WHERE t.passage = ANY(ARRAY(SELECT min(id) FROM every GROUP BY subject)) AND ${holdsNeedle(needles)}`.execute(
    transaction,
  );
  const proved = new Set(rows.map(({ subject }) => subject));
  const left = within.filter((subject) => !proved.has(subject));
  return [...proved, ...(await proveBySubject(transaction, needles, left))];
}

/** The sum keeps the planner from walking along the subjects: looking into a tsvector outside of its row is dear. */
function onlyOf(subjects: readonly number[] | null) {
  return subjects === null ? sql`` : sql`AND p.subject + 0 = ANY(${subjects}::int[])`;
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

function queryOf({ needles }: Term, tier: "" | "+" | "++"): string {
  return needles.map(({ grams }) => `(${writeTsQuery(grams, tier)})`).join(" | ");
}

export interface Candidate {
  id: number;
  subject: number;
  isTitle: boolean;
  language: string;
  shadow: string;
}

/**
 * Passages to be judged one by one: those that have all terms, then those in which one weighs much, for of a term that half of all
 * passages hold, no other can come to the top. At most `limit`; what weighs less is not looked for where there are many already.
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
  const joined = (operator: "&" | "|", tier: "" | "+" | "++") =>
    terms.map((term) => `(${queryOf(term, tier)})`).join(` ${operator} `);
  const steps = [...(terms.length > 1 ? [joined("&", "")] : []), joined("|", "++"), joined("|", "+"), joined("|", "")];
  for (const query of steps) {
    const { rows } = await sql<Candidate>`
      WITH every AS MATERIALIZED (
        SELECT p.id, p.subject, p.is_title FROM search.passages AS p WHERE p.grams @@ ${query}::tsquery
          ${onlySeen(audiences)} ${onlyOf(subjects)}),
      hit AS MATERIALIZED (SELECT * FROM every LIMIT ${limit})
      SELECT hit.id, hit.subject, hit.is_title AS "isTitle", t.language, t.shadow FROM hit
      JOIN search.texts AS t ON t.passage = hit.id`.execute(transaction);
    for (const row of rows) if (found.size < limit) found.set(row.id, row);
    if (found.size >= limit / 3) break;
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

/** Numbers of the subjects with these names, “kind/id”, in that order. */
export async function findNamed(transaction: ReadTransaction, names: readonly string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    SELECT s.id FROM unnest(${names}::text[]) WITH ORDINALITY AS wanted(name, place)
    JOIN search.subjects AS s ON s.kind = split_part(wanted.name, '/', 1)
      AND s.subject = substr(wanted.name, strpos(wanted.name, '/') + 1)
    ORDER BY wanted.place, s.id`.execute(transaction);
  return rows.map(({ id }) => id);
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
