import { isUnspaced, runsOf } from "./fold.ts";

/**
 * What the index holds of a passage. Of unspaced script every character and every two that follow each other; of other scripts whole
 * words. A gram that weighs much in its passage stands there a second time with “+”, and one that weighs very much a third time
 * with “++”: of a gram that half of all passages hold, those are looked at first.
 */
export function gramsOf(shadow: string, { always = false } = {}): string[] {
  const counts = new Map<string, number>();
  const count = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  for (const run of runsOf(shadow)) {
    if (!isUnspaced(run)) {
      count(run.slice(0, longestWord));
      continue;
    }
    const characters = [...run];
    for (const [index, character] of characters.entries()) {
      count(character);
      const next = characters[index + 1];
      if (next !== undefined) count(character + next);
    }
  }
  const { length } = shadow;
  return [...counts].flatMap(([gram, times]) => {
    const weight = always ? Number.POSITIVE_INFINITY : saturate(times, length);
    if (weight >= heavy) return [gram, `${gram}+`, `${gram}++`];
    return weight >= middling ? [gram, `${gram}+`] : [gram];
  });
}

/**
 * What the index holds of a chapter: as of a passage, and of unspaced script every stretch of six besides, shorter ones at the end of a
 * run. Whatever of up to six characters stands in the chapter begins one of these, so that the index alone tells a phrase.
 */
export function* stretchesOf(shadow: string): Generator<string> {
  for (const run of runsOf(shadow)) {
    if (!isUnspaced(run)) {
      yield run.slice(0, longestWord);
      continue;
    }
    const characters = [...run];
    for (const [index, character] of characters.entries()) {
      yield character;
      if (index + 1 < characters.length) yield character + characters[index + 1];
      if (index + 2 < characters.length) yield characters.slice(index, index + longestStretch).join("");
    }
  }
}

export const longestStretch = 6;

const middling = 1.35;
const heavy = 1.65;
/** PostgreSQL refuses words of more than 2,046 bytes. */
export const longestWord = 200;

const k1 = 1.2;
const b = 0.75;
/** Measured on Chinese regulations: most passages are an article of this length. */
export const usualLength = 200;

/** The part of BM25 that a passage contributes: how often a term stands in it, against its length. */
export function saturate(times: number, length: number, averageLength = usualLength): number {
  if (times === 0) return 0;
  return (times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / averageLength));
}

/** The part of BM25 that the rarity of a term contributes; never negative. */
export function rarity(passages: number, withTerm: number): number {
  return Math.log(1 + (passages - withTerm + 0.5) / (withTerm + 0.5));
}
