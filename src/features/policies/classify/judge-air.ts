import type { TagReason } from "../item.ts";
import { airWords, airWordsExcluded, neighbouringWords, otherMediaWords } from "./air-words.ts";
import type { FoldedSubject } from "./classification.ts";
import { buildWordFinder, type WordFinder } from "./find-words.ts";
import { countWords } from "./tag-topics.ts";

/**
 * Whether an item is the desk's business: a word of the air in its title; or a title from a neighbouring field over a text that speaks of the
 * air a few times; or any other title over a text that speaks of little else.
 */
export function judgeAir({ title, text }: FoldedSubject): { isAboutAir: boolean; reasons: TagReason[] } {
  const inTitle = air.find(title);
  const inText = air.find(text);
  const reasons = [...countWords("air", "title", inTitle), ...countWords("air", "text", inText)];
  const around = otherMedia.find(title).length > 0 ? [] : neighbours.find(title);
  const isDense = inText.length >= mentionsInAnyText && inText.length * charactersForOneMention >= text.length;
  const isAboutAir = inTitle.length > 0 || isDense || (around.length > 0 && inText.length >= mentionsUnderNeighbour);
  return { isAboutAir, reasons: isAboutAir ? [...reasons, ...countWords("near-air", "title", around)] : reasons };
}

const mentionsInAnyText = 4;
const charactersForOneMention = 250;
const mentionsUnderNeighbour = 3;

const air = buildWordFinder(
  [
    ...airWords.map((word) => ({ word, owner: "air", isMask: false })),
    ...airWordsExcluded.map((word) => ({ word, owner: "air", isMask: true })),
  ],
  "together",
);

const neighbours = buildPlainFinder(neighbouringWords);
const otherMedia = buildPlainFinder(otherMediaWords);

function buildPlainFinder(words: readonly string[]): WordFinder<string> {
  return buildWordFinder(
    words.map((word) => ({ word, owner: "", isMask: false })),
    "together",
  );
}
