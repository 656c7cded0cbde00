import { displayWidth } from "../plain-text.ts";

/**
 * Lines that a text takes in a column of so many half-width characters. Excel fits the height of no merged cell, and other
 * programs fit none at all, so that the height is worked out here: words stay whole, East Asian text breaks anywhere.
 */
export function countLines(text: string, width: number): number {
  return text.split("\n").reduce((lines, line) => lines + countLine(line, Math.max(width, 2)), 0);
}

function countLine(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const part of text.match(/ +|[\u0021-\u02ff\u2000-\u206f]+|./gsu) ?? []) {
    const needed = displayWidth(part);
    const isSpace = part.trim() === "";
    if (used + needed <= width || (isSpace && used > 0)) used += needed;
    else if (needed <= width) {
      lines += used > 0 ? 1 : 0;
      used = needed;
    } else {
      // A word longer than the line breaks where the line ends.
      lines += Math.floor((used + needed - 1) / width);
      used = ((used + needed - 1) % width) + 1;
    }
  }
  return lines;
}
