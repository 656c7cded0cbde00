import { z } from "zod";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { EarlierWords, Question, QuestionKind, QuestionOptions, Survey } from "./survey.ts";

/** Most that one question offers or one answer holds: beyond it nobody reads the form. */
export const limits = {
  questions: 60,
  choices: 40,
  tableRows: 30,
  tableColumns: 10,
  /** rows of a plan or of concerns in one answer */
  rows: 40,
  textLength: 4_000,
  cellLength: 500,
  fileBytes: 10 * 1024 * 1024,
} as const;

export const noOptions: QuestionOptions = { choices: [], scale: null, table: null };

const localized = z.object({ ja: z.string().optional(), zh: z.string().optional(), en: z.string().optional() });
const choice = z.object({ id: z.string(), text: localized });
const options = z.object({
  choices: z.array(choice).default([]),
  scale: z
    .object({ from: z.number().int(), to: z.number().int(), fromText: localized, toText: localized })
    .nullable()
    .default(null),
  table: z
    .object({ rows: z.array(choice), columns: z.array(choice.extend({ holds: z.enum(["text", "number"]) })) })
    .nullable()
    .default(null),
});

function clean(text: z.output<typeof localized>): Localized {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== undefined && words !== ""));
}

/** Options as the database keeps them; what is not there is empty. */
export function readOptions(value: unknown): QuestionOptions {
  const read = options.parse(value ?? {});
  const tidy = <Item extends { text: z.output<typeof localized> }>(item: Item) => ({ ...item, text: clean(item.text) });
  return {
    choices: read.choices.map(tidy),
    scale: read.scale && { ...read.scale, fromText: clean(read.scale.fromText), toText: clean(read.scale.toText) },
    table: read.table && { rows: read.table.rows.map(tidy), columns: read.table.columns.map(tidy) },
  };
}

const earlierWords = z.array(
  z.object({ until: z.iso.datetime(), answers: z.number().int(), text: localized, options: z.unknown() }),
);

export function readEarlierWords(value: unknown): EarlierWords[] {
  return earlierWords.parse(value ?? []).map(({ until, answers, text, options }) => ({
    until: new Date(until),
    answers,
    text: clean(text),
    options: readOptions(options),
  }));
}

/** A question with only words, whose rows or text organisations write themselves. */
export function needsOptions(kind: QuestionKind): boolean {
  return kind === "choice" || kind === "choices" || kind === "scale" || kind === "table";
}

/** Words of a question that its readers need: its text, a choice, an end of the scale, a heading of the table. */
export type WordedPart = "text" | "choice" | "fromText" | "toText" | "row" | "column";

/** What a question still lacks before it can be asked in these languages. */
export type QuestionGap =
  | { lacks: "choices" | "scale" | "table" | "anonymous" }
  /** `name`: the words that are there, in whatever language; empty where there are none */
  | { lacks: "words"; part: WordedPart; name: Localized; languages: Language[] };

export function findGaps(question: Question, survey: Pick<Survey, "languages" | "anonymous">): QuestionGap[] {
  const { kind, options } = question;
  const gaps: QuestionGap[] = [];
  if ((kind === "choice" || kind === "choices") && options.choices.length < 2) gaps.push({ lacks: "choices" });
  if (kind === "scale" && (options.scale === null || options.scale.from >= options.scale.to))
    gaps.push({ lacks: "scale" });
  if (kind === "table" && (!options.table?.rows.length || !options.table.columns.length)) gaps.push({ lacks: "table" });
  for (const [part, name] of listWords(question)) {
    const missing = survey.languages.filter((language) => (name[language] ?? "").trim() === "");
    if (missing.length > 0) gaps.push({ lacks: "words", part, name, languages: missing });
  }
  // A plan is somebody's: it becomes that organisation's activity.
  if (survey.anonymous && kind === "plan") gaps.push({ lacks: "anonymous" });
  return gaps;
}

function listWords({ kind, text, options: { choices, scale, table } }: Question): [WordedPart, Localized][] {
  const words: [WordedPart, Localized][] = [["text", text]];
  if (kind === "choice" || kind === "choices") for (const choice of choices) words.push(["choice", choice.text]);
  if (kind === "scale" && scale) words.push(["fromText", scale.fromText], ["toText", scale.toText]);
  if (kind === "table") {
    for (const row of table?.rows ?? []) words.push(["row", row.text]);
    for (const column of table?.columns ?? []) words.push(["column", column.text]);
  }
  return words;
}

/** Whether the change leaves what was answered as it was: other words for the same thing. */
export function changesOnlyWords(present: Question, next: Question): boolean {
  return shapeOf(present) === shapeOf(next);
}

type Worded = Pick<Question, "text" | "options">;

/** The languages in which the question or its options read otherwise than before; words that were missing change nothing. */
export function rewordedIn(before: Worded, after: Worded): Language[] {
  const next = wordsById(after);
  return languages.filter((language) =>
    [...wordsById(before)].some(([id, text]) => {
      const words = text[language] ?? "";
      return words !== "" && words !== (next.get(id)?.[language] ?? "");
    }),
  );
}

/** The question's words and those of its options, in whatever order these stand. */
function wordsById({ text, options: { choices, scale, table } }: Worded): Map<string, Localized> {
  const entries: [string, Localized][] = [["text", text]];
  for (const item of choices) entries.push([`choice ${item.id}`, item.text]);
  if (scale) entries.push(["from", scale.fromText], ["to", scale.toText]);
  for (const item of table?.rows ?? []) entries.push([`row ${item.id}`, item.text]);
  for (const item of table?.columns ?? []) entries.push([`column ${item.id}`, item.text]);
  return new Map(entries);
}

function shapeOf({ kind, required, options }: Question): string {
  // Another order asks the same.
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();
  const { choices, scale, table } = options;
  return JSON.stringify([
    kind,
    required,
    ids(choices),
    scale && [scale.from, scale.to],
    table && [ids(table.rows), table.columns.map(({ id, holds }) => `${id} ${holds}`).sort()],
  ]);
}

export function scaleSteps({ options: { scale } }: Pick<Question, "options">): number[] {
  if (!scale || scale.to < scale.from) return [];
  return Array.from({ length: scale.to - scale.from + 1 }, (_, index) => scale.from + index);
}
