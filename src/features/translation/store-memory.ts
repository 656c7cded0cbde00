import { sql } from "kysely";
import type { Language } from "../../core/language.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { bigramsOf, shadowOf, weakestMatch } from "./similarity.ts";

export interface MemoryPair {
  source: string;
  target: string;
  mark: "edited" | "reviewed";
  visibility: "public" | "members";
  translation: string | null;
  segment: string | null;
  changedBy: string | null;
  changedAt: Date;
}

export interface KeptPair extends MemoryPair {
  id: string;
}

interface Direction {
  sourceLanguage: Language;
  targetLanguage: Language;
}

/** Adds them; a pair that is there already gets the better mark. Gives how many were new. */
export async function insertPairs(
  transaction: WriteTransaction,
  { sourceLanguage, targetLanguage }: Direction,
  pairs: readonly MemoryPair[],
): Promise<number> {
  const once = new Map(pairs.map((pair) => [JSON.stringify([pair.source, pair.target]), pair]));
  const rows = [...once.values()].map((pair) => {
    const shadow = shadowOf(pair.source);
    return { ...pair, shadow, grams: bigramsOf(shadow) };
  });
  const result = await sql<{ isNew: boolean }>`
    INSERT INTO translation_memory AS kept (source_language, target_language, source, target, source_shadow, grams, mark,
      visibility, translation, segment, changed_by, changed_at)
    SELECT ${sourceLanguage}, ${targetLanguage}, source, target, shadow, ARRAY(SELECT json_array_elements_text(grams)), mark,
      visibility, translation, segment, "changedBy", "changedAt"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row(source text, target text, shadow text, grams json, mark text,
      visibility text, translation uuid, segment uuid, "changedBy" text, "changedAt" timestamptz)
    ON CONFLICT (source_language, target_language, md5(source), md5(target)) DO UPDATE
    SET mark = CASE WHEN kept.mark = 'reviewed' THEN kept.mark ELSE excluded.mark END,
      visibility = CASE WHEN kept.visibility = 'public' THEN kept.visibility ELSE excluded.visibility END,
      changed_at = excluded.changed_at
    RETURNING xmax = 0 AS "isNew"`.execute(transaction);
  return result.rows.filter(({ isNew }) => isNew).length;
}

/** What these segments said before is no longer what they say. */
export async function deleteOfSegments(transaction: WriteTransaction, segments: readonly string[]): Promise<void> {
  await sql`DELETE FROM translation_memory WHERE segment = ANY(${segments}::uuid[])`.execute(transaction);
}

/** Their sentences have changed: what they said before stays, and is no longer theirs to replace. */
export async function releaseSegments(transaction: WriteTransaction, segments: readonly string[]): Promise<void> {
  await sql`UPDATE translation_memory SET segment = NULL WHERE segment = ANY(${segments}::uuid[])`.execute(transaction);
}

export async function setMemoryVisibility(
  transaction: WriteTransaction,
  translation: string,
  visibility: "public" | "members",
): Promise<void> {
  await transaction
    .updateTable("translation_memory")
    .set({ visibility })
    .where("translation", "=", translation)
    .execute();
}

/** Of which at most this many are compared letter by letter. */
const mostCandidates = 24;

/**
 * Pairs whose source may resemble the sentence: of like length and with most bigrams in common. One that is the same but for numbers
 * and punctuation is always among them.
 */
export async function findCandidates(
  transaction: ReadTransaction,
  { sourceLanguage, targetLanguage }: Direction,
  source: string,
): Promise<KeptPair[]> {
  const shadow = shadowOf(source);
  if (shadow === "") return [];
  const grams = bigramsOf(shadow);
  // PostgreSQL counts characters, not UTF-16 units.
  const length = [...shadow].length;
  const shortest = Math.ceil((length * weakestMatch) / 100);
  const longest = Math.floor((length * 100) / weakestMatch);
  const { rows } = await sql<KeptPair>`
    SELECT id, source, target, mark, visibility, translation, segment, changed_by AS "changedBy", changed_at AS "changedAt"
    FROM translation_memory AS kept
    WHERE source_language = ${sourceLanguage} AND target_language = ${targetLanguage}
      AND (md5(source_shadow) = md5(${shadow})
        OR (shadow_length BETWEEN ${shortest} AND ${longest} AND grams && ${await chooseRare(transaction, grams)}::text[]))
    ORDER BY (md5(source_shadow) = md5(${shadow})) DESC,
      (SELECT count(*) FROM unnest(kept.grams) AS gram WHERE gram = ANY(${grams}::text[]))::float
        / greatest(cardinality(kept.grams), ${grams.length}::int) DESC,
      mark DESC, changed_at DESC
    LIMIT ${mostCandidates}`.execute(transaction);
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) }));
}

/** Rows that a look-up may bring to be counted. */
const mostRows = 1_500;
const fewestGrams = 4;

/**
 * At most the rarer half. An edit changes two bigrams at most, so that a sentence of which three quarters are the same shares one of
 * any half; in a large memory only as many of them as bring few rows. The server's statistics say what is common.
 */
async function chooseRare(transaction: ReadTransaction, grams: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ gram: string; rows: number }>`
    SELECT gram, share * greatest(reltuples, 0) AS rows
    FROM pg_stats JOIN pg_class ON oid = 'translation_memory'::regclass,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common(gram, share)
    WHERE schemaname = current_schema() AND tablename = 'translation_memory' AND attname = 'grams'
      AND gram = ANY(${grams}::text[])`.execute(transaction);
  const expected = new Map(rows.map((row) => [row.gram, row.rows]));
  const byRarity = grams
    .map((gram) => ({ gram, rows: expected.get(gram) ?? 0 }))
    .sort((a, b) => a.rows - b.rows)
    .slice(0, Math.floor(grams.length / 2) + 1);
  let sum = 0;
  return byRarity
    .filter((one, index) => {
      sum += one.rows;
      return index < fewestGrams || sum <= mostRows;
    })
    .map(({ gram }) => gram);
}

/** In pages of `most`, by id; for files. */
export async function readPairs(
  transaction: ReadTransaction,
  { sourceLanguage, targetLanguage }: Direction,
  { after, most }: { after: string | null; most: number },
): Promise<KeptPair[]> {
  const rows = await transaction
    .selectFrom("translation_memory")
    .select(["id", "source", "target", "mark", "visibility", "translation", "segment"])
    .select(["changed_by as changedBy", "changed_at as changedAt"])
    .where("source_language", "=", sourceLanguage)
    .where("target_language", "=", targetLanguage)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) }));
}

export async function countPairs(transaction: ReadTransaction): Promise<(Direction & { pairs: number })[]> {
  const rows = await transaction
    .selectFrom("translation_memory")
    .select(["source_language as sourceLanguage", "target_language as targetLanguage"])
    .select(({ fn }) => fn.countAll<string>().as("pairs"))
    .groupBy(["source_language", "target_language"])
    .orderBy("source_language")
    .orderBy("target_language")
    .execute();
  return rows.map((row) => ({ ...row, pairs: Number(row.pairs) }));
}
