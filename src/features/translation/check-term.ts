import { type Language, languages } from "../../core/language.ts";
import { termDomains } from "./sheets.ts";
import type { Term } from "./terms.ts";

export interface TermProblem {
  /** name of the field, as the sheet calls its columns: id, domain, term_ja, variants_zh … */
  field: string;
  reason: "missing" | "id" | "domain" | "too-long" | "separator" | "twice";
}

const longestWord = 200;
const mostWords = 40;

/** What a term must be to be kept: an id, a known field, a word in each language, and no word allowed and forbidden at once. */
export function checkTerm(term: Term): TermProblem[] {
  const problems: TermProblem[] = [];
  const add = (field: string, reason: TermProblem["reason"]) => problems.push({ field, reason });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(term.id) || term.id.length > 100) add("id", "id");
  if (!termDomains.includes(term.domain)) add("domain", "domain");
  for (const language of languages) {
    checkWords(term, language, add);
    if ((term.note[language] ?? "").length > 1_000) add(`note_${language}`, "too-long");
  }
  return problems;
}

function checkWords(
  { words, variants, forbidden }: Term,
  language: Language,
  add: (field: string, reason: TermProblem["reason"]) => void,
): void {
  if (words[language].trim() === "") add(`term_${language}`, "missing");
  for (const [field, list] of [
    [`term_${language}`, [words[language]]],
    [`variants_${language}`, variants[language]],
    [`forbidden_${language}`, forbidden[language]],
  ] as const) {
    if (list.length > mostWords || list.some((word) => word.length > longestWord)) add(field, "too-long");
    // The sheet parts words by semicolons.
    if (list.some((word) => /[;\n]/.test(word))) add(field, "separator");
  }
  const allowed = new Set([words[language], ...variants[language]]);
  if (forbidden[language].some((word) => allowed.has(word))) add(`forbidden_${language}`, "twice");
}
