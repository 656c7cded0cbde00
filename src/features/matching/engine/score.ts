import { type Difficulty, difficulties } from "../../needs/need.ts";
import { unsaid } from "./offer-index.ts";

/** Share of the topic part that comes from what title and detail say; the rest from the topics that people set. */
export const wordShare = 0.35;

/** What nobody has said is neither for nor against: such a part is left out of the mean, and no number is made up for it. */
export const unknown = null;

export function scoreTopicPart(closeness: number, likeness: number): number {
  return (1 - wordShare) * closeness + (wordShare * percentAlike(likeness)) / 100;
}

/** How alike two texts are, as the reason says it in whole percent: of two offers with the same reason none stands before the other. */
export function percentAlike(likeness: number): number {
  // Texts of one subject in three languages seldom share more than half of their rare pairs.
  const percent = likeness * 200;
  return percent >= 100 ? 100 : (percent + 0.5) | 0;
}

/** Share of the kinds wanted; bits. */
export function scoreKind(wanted: number, given: number): number | null {
  return wanted === 0 ? unknown : countBits(given & wanted) / countBits(wanted);
}

export function scoreDifficulty(wanted: Difficulty | null, given: number): number | null {
  if (wanted === null || given === unsaid) return unknown;
  const short = difficulties.indexOf(wanted) - given;
  return short <= 0 ? 1 : short === 1 ? 0.4 : 0;
}

/** Bits of languages. */
export function scoreLanguage(wanted: number, given: number): number | null {
  if (wanted === 0 || given === 0) return unknown;
  return (wanted & given) === 0 ? 0 : 1;
}

/** Some left, none left; below 0 nothing was said. */
export function scoreCapacity(left: number): number | null {
  if (left < 0) return unknown;
  return left === 0 ? 0 : 1;
}

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
