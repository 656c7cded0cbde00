import type { Language } from "../../core/language.ts";
import { narrowWidth } from "../../core/narrow-width.ts";
import { buildWordAutomaton, keepLongest, type WordAutomaton } from "../../core/word-automaton.ts";
import type { Term } from "./terms.ts";

/** A term that stands in a text. */
export interface FoundTerm {
  term: Term;
  /** as it stands there */
  text: string;
  start: number;
  end: number;
  /** `word`: the one to use; `forbidden`: one that must not be used */
  as: "word" | "variant" | "forbidden";
}

export interface TermIndex {
  language: Language;
  automaton: WordAutomaton;
  /** whose each word of the automaton is */
  owners: readonly TermWord[][];
}

interface TermWord {
  term: Term;
  as: FoundTerm["as"];
}

/** The words of one language; find terms in many texts with it. A word of several terms stands in it once. */
export function indexTerms(terms: readonly Term[], language: Language): TermIndex {
  const owners = new Map<string, TermWord[]>();
  const add = (word: string, owner: TermWord) => {
    const key = fold(word);
    const known = owners.get(key);
    if (known) known.push(owner);
    else owners.set(key, [owner]);
  };
  for (const term of terms) {
    add(term.words[language], { term, as: "word" });
    for (const word of term.variants[language]) add(word, { term, as: "variant" });
    for (const word of term.forbidden[language]) add(word, { term, as: "forbidden" });
  }
  return { language, automaton: buildWordAutomaton([...owners.keys()]), owners: [...owners.values()] };
}

/**
 * Case and width do not matter; every other difference does, as 環境 is not 环境: hence not the folding of core/text-folding.ts.
 * The length stays.
 */
function fold(text: string): string {
  return narrowWidth(text)
    .replaceAll("’", "'")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * The longest words first come, first served from the left, so that 環境保護部 is not also 環境. A word of several terms brings all of
 * them. Latin words match whole words only, with a plural s.
 */
export function findTerms(text: string, { automaton, owners }: TermIndex): FoundTerm[] {
  const folded = fold(text);
  const whole = automaton.find(folded).flatMap((hit) => {
    const end = endOfWord(folded, hit.start, hit.end);
    return end === null ? [] : [{ ...hit, endWithPlural: end }];
  });
  return keepLongest(whole).flatMap(({ word, start, endWithPlural: end }) =>
    (owners[word] ?? []).map(({ term, as }) => ({ term, as, start, end, text: text.slice(start, end) })),
  );
}

/** Null where the match is only a part of a Latin word or number, as “NOx” is of “NOxa” and “O3” of “CO3”. */
function endOfWord(text: string, start: number, end: number): number | null {
  if (start > 0 && isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) return null;
  if (!isLatin(text.charCodeAt(end - 1))) return end;
  const rest = plural.exec(text.slice(end, end + 4));
  return rest ? end + rest[0].length : null;
}

const plural = /^(?:e?s)?(?![\p{Script=Latin}\d])/u;

/** Most characters of these texts are Han: no expression is asked of them. */
function isLatin(code: number): boolean {
  return code < 0x2e80
    ? latin.test(String.fromCharCode(code))
    : code >= 0xa720 && latin.test(String.fromCharCode(code));
}

const latin = /[\p{Script=Latin}\d]/u;
