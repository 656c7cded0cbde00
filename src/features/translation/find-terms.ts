import type { Language } from "../../core/language.ts";
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

interface Node {
  next: Map<string, Node>;
  entries: { term: Term; as: FoundTerm["as"] }[];
}

export interface TermIndex {
  language: Language;
  root: Node;
}

/** A tree of the words of one language; find terms in many texts with it. */
export function indexTerms(terms: readonly Term[], language: Language): TermIndex {
  const root: Node = { next: new Map(), entries: [] };
  for (const term of terms) {
    add(root, term.words[language], { term, as: "word" });
    for (const word of term.variants[language]) add(root, word, { term, as: "variant" });
    for (const word of term.forbidden[language]) add(root, word, { term, as: "forbidden" });
  }
  return { language, root };
}

function add(root: Node, word: string, entry: Node["entries"][number]): void {
  let node = root;
  const key = fold(word);
  if (key === "") return;
  for (const unit of key.split("")) {
    let next = node.next.get(unit);
    if (!next) {
      next = { next: new Map(), entries: [] };
      node.next.set(unit, next);
    }
    node = next;
  }
  node.entries.push(entry);
}

/** Case and width do not matter; every other difference does, as 環境 is not 环境. The length stays. */
function fold(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replaceAll("’", "'")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * The longest words first come, first served from the left, so that 環境保護部 is not also 環境. A word of several terms brings all of
 * them. Latin words match whole words only, with a plural s.
 */
export function findTerms(text: string, { root }: TermIndex): FoundTerm[] {
  const folded = fold(text);
  const found: FoundTerm[] = [];
  let start = 0;
  while (start < folded.length) {
    const match = longestFrom(folded, start, root);
    if (!match) {
      start += 1;
      continue;
    }
    for (const { term, as } of match.entries)
      found.push({ term, as, start, end: match.end, text: text.slice(start, match.end) });
    start = match.end;
  }
  return found;
}

function longestFrom(text: string, start: number, root: Node): { end: number; entries: Node["entries"] } | null {
  let longest: { end: number; entries: Node["entries"] } | null = null;
  let node: Node | undefined = root;
  for (let index = start; node && index < text.length; index += 1) {
    node = node.next.get(text.charAt(index));
    if (!node || node.entries.length === 0) continue;
    const end = endOfWord(text, start, index + 1);
    if (end !== null) longest = { end, entries: node.entries };
  }
  return longest;
}

/** Null where the match is only a part of a Latin word or number, as “NOx” is of “NOxa” and “O3” of “CO3”. */
function endOfWord(text: string, start: number, end: number): number | null {
  const isLatin = (character: string) => /[\p{Script=Latin}\d]/u.test(character);
  if (isLatin(text.charAt(start)) && start > 0 && isLatin(text.charAt(start - 1))) return null;
  if (!isLatin(text.charAt(end - 1))) return end;
  const rest = /^(?:e?s)?(?![\p{Script=Latin}\d])/u.exec(text.slice(end, end + 4));
  if (!rest) return null;
  return end + rest[0].length;
}
