import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import { scaleSteps } from "./question.ts";
import type { Question } from "./survey.ts";

/** How often each choice or step was given. */
export interface Tally {
  question: Question;
  /** submitted answers that say something to it */
  answered: number;
  /** by choice or step, in the order of the form */
  counts: { id: string; count: number }[];
  /** of a scale, to one decimal */
  mean: number | null;
}

/** Words, rows, files are read, not counted: of them only how many answered. */
export type Counts = Map<string, { answered: number; values: Map<string, number> }>;

/**
 * One pass over all submitted answers, counted in the database: with ten thousand answers their texts would take longer to
 * bring over than to count (bench/surveys.ts).
 */
export async function countAnswers(
  transaction: ReadTransaction,
  survey: string,
  questions: readonly Question[],
): Promise<Counts> {
  const counted = questions.filter(isCounted).map(({ id }) => id);
  // Whole values are grouped first: a few combinations of choices are taken apart faster than ten thousand lists.
  const { rows } = await sql<{ question: string; value: string | null; count: number }>`
    SELECT key AS question, CASE WHEN key = ANY(${counted}) THEN value END AS value, count(*)::int AS count
    FROM survey_answers, jsonb_each_text(answers)
    WHERE survey = ${survey} AND state <> 'draft'
    GROUP BY 1, 2`.execute(transaction);
  const counts: Counts = new Map();
  for (const { question, value, count } of rows) {
    const own = counts.get(question) ?? { answered: 0, values: new Map() };
    own.answered += count;
    for (const each of value === null ? [] : splitValue(value))
      own.values.set(each, (own.values.get(each) ?? 0) + count);
    counts.set(question, own);
  }
  return counts;
}

/** A list of choices as PostgreSQL writes it, or the one value; ids of choices hold no brackets. */
function splitValue(value: string): string[] {
  if (!value.startsWith("[")) return [value];
  const list: unknown = JSON.parse(value);
  return Array.isArray(list) ? list.map(String) : [];
}

export function tallyQuestion(question: Question, counts: Counts): Tally {
  const { answered = 0, values = new Map<string, number>() } = counts.get(question.id) ?? {};
  const ids =
    question.kind === "scale" ? scaleSteps(question).map(String) : question.options.choices.map(({ id }) => id);
  const list = ids.map((id) => ({ id, count: values.get(id) ?? 0 }));
  return { question, answered, counts: list, mean: question.kind === "scale" ? meanOf(list) : null };
}

function meanOf(counts: Tally["counts"]): number | null {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const sum = counts.reduce((all, { id, count }) => all + Number(id) * count, 0);
  return Math.round((sum / total) * 10) / 10;
}

/** Questions whose answers are counted. */
export function isCounted({ kind }: Pick<Question, "kind">): boolean {
  return kind === "choice" || kind === "choices" || kind === "scale";
}

/** How often each pair of values of two questions was given together. */
export async function countPairs(
  transaction: ReadTransaction,
  survey: string,
  rows: string,
  columns: string,
): Promise<Map<string, number>> {
  const { rows: pairs } = await sql<{ first: string; second: string; count: number }>`
    SELECT first.value AS first, second.value AS second, count(*)::int AS count
    FROM survey_answers, ${valuesOf(rows)} AS first(value), ${valuesOf(columns)} AS second(value)
    WHERE survey = ${survey} AND state <> 'draft'
    GROUP BY 1, 2`.execute(transaction);
  return new Map(pairs.map(({ first, second, count }) => [`${first}\n${second}`, count]));
}

/** How often each value was given, by organisation: sides and countries are put together from it. */
export async function countByOrganisation(
  transaction: ReadTransaction,
  survey: string,
  question: string,
): Promise<{ organisation: string; value: string }[]> {
  const { rows } = await sql<{ organisation: string; value: string }>`
    SELECT organisation, given.value
    FROM survey_answers, ${valuesOf(question)} AS given(value)
    WHERE survey = ${survey} AND state <> 'draft' AND organisation IS NOT NULL`.execute(transaction);
  return rows;
}

function valuesOf(question: string) {
  return sql`LATERAL (
    SELECT element #>> '{}' FROM jsonb_array_elements(
      CASE jsonb_typeof(answers -> ${question}::text)
        WHEN 'array' THEN answers -> ${question}::text
        WHEN 'string' THEN jsonb_build_array(answers -> ${question}::text)
        WHEN 'number' THEN jsonb_build_array(answers -> ${question}::text)
        ELSE '[]' END) AS element)`;
}
