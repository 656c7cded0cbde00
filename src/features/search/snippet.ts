import { castShadow, originalRange } from "./fold.ts";
import { findPlaces, type Needle } from "./needle.ts";

/** A piece of an original text, marked where it was found. */
export interface SnippetPiece {
  text: string;
  marked: boolean;
}

/** Characters around what was found. */
const shownLength = 160;

/**
 * Cuts a passage around its densest finds and marks them in the original: a half-width ｶﾞ, a 環 typed as 环 or the two letters of ﬁ
 * are marked as they stand.
 */
export function cutSnippet(text: string, needles: readonly Needle[], length = shownLength): SnippetPiece[] {
  const ranges = findRanges(text, needles);
  const start = chooseStart(text, ranges, length);
  const end = alignToCharacter(text, Math.min(text.length, start + length));
  const pieces: SnippetPiece[] = [];
  if (start > 0) pieces.push({ text: "…", marked: false });
  let at = start;
  for (const [from, to] of ranges) {
    if (to <= start || from >= end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(Math.max(from, start), Math.min(to, end)), marked: true });
    at = Math.min(to, end);
  }
  if (at < end) pieces.push({ text: text.slice(at, end), marked: false });
  if (end < text.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

/** The whole text, marked: for titles. */
export function markText(text: string, needles: readonly Needle[]): SnippetPiece[] {
  return cutSnippet(text, needles, text.length);
}

/** Stretches of the original that hold a needle, in order, joined where they touch. */
export function findRanges(text: string, needles: readonly Needle[]): [from: number, to: number][] {
  const shadow = castShadow(text);
  const ranges = needles
    .flatMap((needle) => findPlaces(shadow.text, needle))
    .map(([from, to]) => originalRange(shadow, from, to))
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Some words before the window that holds most finds, at the beginning of a clause where one is near. */
function chooseStart(text: string, ranges: readonly (readonly [number, number])[], length: number): number {
  if (text.length <= length) return 0;
  const countFrom = (start: number) => ranges.filter(([from, to]) => from >= start && to <= start + length).length;
  const best = ranges.map(([from]) => from).toSorted((a, b) => countFrom(b) - countFrom(a) || a - b)[0] ?? 0;
  const lead = Math.max(0, Math.min(best - Math.floor(length / 4), text.length - length));
  const clause = /[。！？；，、·\n.!?;,]\s*/gu;
  clause.lastIndex = Math.max(0, lead - 20);
  const next = clause.exec(text);
  const aligned =
    next && next.index + next[0].length <= best && next.index < lead + 30 ? next.index + next[0].length : lead;
  return alignToCharacter(text, lead === 0 ? 0 : aligned);
}

/** Not between the halves of a surrogate pair, and not before a mark that belongs to the letter before it. */
function alignToCharacter(text: string, at: number): number {
  let place = at;
  while (place > 0 && place < text.length && /^(?:[\uDC00-\uDFFF]|\p{M})/u.test(text.slice(place, place + 2)))
    place -= 1;
  return place;
}
