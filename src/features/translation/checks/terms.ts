import type { Language } from "../../../core/language.ts";
import { type FoundTerm, findTerms } from "../find-terms.ts";
import type { Term } from "../terms.ts";
import type { Check, Problem } from "./problem.ts";

/** A term of the source stands in the target by a word that is allowed for it: names of bodies, ranks, documents, technologies. */
export const checkTermsUsed: Check = ({ source, target, targetLanguage, sourceTerms }) => {
  const found = findTerms(source, sourceTerms).filter(({ as, text }) => as !== "forbidden" && [...text].length > 1);
  const byPlace = Map.groupBy(found, ({ start }) => start);
  const told = new Set<string>();
  return [...byPlace.values()].flatMap((candidates): Problem[] => {
    const [first] = candidates;
    // One word may be several terms: any of them will do.
    if (!first || told.has(first.term.id)) return [];
    if (isKept(first, target) || candidates.some(({ term }) => isUsed(term, target, targetLanguage))) return [];
    told.add(first.term.id);
    const forbidden = candidates.flatMap(({ term }) => findForbidden(term, target, targetLanguage));
    // Words of two characters (实施, 治理) are translated by many: only a wrong one is told.
    if (!forbidden[0] && [...first.text].length < 3) return [];
    return forbidden[0]
      ? [describeForbidden(first, forbidden[0], targetLanguage)]
      : [describeMissing(first, targetLanguage)];
  });
};

/** VOC may stay VOC. */
function isKept({ text }: FoundTerm, target: string): boolean {
  return /^[\x21-\x7E]+$/.test(text) && target.includes(text);
}

function isUsed({ words, variants }: Term, text: string, language: Language): boolean {
  return [words[language], ...variants[language]].some((word) => findWord(word, text, language) !== null);
}

interface FoundWord {
  text: string;
  start: number;
}

function findForbidden({ forbidden }: Term, text: string, language: Language): FoundWord[] {
  return forbidden[language].flatMap((word) => findWord(word, text, language) ?? []);
}

function findWord(word: string, text: string, language: Language): FoundWord | null {
  if (word === "") return null;
  // “policies” for “policy”: the end of an English word bends.
  const [asked = "", given = ""] = [word, text].map(foldSigns);
  const stem = language === "en" && asked.length > 3 ? asked.replace(/(?:y|s)$/, "") : asked;
  const start = given.indexOf(stem);
  return start === -1 ? null : { text: text.slice(start, start + word.length), start };
}

/** µg is written with the micro sign or with the Greek letter (Unicode 22.2); the lengths stay. */
function foldSigns(text: string): string {
  return text.toLowerCase().replaceAll("’", "'").replaceAll("\u00B5", "\u03BC");
}

function describeForbidden({ term, text, start, end }: FoundTerm, wrong: FoundWord, language: Language): Problem {
  return {
    ...{ check: "terms", severity: "error", message: "translationCheck.term.forbidden" },
    values: { term: text, found: wrong.text, right: term.words[language] },
    source: { start, end },
    target: { start: wrong.start, end: wrong.start + wrong.text.length },
  };
}

function describeMissing({ term, text, start, end }: FoundTerm, language: Language): Problem {
  return {
    ...{ check: "terms", severity: "warning", message: "translationCheck.term.missing" },
    values: { term: text, right: term.words[language] },
    source: { start, end },
    target: null,
  };
}
