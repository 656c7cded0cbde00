import type { Tag, TagReason } from "../item.ts";
import type { TopicRule } from "../knowledge.ts";
import type { FoldedSubject } from "./classification.ts";
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

/** A topic is given by one of its terms in the title, or by two mentions in the text, of the same term or of different ones. */
export function tagTopics(subject: FoldedSubject, finder: TopicFinder): Tag[] {
  const inTitle = Map.groupBy(finder.find(subject.title), ({ owner }) => owner);
  const inText = Map.groupBy(finder.find(subject.text), ({ owner }) => owner);
  return [...new Set([...inTitle.keys(), ...inText.keys()])].flatMap((id) => {
    const title = inTitle.get(id) ?? [];
    const text = inText.get(id) ?? [];
    if (title.length === 0 && text.length < mentionsNeeded) return [];
    return [
      {
        id,
        by: "rule" as const,
        reasons: [...countWords("term", "title", title), ...countWords("term", "text", text)],
      },
    ];
  });
}

export const mentionsNeeded = 2;

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
