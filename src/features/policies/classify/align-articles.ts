import { foldText } from "../../../core/text-folding.ts";
import type { Article } from "./articles.ts";

export interface ArticlePair {
  before: number;
  after: number;
  likeness: number;
  /** stands elsewhere among the others, not only under another number */
  isMoved: boolean;
}

/**
 * Which article became which: first those in the same order that are most alike as a whole, then, of what is left, those that are much alike
 * at another place.
 */
export function alignArticles(before: readonly Article[], after: readonly Article[]): ArticlePair[] {
  const likeness = compareAll(before, after);
  const inOrder = alignInOrder(likeness, before.length, after.length);
  const taken = {
    before: new Set(inOrder.map((pair) => pair.before)),
    after: new Set(inOrder.map((pair) => pair.after)),
  };
  const elsewhere: ArticlePair[] = [];
  likeness.forEach((row, from) => {
    row.forEach((value, to) => {
      if (value >= movedFrom) elsewhere.push({ before: from, after: to, likeness: value, isMoved: true });
    });
  });
  for (const pair of elsewhere.sort((a, b) => b.likeness - a.likeness)) {
    if (taken.before.has(pair.before) || taken.after.has(pair.after)) continue;
    taken.before.add(pair.before);
    taken.after.add(pair.after);
    inOrder.push(pair);
  }
  return inOrder;
}

/** Below this, one article went and another came. */
const changedFrom = 0.3;
const movedFrom = 0.6;

/** The pairs in order whose likenesses add up to the most (Needleman and Wunsch, 1970, without a price for gaps). */
function alignInOrder(likeness: readonly Float64Array[], rows: number, columns: number): ArticlePair[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) {
      const value = likeness[row]?.[column] ?? 0;
      const paired = value >= changedFrom ? value + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  const pairs: ArticlePair[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const value = likeness[row]?.[column] ?? 0;
    if (value >= changedFrom && at(row, column) === value + at(row + 1, column + 1)) {
      pairs.push({ before: row, after: column, likeness: value, isMoved: false });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/**
 * Share of pairs of characters in common (Dice); pairs rather than fives, since a clause may be a line. In a document of thousands of
 * paragraphs only those about the same place are compared.
 */
function compareAll(before: readonly Article[], after: readonly Article[]): Float64Array[] {
  const [first, second] = [before.map(({ text }) => listPairs(text)), after.map(({ text }) => listPairs(text))];
  const perRow = after.length / Math.max(1, before.length);
  return first.map((a, row) =>
    Float64Array.from(second, (b, column) => (Math.abs(column - row * perRow) <= farthest ? dice(a, b) : 0)),
  );
}

const farthest = 300;

function listPairs(text: string): Map<number, number> {
  const folded = foldText(text);
  const pairs = new Map<number, number>();
  for (let index = 0; index + 1 < folded.length; index += 1) {
    const pair = folded.charCodeAt(index) * 0x1_0000 + folded.charCodeAt(index + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function dice(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [pair, count] of smaller) common += Math.min(count, larger.get(pair) ?? 0);
  const total = sum(a) + sum(b);
  return total === 0 ? 0 : (2 * common) / total;
}

function sum(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
