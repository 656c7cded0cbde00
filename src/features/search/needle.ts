import { foldForSearch, isUnspaced, runsOf } from "./fold.ts";
import { longestStretch, longestWord } from "./grams.ts";

/** One text that a passage must hold: a word, a phrase, or one of the ways to say the same. */
export interface Needle {
  /** as typed, or as the glossary has it */
  text: string;
  /** what the shadow of a passage must contain */
  pattern: string;
  /** grams that such a passage has; a word that may go on ends in “*” */
  grams: string[];
  /** what a chapter holds that has such a passage; what may go on ends in “*” */
  stretches: string[];
  /** whether the stretches alone tell that the pattern stands there */
  isExact: boolean;
}

/** A character or word that is only punctuation finds nothing and is none. `whole`: its last word does not go on. */
export function makeNeedle(text: string, { whole }: { whole: boolean }): Needle | null {
  const runs = runsOf(foldForSearch(text)).slice(0, mostRuns);
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return null;
  // A word begins where it begins: “pm” is not in “development”. Unspaced script knows no borders.
  const before = isUnspaced(first) ? "" : " ";
  const goesOn = !whole && canGoOn(last);
  const after = isUnspaced(last) || goesOn ? "" : " ";
  const pattern = `${before}${runs.join(" ")}${after}`;
  const grams = [...new Set(runs.flatMap((run, index) => coverRun(run, goesOn && index === runs.length - 1)))];
  const stretches = [
    ...new Set(runs.flatMap((run, index) => coverByStretches(run, goesOn && index === runs.length - 1))),
  ];
  return { text, pattern, grams, stretches, isExact: runs.length === 1 && isShort(first) };
}

/** “emission” finds “emissions”; a number is that number and no longer one, and one letter is one letter. */
function canGoOn(run: string): boolean {
  return !isUnspaced(run) && /^[^\d]{2,}$/u.test(run);
}

function coverRun(run: string, goesOn: boolean): string[] {
  if (!isUnspaced(run)) return [goesOn ? `${run.slice(0, longestWord)}*` : run.slice(0, longestWord)];
  const characters = [...run];
  if (characters.length === 1) return [run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function coverByStretches(run: string, goesOn: boolean): string[] {
  const characters = [...run];
  if (!isUnspaced(run) || characters.length <= 2) return coverRun(run, goesOn);
  if (characters.length < longestStretch) return [`${run}*`];
  return characters
    .slice(longestStretch - 1)
    .map((_, index) => characters.slice(index, index + longestStretch).join(""));
}

function isShort(run: string): boolean {
  return isUnspaced(run) ? [...run].length <= longestStretch : run.length <= longestWord;
}

/** More words than this make no more sense of a phrase. */
const mostRuns = 40;

/** As PostgreSQL writes a query for a tsvector. Grams hold letters and digits only, which need no more than the quotes. */
export function writeTsQuery(grams: readonly string[], tier: "" | "+" | "++" = ""): string {
  return grams.map((gram) => (gram.endsWith("*") ? `'${gram.slice(0, -1)}':*` : `'${gram}${tier}'`)).join(" & ");
}

/** How often the pattern stands in a shadow, overlapping places counted once. */
export function countPlaces(shadow: string, { pattern }: Pick<Needle, "pattern">): number {
  let count = 0;
  for (let at = shadow.indexOf(pattern); at !== -1; at = shadow.indexOf(pattern, at + stepOf(pattern))) count += 1;
  return count;
}

/** Stretches of the shadow where the pattern stands, without the spaces at its ends. */
export function findPlaces(shadow: string, { pattern }: Pick<Needle, "pattern">): [from: number, to: number][] {
  const places: [number, number][] = [];
  const lead = pattern.startsWith(" ") ? 1 : 0;
  const tail = pattern.endsWith(" ") ? 1 : 0;
  for (let at = shadow.indexOf(pattern); at !== -1; at = shadow.indexOf(pattern, at + stepOf(pattern)))
    places.push([at + lead, at + pattern.length - tail]);
  return places;
}

/** The space after a word is the space before the next. */
function stepOf(pattern: string): number {
  return Math.max(1, pattern.endsWith(" ") ? pattern.length - 1 : pattern.length);
}
