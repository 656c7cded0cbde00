import { parseEdtf } from "../core/edtf.ts";
import { writeEdtf } from "../core/edtf-format.ts";
import { eraStartYear } from "../core/japanese-eras.ts";
import type { Language } from "../core/language.ts";
import { readDate } from "../core/read-date.ts";
import { message } from "../messages/message.ts";
import { choicesOf, printChoice, readChoice } from "../sheets/choice-cell.ts";
import { parseCell } from "../sheets/parse-cell.ts";
import type { Column } from "../sheets/sheet.ts";
import type { CellKnowledge } from "./cell-knowledge.ts";
import { type CellProblem, cellProblem } from "./cell-problem.ts";

/** How a column's cells are told in a language, in a form or a sheet; what is printed is always read back as the same. */
export interface CellContext {
  knowledge: CellKnowledge;
  language: Language;
}

/** What the cell holds; where it was not understood, what was written, so that nothing is lost. */
export interface CellReading {
  text: string;
  problem: CellProblem | null;
}

const yesWords = new Set(["yes", "y", "true", "1", "はい", "有", "あり", "是", "○", "〇", "◯"]);
const noWords = new Set(["no", "n", "false", "0", "いいえ", "無", "无", "なし", "否", "×"]);
const longestCell = 20_000;
/** More are no help in finding one. */
const mostCandidates = 30;

export function listSeparator(language: Language): string {
  return language === "en" ? "; " : "、";
}

/** The names in a cell that may hold several. */
export function splitList(text: string): string[] {
  return text
    .split(/[、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A cell of the record as people read it. */
export function printCellText(sheet: string, column: Column, text: string, context: CellContext): string {
  if (text === "") return "";
  const { value } = column;
  const { knowledge, language } = context;
  switch (value.type) {
    case "choice":
      return printChoice(sheet, column, text, language);
    case "choices":
      return text
        .split(";")
        .map((choice) => printChoice(sheet, column, choice, language))
        .join(listSeparator(language));
    case "reference":
      return knowledge.references(value.sheet).print(text, language);
    case "references":
      return text
        .split(";")
        .map((id) => knowledge.references(value.sheet).print(id, language))
        .join(listSeparator(language));
    case "flag":
      return text === "yes" || text === "no" ? message(language, `record.${text}`) : text;
    case "edtf":
      return printDate(text, language);
    default:
      return text;
  }
}

/** What a person wrote in a cell, as the record holds it. */
export function readCellText(
  sheet: string,
  column: Column,
  written: string,
  context: CellContext,
  fiscalYear: number | null,
): CellReading {
  const text = written.normalize("NFC").replaceAll("\r\n", "\n").trim();
  if (text === "") return { text: "", problem: null };
  if (text.length > longestCell) return fail(text, cellProblem("too-long", text, String(longestCell)));
  if (/(?![\t\n])\p{Cc}/u.test(text)) return fail(text, cellProblem("control-character"));
  const { value } = column;
  switch (value.type) {
    case "choice":
      return readChoices(sheet, column, [text], context);
    case "choices":
      return readChoices(sheet, column, splitList(text), context);
    case "reference":
      return readReferences(value.sheet, [text], context);
    case "references":
      return readReferences(value.sheet, splitList(text), context);
    case "flag": {
      const word = text.normalize("NFKC").toLowerCase();
      if (yesWords.has(text) || yesWords.has(word)) return { text: "yes", problem: null };
      if (noWords.has(text) || noWords.has(word)) return { text: "no", problem: null };
      const [yes, no] = [message(context.language, "record.yes"), message(context.language, "record.no")];
      return fail(text, cellProblem("bad-flag", text, `${yes} / ${no}`));
    }
    case "edtf":
      return readDateCell(text, context, fiscalYear);
    case "integer":
      return checkPlain(column, column.name === "fiscal_year" ? bareYear(text) : bareNumber(text), text);
    case "integers":
      return checkPlain(column, splitList(text).map(bareYear).join(";"), text);
    case "decimal":
      return checkPlain(column, bareNumber(text), text);
    case "code":
      return checkPlain(column, text.normalize("NFKC"), text);
    default:
      return checkPlain(column, text, text);
  }
}

function readChoices(sheet: string, column: Column, parts: readonly string[], context: CellContext): CellReading {
  const found = parts.map((part) => readChoice(sheet, column, part));
  const wrong = parts.find((_, index) => found[index] === null);
  if (wrong === undefined) return { text: found.join(";"), problem: null };
  const expected = choicesOf(column).map((choice) => printChoice(sheet, column, choice, context.language));
  return fail(parts.join(";"), cellProblem("bad-choice", wrong, expected.join(listSeparator(context.language))));
}

function readReferences(target: string, parts: readonly string[], { knowledge, language }: CellContext): CellReading {
  const index = knowledge.references(target);
  const ids: string[] = [];
  for (const part of parts) {
    const [id, ...more] = index.find(part);
    // Nobody types the title of a decree in full: words of it are enough, and the person picks.
    const near = id === undefined && target === "policies" ? index.search(part).slice(0, mostCandidates) : [];
    if (id === undefined && near.length === 0)
      return fail(parts.join(";"), cellProblem("unknown-reference", part, target));
    if (id === undefined || more.length > 0) {
      const candidates = id === undefined ? near : [id, ...more];
      const shown = candidates.slice(0, 8).map((each) => `${index.print(each, language)} (${each})`);
      const problem = cellProblem("ambiguous-reference", part, shown.join(listSeparator(language)));
      return fail(parts.join(";"), { ...problem, candidates });
    }
    ids.push(id);
  }
  return { text: ids.join(";"), problem: null };
}

const printedDates = new Map<string, string>();

/** The date in words where they lead back to it, else as ISO 8601-2 writes it. */
function printDate(text: string, language: Language): string {
  const key = `${language} ${text}`;
  const kept = printedDates.get(key);
  if (kept !== undefined) return kept;
  const written = parseEdtf(text).ok ? writeEdtf(text, language) : text;
  const reading = readDate(written, { language });
  const printed = reading.ok && reading.edtf === text ? written : text;
  if (printedDates.size > 20_000) printedDates.clear();
  printedDates.set(key, printed);
  return printed;
}

function readDateCell(text: string, { knowledge, language }: CellContext, fiscalYear: number | null): CellReading {
  const reading = readDate(text, { language, fiscalYear: { calendar: knowledge.calendar, year: fiscalYear } });
  if (reading.ok) return { text: reading.edtf, problem: null };
  const { problem: date } = reading;
  const candidates = "choices" in date ? date.choices : [];
  return fail(text, { ...cellProblem("bad-date", text), candidates, date });
}

/** Types whose text is the value: the sheet's own rule decides. */
function checkPlain(column: Column, bare: string, text: string): CellReading {
  const problem = parseCell(column, bare, {}, { allowFormula: true });
  if (!problem) return { text: bare, problem: null };
  const code = codes.find((known) => known === problem.reason) ?? "bad-code-form";
  return fail(text, cellProblem(code, text, problem.expected ?? ""));
}

const codes = ["required", "bad-id", "bad-integer", "out-of-range", "bad-decimal", "bad-code-form"] as const;

function bareNumber(text: string): string {
  return text.normalize("NFKC").replace(/[\s,]/g, "");
}

/** 「2015年度」, 「平成27年度」, “FY2015” and 2015 are the same year. */
function bareYear(text: string): string {
  const bare = text.normalize("NFKC").replace(/\s/g, "");
  const [, era = "", ofEra = ""] = /^(平成|令和|[HR])(元|\d{1,2})年?度?$/i.exec(bare) ?? [];
  const first = eraStartYear(era);
  if (first !== null) return String(first - 1 + (ofEra === "元" ? 1 : Number(ofEra)));
  return /^(?:FY)?(\d{4})(?:年度|年|财年|財年)?$/i.exec(bare)?.[1] ?? bareNumber(text);
}

function fail(text: string, problem: CellProblem): CellReading {
  return { text, problem };
}
