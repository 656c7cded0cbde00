import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { QuestionDraft } from "../change-question.ts";
import { limits } from "../question.ts";
import { type Choice, type Question, questionKinds, type TableColumn } from "../survey.ts";
import type { TypedQuestion } from "./question-form.tsx";

/** What was typed into the editor of a question, and the question that it says. */
export function readQuestion(form: FormData, present: Question | null): { typed: TypedQuestion; draft: QuestionDraft } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim().slice(0, 4_000) : "";
  };
  const all = (name: string) => ({ ja: text(`${name}.ja`), zh: text(`${name}.zh`), en: text(`${name}.en`) });
  const typed: TypedQuestion = {
    id: text("question"),
    kind: questionKinds.find((kind) => kind === form.get("kind")) ?? "text",
    text: all("text"),
    help: all("help"),
    required: form.get("required") === "yes",
    choices: all("choices"),
    from: text("from"),
    to: text("to"),
    fromText: all("fromText"),
    toText: all("toText"),
    rows: all("rows"),
    columns: all("columns"),
  };
  return { typed, draft: toDraft(typed, present) };
}

function toDraft(typed: TypedQuestion, present: Question | null): QuestionDraft {
  const { id, kind, required } = typed;
  const before = present?.options;
  const isChoice = kind === "choice" || kind === "choices";
  return {
    id: id === "" ? null : id,
    kind,
    text: withoutEmpty(typed.text),
    help: withoutEmpty(typed.help),
    required,
    options: {
      choices: isChoice ? readLines(typed.choices, before?.choices, limits.choices, "c") : [],
      scale:
        kind === "scale"
          ? {
              from: readStep(typed.from, 1),
              to: readStep(typed.to, 5),
              fromText: withoutEmpty(typed.fromText),
              toText: withoutEmpty(typed.toText),
            }
          : null,
      table:
        kind === "table"
          ? {
              rows: readLines(typed.rows, before?.table?.rows, limits.tableRows, "r"),
              columns: readLines(typed.columns, before?.table?.columns, limits.tableColumns, "c").map(toColumn),
            }
          : null,
    },
  };
}

/**
 * The same line in each language is one entry. It keeps the id of the entry with the same words, wherever that stood, else of the
 * one in its place: so a line that is moved or struck out does not lend its answers to another.
 */
function readLines(
  texts: Record<Language, string>,
  before: readonly Choice[] = [],
  most: number,
  prefix: string,
): Choice[] {
  const lines = (language: Language) => texts[language].split("\n").map((line) => line.trim());
  const byLanguage = { ja: lines("ja"), zh: lines("zh"), en: lines("en") };
  const count = Math.max(...languages.map((language) => byLanguage[language].length));
  const entries = Array.from({ length: count }, (_, index) =>
    withoutEmpty({
      ja: byLanguage.ja[index] ?? "",
      zh: byLanguage.zh[index] ?? "",
      en: byLanguage.en[index] ?? "",
    }),
  ).slice(0, most);
  const same = entries.map((text) => before.find((each) => sharesWords(each.text, text))?.id);
  const taken = new Set([...before.map(({ id }) => id), ...same]);
  const newId = () => {
    let number = 1;
    while (taken.has(`${prefix}${number}`)) number++;
    taken.add(`${prefix}${number}`);
    return `${prefix}${number}`;
  };
  return entries.flatMap((text, index) => {
    if (Object.keys(text).length === 0) return [];
    const inPlace = before[index]?.id;
    return [{ id: same[index] ?? (inPlace !== undefined && !same.includes(inPlace) ? inPlace : newId()), text }];
  });
}

function sharesWords(one: Localized, other: Localized): boolean {
  const bare = (words: string | undefined) => words?.replace(/\s*[#＃]$/, "");
  return languages.some((language) => one[language] !== undefined && bare(one[language]) === bare(other[language]));
}

/** 「人数 #」 is a column of numbers. */
function toColumn({ id, text }: Choice): TableColumn {
  const holds = Object.values(text).some((words) => /[#＃]$/.test(words)) ? "number" : "text";
  const bare = Object.entries(text).map(([language, words]) => [language, words.replace(/\s*[#＃]$/, "")]);
  return { id, text: Object.fromEntries(bare), holds };
}

function readStep(text: string, preset: number): number {
  const bare = text.normalize("NFKC");
  return /^-?\d{1,2}$/.test(bare) ? Number(bare) : preset;
}

function withoutEmpty(text: Record<Language, string>): Localized {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== ""));
}
