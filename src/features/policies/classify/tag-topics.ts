import type { Tag, TagReason } from "../item.ts";
import type { TopicRule } from "../knowledge.ts";
import type { FoldedSubject } from "./classification.ts";
import { findHeadings } from "./find-headings.ts";
import { buildWordFinder, type FoundWord, type WordFinder } from "./find-words.ts";

export type TopicFinder = WordFinder<string>;

export function buildTopicFinder(topics: readonly TopicRule[]): TopicFinder {
  return buildWordFinder(
    topics.flatMap(({ id, terms, termsExcluded }) => [
      ...terms.map((word) => ({ word, owner: id, isMask: false })),
      ...termsExcluded.map((word) => ({ word, owner: id, isMask: true })),
    ]),
    "apart",
  );
}

/**
 * A topic is given by one of its terms in the title, in the opening or in a heading, or by mentions enough for the text's length, of the
 * same term or of different ones. The weightiest comes first, and no more than `mostTopics`.
 */
export function tagTopics({ title, text }: FoldedSubject, finder: TopicFinder): Tag[] {
  const heads = findHeadings(text);
  const needed = countNeeded(text.length);
  const inTitle = Map.groupBy(finder.find(title), ({ owner }) => owner);
  const inText = Map.groupBy(finder.find(text), ({ owner }) => owner);
  const tags = [...new Set([...inTitle.keys(), ...inText.keys()])].flatMap((id) => {
    const ofTitle = inTitle.get(id) ?? [];
    const ofText = inText.get(id) ?? [];
    const ofHeads = ofText.filter(({ start, end }) => heads.some((head) => head.start <= start && end <= head.end));
    if (ofTitle.length === 0 && ofHeads.length === 0 && ofText.length < needed) return [];
    const prominent = new Set(ofHeads.map(({ word }) => word));
    const reasons = [
      ...countWords("term", "title", ofTitle),
      ...countWords("term", "text", ofText).map((reason) =>
        prominent.has(reason.term) ? { ...reason, rule: "heading" } : reason,
      ),
    ];
    const weight = ofTitle.length * weights.title + ofHeads.length * weights.heading + ofText.length;
    return [{ weight, tag: { id, by: "rule" as const, reasons } }];
  });
  return tags
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTopics)
    .map(({ tag }) => tag);
}

/** A plan of three thousand characters has a paragraph for each of two dozen topics: a document of every topic is found by none. */
export const mostTopics = 12;

const weights = { title: 20, heading: 5 };

/** A long law speaks in passing of nearly everything; a few lines say nothing in passing. */
function countNeeded(length: number): number {
  if (length <= shortText) return 1;
  return Math.max(2, Math.ceil(length / charactersForOneMention));
}

export const shortText = 120;
export const charactersForOneMention = 800;

/** One reason for each word, the most frequent first. */
export function countWords(
  rule: string,
  where: TagReason["where"],
  words: readonly Pick<FoundWord<string>, "word">[],
): TagReason[] {
  const times = new Map<string, number>();
  for (const { word } of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].map(([term, count]) => ({ rule, term, where, times: count })).sort((a, b) => b.times - a.times);
}
