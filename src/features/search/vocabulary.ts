import { sql } from "kysely";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { foldForSearch, runsOf } from "./fold.ts";
import { readTotals } from "./store-search.ts";

/** Something that has names: a term, a body, a place. */
interface Named {
  id: string;
  /** the usual names, one a language at most */
  name: Localized;
  /** all of them, the usual ones first */
  names: { language: Language | null; text: string }[];
}

/** What a search knows of names: which mean the same, and which place or topic a word is. */
export interface Vocabulary {
  /** other names of what the text names; empty where it names nothing */
  synonyms(text: string): string[];
  /** subjects of the index that are called so: “organisation/mee”, “term/…” */
  named(text: string): string[];
  region(text: string): string[];
  topic(text: string): string[];
  regionName(id: string): Localized | null;
  topicName(id: string): Localized | null;
  bodyName(id: string): Localized | null;
  /** the longest run of words from the first on that is one name; at least two words */
  longestName(words: readonly string[]): number;
}

/** Kept for one revision of the records and of the index, with which the desk's own terms change. */
export async function getVocabulary(context: Context): Promise<Vocabulary> {
  const { revision } = await read(context.database, readTotals);
  return context.cache.get(`search vocabulary ${revision}`, () => read(context.database, readVocabulary));
}

async function readVocabulary(transaction: ReadTransaction): Promise<Vocabulary> {
  const terms = await readTerms(transaction);
  const organisations = await readOrganisations(transaction);
  const bodies = await readNamed(transaction, "policy_bodies");
  const regions = await readNamed(transaction, "policy_regions");
  const topics = [...(await readNamed(transaction, "policy_topics")), ...(await readNamed(transaction, "topics"))];
  return createVocabulary({ terms, organisations, bodies, regions, topics });
}

export interface NamedThings {
  terms: readonly Named[];
  organisations: readonly Named[];
  bodies: readonly Named[];
  regions: readonly Named[];
  topics: readonly Named[];
}

export function createVocabulary({ terms, organisations, bodies, regions, topics }: NamedThings): Vocabulary {
  const groups = new Map<string, Named[]>();
  for (const named of [...terms, ...organisations, ...bodies, ...regions, ...topics])
    for (const { text } of named.names) pushTo(groups, foldForSearch(text), named);
  // Most words begin no name, which is told without trying what they and the words after them make together.
  const beginnings = new Set([...groups.keys()].flatMap((folded) => runsOf(folded)[0] ?? []));
  const places = indexByName([...regions, ...organisations]);
  const subjects = indexByName(topics);
  const subjectsByName = new Map<string, string[]>();
  for (const [kind, all] of [
    ["organisation", organisations],
    ["term", terms],
  ] as const)
    for (const { id, names } of all)
      for (const { text } of names) pushTo(subjectsByName, foldForSearch(text), `${kind}/${id}`);
  const regionsById = new Map([...organisations, ...regions].map(({ id, name }) => [id, name]));
  const topicsById = new Map(topics.map(({ id, name }) => [id, name]));
  const bodiesById = new Map([...bodies, ...organisations].map(({ id, name }) => [id, name]));
  return {
    synonyms(text) {
      const folded = foldForSearch(text);
      const found = (groups.get(folded) ?? []).flatMap(({ names }) => names.map((name) => name.text));
      return dropRepeats(found, folded).slice(0, mostSynonyms);
    },
    named: (text) => subjectsByName.get(foldForSearch(text)) ?? [],
    region: (text) => places.get(foldForSearch(text)) ?? [],
    topic: (text) => subjects.get(foldForSearch(text)) ?? [],
    regionName: (id) => regionsById.get(id) ?? null,
    topicName: (id) => topicsById.get(id) ?? null,
    bodyName: (id) => bodiesById.get(id) ?? null,
    longestName(words) {
      if (!beginnings.has(runsOf(foldForSearch(words[0] ?? ""))[0] ?? "")) return 1;
      for (let count = Math.min(words.length, longestNameWords); count > 1; count -= 1)
        if (groups.has(foldForSearch(words.slice(0, count).join(" ")))) return count;
      return 1;
    },
  };
}

const mostSynonyms = 8;
const longestNameWords = 8;

/** Each way of writing once; none that holds the text itself, which is found in any case. Single characters mean too much. */
function dropRepeats(names: readonly string[], folded: string): string[] {
  const seen = new Set<string>();
  const all = new Set(names.map(foldForSearch));
  return names.filter((name) => {
    const other = foldForSearch(name);
    if (seen.has(other) || other.trim().length < 2 || other.includes(folded.trim()) || isOffice(other, all))
      return false;
    seen.add(other);
    return true;
  });
}

/** 环保部办公厅 beside 环保部: the office that signs for a body is listed with its names, but whoever looks for the body does not mean it. */
function isOffice(folded: string, all: ReadonlySet<string>): boolean {
  const body = folded.replace(/办公[厅室] $/, " ");
  return body !== folded && all.has(body);
}

function indexByName(all: readonly Named[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, names } of all) {
    pushTo(ids, foldForSearch(id), id);
    for (const { text } of names) pushTo(ids, foldForSearch(text), id);
  }
  return ids;
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const present = map.get(key);
  if (!present) map.set(key, [value]);
  else if (!present.includes(value)) present.push(value);
}

async function readTerms(transaction: ReadTransaction): Promise<Named[]> {
  const { rows } = await sql<{ id: string; words: (string | null)[]; variants: string[] }>`
    SELECT id, ARRAY[term_ja, term_zh, term_en] AS words, variants_ja || variants_zh || variants_en AS variants FROM desk_terms
    WHERE NOT removed
    UNION ALL SELECT id, ARRAY[term_ja, term_zh, term_en], variants_ja || variants_zh || variants_en FROM terms
    WHERE id NOT IN (SELECT id FROM desk_terms)
    UNION ALL SELECT 'glossary-' || id, ARRAY[term_ja, term_zh, term_en], '{}' FROM glossary`.execute(transaction);
  return rows.map(({ id, words, variants }) => nameAll(id, words, variants));
}

/**
 * An organisation that was renamed goes by two sets of names, so that whoever looks for 環境保護部 is not sent to 生態環境部: what it
 * is called now, and what it was called. An abbreviation without dates belongs to the former names, because the present one has a
 * column of its own.
 */
async function readOrganisations(transaction: ReadTransaction): Promise<Named[]> {
  const { rows } = await sql<{
    id: string;
    words: (string | null)[];
    short: (string | null)[];
    others: string[];
    renamed: boolean;
  }>`
    SELECT o.id, ARRAY[name_ja, name_zh, name_en] AS words, ARRAY[short_name_ja, short_name_zh, short_name_en] AS short,
      ARRAY(SELECT name FROM organisation_names WHERE organisation = o.id ORDER BY row_number) AS others,
      EXISTS (SELECT FROM organisation_names WHERE organisation = o.id AND kind = 'former') AS renamed
    FROM organisations AS o`.execute(transaction);
  return rows.flatMap(({ id, words, short, others, renamed }) => {
    if (!renamed) return [nameAll(id, words, [...short, ...others])];
    const present = nameAll(id, words, short);
    return [present, { ...present, names: others.map((text) => ({ language: null, text })) }];
  });
}

async function readNamed(
  transaction: ReadTransaction,
  table: "policy_bodies" | "policy_regions" | "policy_topics" | "topics",
): Promise<Named[]> {
  const aliases = sql.raw(table.startsWith("policy_") && table !== "policy_topics" ? "aliases" : "'{}'::text[]");
  const { rows } = await sql<{ id: string; words: string[]; variants: string[] }>`
    SELECT id, ARRAY[name_ja, name_zh, name_en] AS words, ${aliases} AS variants FROM ${sql.table(table)}`.execute(
    transaction,
  );
  return rows.map(({ id, words, variants }) => nameAll(id, words, variants));
}

function nameAll(id: string, words: readonly (string | null)[], variants: readonly (string | null)[]): Named {
  const usual = languages.flatMap((language, index) => {
    const text = words[index];
    return text ? [{ language, text }] : [];
  });
  const others = variants.flatMap((text) => (text ? [{ language: null, text }] : []));
  return {
    id,
    name: Object.fromEntries(usual.map(({ language, text }) => [language, text])),
    names: [...usual, ...others],
  };
}
