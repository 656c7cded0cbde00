import { distance } from "fastest-levenshtein";
import { writeNumeral } from "../../core/chinese-numerals.ts";
import { foldText } from "../../core/text-folding.ts";
import { findNumberTokens, type NumberToken, replaceTokens } from "./number-tokens.ts";

/** Stands for any number; a character for private use, which no text holds. */
const numberMark = "\uE000";

/** Below this a match helps nobody. */
export const weakestMatch = 60;

/** A sentence as the memory compares it: folded (width, Han forms, punctuation), every number the same. */
export function shadowOf(source: string): string {
  const marked = replaceTokens(
    source,
    findNumberTokens(source).map((token) => ({ token, by: numberMark })),
  );
  return foldText(marked);
}

/** Overlapping pairs of characters, each once: what unspaced languages are looked up by. */
export function bigramsOf(shadow: string): string[] {
  const characters = [...shadow];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}

export interface Match {
  score: number;
  target: string;
  adapted: boolean;
}

/**
 * How well a kept pair serves for a sentence. 100: letter for letter; else 1 − Levenshtein ÷ longest over the shadows, at most 99.
 * Where numbers differ they are put into the target; where they cannot, as with 平成25年 for 2013年, the score falls.
 */
export function matchPair(source: string, kept: { source: string; target: string }): Match {
  if (source === kept.source) return { score: 100, target: kept.target, adapted: false };
  const [asked, known] = [shadowOf(source), shadowOf(kept.source)];
  const longest = Math.max(asked.length, known.length);
  if (longest === 0) return { score: 0, target: kept.target, adapted: false };
  const alike = Math.min(99, Math.round(100 * (1 - distance(asked, known) / longest)));
  const [wanted, present] = [findNumberTokens(source), findNumberTokens(kept.source)];
  if (sameValues(wanted, present)) return { score: alike, target: kept.target, adapted: false };
  const target = adaptNumbers(kept.target, present, wanted);
  if (target === null) return { score: Math.max(0, alike - 15), target: kept.target, adapted: false };
  return { score: Math.max(0, alike - 2), target, adapted: true };
}

function sameValues(a: readonly NumberToken[], b: readonly NumberToken[]): boolean {
  return a.length === b.length && a.every(({ value }, index) => value === b[index]?.value);
}

/** Null where a number that has to change does not stand in the target, or the sentences have not the same count of numbers. */
function adaptNumbers(target: string, from: readonly NumberToken[], to: readonly NumberToken[]): string | null {
  if (from.length !== to.length) return null;
  const free = findNumberTokens(target);
  const replacements: { token: NumberToken; by: string }[] = [];
  for (const [index, old] of from.entries()) {
    const wanted = to[index];
    const place = free.findIndex(({ value }) => value === old.value);
    const token = free[place];
    if (!wanted || (!token && wanted.value !== old.value)) return null;
    if (!token) continue;
    free.splice(place, 1);
    if (wanted.value !== old.value) replacements.push({ token, by: writeLike(token, wanted) });
  }
  return replaceTokens(target, replacements);
}

/** In the manner of the number whose place it takes. */
function writeLike(place: NumberToken, { value }: NumberToken): string {
  if (place.script === "han" && /^\d{1,4}$/.test(value)) return writeNumeral(Number(value));
  const [whole = "", fraction] = value.split(".");
  const grouped = /[,，]/.test(place.text) ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
