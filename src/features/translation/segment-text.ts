import type { PolicyBlock } from "../policies/blocks.ts";
import { type SourceSegment, titlePath } from "./translation.ts";

/**
 * Cuts a text into what is translated one by one: the title, every sentence of a block, every cell of a table. Together the
 * sentences of a block are its text but for the spaces between them. What holds no letter and no digit (“——”) is left out.
 */
export function segmentText(title: string, blocks: readonly PolicyBlock[]): SourceSegment[] {
  const segments: SourceSegment[] = [{ path: titlePath, source: title.trim() }];
  for (const [index, block] of blocks.entries()) segments.push(...segmentBlock(block, index));
  return segments.filter(({ source }) => /[\p{L}\p{N}]/u.test(source));
}

function segmentBlock(block: PolicyBlock, index: number): SourceSegment[] {
  switch (block.is) {
    case "table":
      return block.rows.flatMap((row, rowIndex) =>
        row.map((cell, cellIndex) => ({ path: [index, rowIndex, cellIndex, 0], source: tidySpaces(cell) })),
      );
    case "heading":
    case "signature":
      return [{ path: [index, 0], source: tidySpaces(block.text) }];
    default:
      return splitSentences(block.text).map((source, sentence) => ({ path: [index, sentence], source }));
  }
}

const opening = "（(「『“‘《〈【〔［[{｛";
const closing = "）)」』”’》〉】〕］]}｝";
const endings = "。！？!?；;";

/**
 * Sentences end at 。！？； outside brackets and quotes, with the closing marks that follow. A full stop of Latin script ends
 * one only before a space and a capital, so that 3.5, “GB 3095-2012.” and “No. 3” stay whole. A clause number before the first
 * sentence (第十二条　, （一）, 1.) stays with it.
 */
export function splitSentences(text: string): string[] {
  const tidy = tidySpaces(text);
  const sentences: string[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < tidy.length; index += 1) {
    const character = tidy.charAt(index);
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    // A bracket that is never closed must not swallow the rest of a law.
    const isOpen = depth > 0 && closesLater(tidy, index);
    if (isOpen || !endsSentence(tidy, index)) continue;
    depth = 0;
    let end = index + 1;
    while (end < tidy.length && (endings.includes(tidy.charAt(end)) || isClosing(tidy.charAt(end)))) end += 1;
    sentences.push(tidy.slice(start, end));
    start = end;
    index = end - 1;
  }
  sentences.push(tidy.slice(start));
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

function endsSentence(text: string, index: number): boolean {
  const character = text.charAt(index);
  if (character === "\n") return true;
  if (character === ";" || character === "!" || character === "?")
    return /[\s\p{Script=Han}]|^$/u.test(text.charAt(index + 1));
  if (endings.includes(character)) return true;
  if (character !== ".") return false;
  return /^\s+[\p{Lu}"“(]/u.test(text.slice(index + 1, index + 4)) && /\p{Ll}{3}$|[)”"]$/u.test(text.slice(0, index));
}

function isClosing(character: string): boolean {
  return character !== "" && closing.includes(character);
}

/** Whether any closing mark stands within the reach of one sentence. */
function closesLater(text: string, index: number): boolean {
  const reach = text.slice(index + 1, index + 400).split("\n", 1)[0] ?? "";
  return [...closing].some((mark) => reach.includes(mark));
}

/** Runs of spaces become one; an ideographic space, which parts a clause number from its text, stays what it is. */
function tidySpaces(text: string): string {
  return text
    .replace(/[^\S\n\u3000]+/g, " ")
    .replace(/ *\n\s*/g, "\n")
    .replace(/\u3000+/g, "\u3000")
    .trim();
}
