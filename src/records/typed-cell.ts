import { parseEdtf } from "../core/edtf.ts";
import { writeEdtf } from "../core/edtf-format.ts";
import type { FiscalCalendar } from "../core/fiscal-calendar.ts";
import type { Language } from "../core/language.ts";
import { readDate } from "../core/read-date.ts";
import type { DateProblem } from "../core/read-date-problem.ts";
import { foldText } from "../core/text-folding.ts";
import { choiceLabel } from "../sheets/choice-label.ts";
import type { Column, Sheet } from "../sheets/sheet.ts";
import type { Cells } from "./kind.ts";
import type { NamedRecord, ReferenceNames } from "./reference-names.ts";

/** What a cell is understood with: names of records, the reader's language, the fiscal year of the record. */
export interface TypingContext {
  names: ReferenceNames;
  language: Language;
  calendar: FiscalCalendar;
  fiscalYear: number | null;
}

export type TypedProblem =
  | { kind: "date"; problem: DateProblem }
  /** no record has that name */
  | { kind: "unknown-name"; text: string }
  /** several have it */
  | { kind: "several"; text: string; choices: NamedRecord[] };

export interface TypedCell {
  /** what the cell holds; where it was not understood, what was typed, so that nothing is lost */
  cell: string;
  problem: TypedProblem | null;
}

/** Separates names in one cell: Japanese and Chinese commas, semicolons, line ends. A Latin comma may be part of a name. */
const separator = /[;；、，\n]/;

/** Reads what a person typed into a cell: names for keys, dates as officials write them, words for choices. */
export function readTypedCell(sheet: Sheet, column: Column, text: string, typing: TypingContext): TypedCell {
  const trimmed = text.trim();
  const { value: type } = column;
  if (trimmed === "") return { cell: "", problem: null };
  switch (type.type) {
    case "edtf":
      return readTypedDate(trimmed, typing);
    case "reference":
      return readName(type.sheet, trimmed, typing);
    case "references":
      return join(split(trimmed).map((part) => readName(type.sheet, part, typing)));
    case "choice":
      return { cell: readChoice(sheet, column, type.choices, trimmed), problem: null };
    case "choices":
      return join(
        split(trimmed).map((part) => ({ cell: readChoice(sheet, column, type.choices, part), problem: null })),
      );
    case "flag":
      return { cell: readFlag(trimmed), problem: null };
    case "integer":
    case "decimal":
      return { cell: trimmed.normalize("NFKC").replaceAll(/(?<=\d),(?=\d{3})/g, ""), problem: null };
    default:
      return { cell: trimmed, problem: null };
  }
}

/** The cell as a person reads and types it; what `readTypedCell` reads back to the same cell. */
export function showCell(sheet: Sheet, column: Column, cells: Cells, { names, language }: TypingContext): string {
  const cell = cells[column.name] ?? "";
  const { value: type } = column;
  if (cell === "") return "";
  switch (type.type) {
    case "edtf": {
      const edtf = parseEdtf(cell);
      return edtf.ok ? writeEdtf(cell, language) : cell;
    }
    case "reference":
      return showName(type.sheet, cell, names, language);
    case "references":
      return cell
        .split(";")
        .map((id) => showName(type.sheet, id, names, language))
        .join(language === "en" ? "; " : "、");
    case "choice":
      return showChoice(sheet, column, type.choices, cell, language);
    case "choices":
      return cell
        .split(";")
        .map((part) => showChoice(sheet, column, type.choices, part, language))
        .join(language === "en" ? "; " : "、");
    case "flag":
      return flagWords[language][cell === "yes" ? 0 : 1];
    default:
      return cell;
  }
}

function split(text: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function join(parts: TypedCell[]): TypedCell {
  const problem = parts.map((part) => part.problem).find((each) => each !== null) ?? null;
  return { cell: [...new Set(parts.map(({ cell }) => cell))].join(";"), problem };
}

function readTypedDate(text: string, { language, calendar, fiscalYear }: TypingContext): TypedCell {
  const reading = readDate(text, {
    language,
    fiscalYear: fiscalYear === null ? undefined : { year: fiscalYear, calendar },
  });
  return reading.ok
    ? { cell: reading.edtf, problem: null }
    : { cell: text, problem: { kind: "date", problem: reading.problem } };
}

function readName(sheet: string, text: string, { names }: TypingContext): TypedCell {
  const found = names.find(sheet, text);
  const [only] = found;
  if (found.length === 1 && only) return { cell: only.id, problem: null };
  return {
    cell: text,
    problem: found.length === 0 ? { kind: "unknown-name", text } : { kind: "several", text, choices: found },
  };
}

/** The name where it leads back to the record, else its key: two offices may share a name. */
function showName(sheet: string, id: string, names: ReferenceNames, language: Language): string {
  const name = names.name(sheet, id, language);
  const [only, ...others] = names.find(sheet, name);
  return only?.id === id && others.length === 0 && !separator.test(name) ? name : id;
}

function readChoice(sheet: Sheet, column: Column, choices: readonly string[], text: string): string {
  const folded = foldText(text);
  const found = choices.filter((choice) =>
    [choice, ...languagesOf((language) => choiceLabel(language, sheet.name, column.name, choice))].some(
      (label) => label === text || foldText(label) === folded,
    ),
  );
  return found.length === 1 ? (found[0] ?? text) : text;
}

function showChoice(
  sheet: Sheet,
  column: Column,
  choices: readonly string[],
  cell: string,
  language: Language,
): string {
  if (!choices.includes(cell)) return cell;
  const label = choiceLabel(language, sheet.name, column.name, cell);
  return readChoice(sheet, column, choices, label) === cell && !separator.test(label) ? label : cell;
}

function languagesOf(write: (language: Language) => string): string[] {
  return [write("ja"), write("zh"), write("en")];
}

const flagWords: Record<Language, [string, string]> = {
  ja: ["はい", "いいえ"],
  zh: ["是", "否"],
  en: ["yes", "no"],
};

function readFlag(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  if (["yes", "y", "true", "1", "はい", "有", "是", "○", "〇", "約", "程度"].includes(plain)) return "yes";
  return ["no", "n", "false", "0", "いいえ", "無", "否", "×", "-"].includes(plain) ? "no" : text;
}
