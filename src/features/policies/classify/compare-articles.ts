import { diffArrays } from "diff";
import type { PolicyBlock } from "../blocks.ts";
import { type ArticlePair, alignArticles } from "./align-articles.ts";
import { type Article, listArticles } from "./articles.ts";

export interface DifferencePiece {
  is: "same" | "added" | "removed";
  text: string;
}

/** `renumbered`: the same words under another number; `moved`: at another place among the others, changed or not. */
export interface ArticleDifference {
  change: "same" | "renumbered" | "moved" | "changed" | "added" | "removed";
  before: Article | null;
  after: Article | null;
  /** 0 to 1 */
  likeness: number;
  /** the text of both, in the order of reading */
  pieces: DifferencePiece[];
}

/** Two versions of one regulation, clause by clause, in the order of the later one; what went stands where it stood. */
export function compareArticles(before: readonly PolicyBlock[], after: readonly PolicyBlock[]): ArticleDifference[] {
  const [older, newer] = [listArticles(before), listArticles(after)];
  const pairs = alignArticles(older, newer);
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const paired = new Set(pairs.map((pair) => pair.before));
  const removed = older.map((article, index) => ({ article, index })).filter(({ index }) => !paired.has(index));
  const differences: ArticleDifference[] = [];
  newer.forEach((article, index) => {
    const pair = byAfter.get(index);
    if (pair && !pair.isMoved)
      while (removed[0] && removed[0].index < pair.before) differences.push(wasRemoved(removed.shift()?.article));
    differences.push(pair ? describePair(older[pair.before], article, pair) : wasAdded(article));
  });
  return [...differences, ...removed.map(({ article }) => wasRemoved(article))];
}

function describePair(
  before: Article | undefined,
  after: Article,
  { likeness, isMoved }: ArticlePair,
): ArticleDifference {
  const older = before ?? after;
  const isSame = widthless(older.text) === widthless(after.text);
  const change = isMoved ? "moved" : !isSame ? "changed" : older.number === after.number ? "same" : "renumbered";
  const pieces: DifferencePiece[] = isSame ? [{ is: "same", text: after.text }] : compareWords(older.text, after.text);
  return { change, before: older, after, likeness: isSame ? 1 : likeness, pieces };
}

function wasAdded(after: Article): ArticleDifference {
  return { change: "added", before: null, after, likeness: 0, pieces: [{ is: "added", text: after.text }] };
}

function wasRemoved(before: Article | undefined): ArticleDifference {
  return {
    change: "removed",
    before: before ?? null,
    after: null,
    likeness: 0,
    pieces: [{ is: "removed", text: before?.text ?? "" }],
  };
}

/** A clause that differs in more words than this was written anew, and finding its few common words would take long. */
const mostEdits = 4_000;

function wholly(is: DifferencePiece["is"], text: string): DifferencePiece[] {
  return text === "" ? [] : [{ is, text }];
}

/** Full or half width of brackets and digits is the printer's, not the lawmaker's; what is the same is shown as the later one has it. */
function widthless(text: string): string {
  return text.normalize("NFKC");
}

/** Word by word: single characters that two wordings happen to share would cut the difference to shreds. */
export function compareWords(before: string, after: string): DifferencePiece[] {
  const changes = diffArrays(splitWords(before), splitWords(after), {
    comparator: (old, now) => old === now || widthless(old) === widthless(now),
    maxEditLength: mostEdits,
  });
  if (!changes) return [...wholly("removed", before), ...wholly("added", after)];
  const pieces: DifferencePiece[] = changes.map(({ value, added, removed }) => ({
    is: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
  return pieces.filter(({ text }) => text !== "");
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function splitWords(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
