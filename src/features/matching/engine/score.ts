import { type Difficulty, difficulties } from "../../needs/need.ts";
import { unsaid } from "./offer-index.ts";

/** Share of the topic part that comes from what title and detail say; the rest from the topics that people set. */
export const wordShare = 0.35;

/** What is not said counts as half: neither for nor against. */
export const unknown = 0.5;

export function scoreTopicPart(closeness: number, likeness: number): number {
  // Texts of one subject in three languages seldom share more than half of their rare pairs.
  return (1 - wordShare) * closeness + wordShare * Math.min(1, likeness * 2);
}

/** Share of the kinds wanted; bits. */
export function scoreKind(wanted: number, given: number): number {
  return wanted === 0 ? unknown : countBits(given & wanted) / countBits(wanted);
}

export function scoreDifficulty(wanted: Difficulty | null, given: number): number {
  if (wanted === null || given === unsaid) return unknown;
  const short = difficulties.indexOf(wanted) - given;
  return short <= 0 ? 1 : short === 1 ? 0.4 : 0;
}

/** Bits of languages; none said: neither for nor against. */
export function scoreLanguage(wanted: number, given: number): number {
  if (wanted === 0 || given === 0) return unknown;
  return (wanted & given) === 0 ? 0 : 1;
}

/** Nothing said, some left, none left. */
export function scoreCapacity(left: number): number {
  if (left < 0) return unknown;
  return left === 0 ? 0 : 1;
}

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
