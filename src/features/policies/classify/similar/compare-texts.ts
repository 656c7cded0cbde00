import { listShingles } from "./shingles.ts";
import { estimateLikeness } from "./sign-text.ts";

export interface TextLikeness {
  /** shingles in common of all (Jaccard) */
  likeness: number;
  /** shingles in common of the shorter text's: near 1 where one text holds the other */
  containment: number;
}

/** Exact, by the sets of shingles. */
export function compareTexts(a: string, b: string): TextLikeness {
  return compareShingles(listShingles(a), listShingles(b));
}

export function compareShingles(a: ReadonlySet<number>, b: ReadonlySet<number>): TextLikeness {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  if (smaller.size === 0) return { likeness: 0, containment: 0 };
  let common = 0;
  for (const shingle of smaller) if (larger.has(shingle)) common += 1;
  return { likeness: common / (a.size + b.size - common), containment: common / smaller.size };
}

/** From what likeness two texts say the same. */
export const sameFrom = 0.7;
/** From what containment one text is the other with an introduction or a part left out. */
export const heldFrom = 0.9;
/** A note of a few lines is held by any long text on its matter. */
const shortestHeld = 100;

/** Whether two texts say the same: alike as a whole, or one the other's repost with words of its own around it. */
export function sayTheSame(a: string, b: string): boolean {
  const [first, second] = [listShingles(a), listShingles(b)];
  const { likeness, containment } = compareShingles(first, second);
  return likeness >= sameFrom || (containment >= heldFrom && Math.min(first.size, second.size) >= shortestHeld);
}

/**
 * Whether two signed texts can say the same, so that reading them is worth while: alike, or the shorter one possibly held by the longer.
 * In doubt yes: an estimate is off by more than `doubt` once in many hundreds of pairs, and lengths are those of stored blocks.
 */
export function maySayTheSame(a: SignedText, b: SignedText): boolean {
  const likeness = estimateLikeness(a.signature, b.signature);
  if (likeness >= alikeFrom) return true;
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const most = likeness + doubt;
  // Of the sizes s ≤ l and the likeness j follows what both have in common: j (s + l) / (1 + j).
  return (most * (shorter + longer)) / (1 + most) >= heldFrom * shorter;
}

export interface SignedText {
  signature: Uint8Array;
  /** in characters, by the same measure for both */
  length: number;
}

const alikeFrom = 0.4;
const doubt = 0.12;
