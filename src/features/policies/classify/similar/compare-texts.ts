import { listShingles } from "./shingles.ts";

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
