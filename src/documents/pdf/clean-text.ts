/**
 * A text as it may be set: without what paper cannot show (control characters, byte order marks) and without the overrides of direction
 * that would turn the words behind them around (UAX #9: LRE, RLE, PDF, LRO, RLO).
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/(?!\n)\p{Cc}|[\uFEFF\uFFFE\uFFFF\u202A-\u202E]/gu, "");
}

/** The text with places to break (U+200B) in words wider than `widest` em, so that nothing runs out of a column or off the page. */
export function breakLongWords(text: string, widest: number): string {
  return splitWords(text)
    .map((word) => (measureEm(word) > widest ? breakWord(word, widest) : word))
    .join("");
}

/** Em of the widest word, which is what a line cannot break (UAX #14, simplified: between wide characters it can). */
export function measureWidestWord(text: string): number {
  return Math.max(0, ...splitWords(text).map((word) => measureEm(word.trimEnd())));
}

/** Em of the text in one line, as Noto Sans draws it, rather too much than too little. */
export function measureEm(text: string): number {
  let em = 0;
  let before: boolean | null = null;
  for (const character of text) {
    const isWide = wide.test(character);
    em += isWide ? 1 : measureNarrow(character);
    // Typst sets a quarter em between Han and Latin (cjk-latin-spacing).
    const meets: boolean | null = isWide || /[\p{L}\p{N}]/u.test(character) ? isWide : null;
    if (before !== null && meets !== null && before !== meets) em += 0.25;
    before = meets;
  }
  return em;
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{3FFFD}]/u;

function measureNarrow(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/[iljftr.,:;'|!()[\] ]/.test(character)) return 0.36;
  return /[\p{Lu}\p{So}]/u.test(character) ? 0.68 : 0.58;
}

/** Wide characters each by itself, the rest between spaces and behind hyphens; joined, they are the text again. */
function splitWords(text: string): string[] {
  return (
    text.match(
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|[^\s\u200B\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}-]*[\s\u200B-]*/gu,
    ) ?? []
  );
}

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

function breakWord(word: string, widest: number): string {
  let broken = "";
  let line = 0;
  for (const { segment } of characters.segment(word)) {
    const width = measureEm(segment);
    if (line > 0 && line + width > widest) {
      broken += "\u200B";
      line = 0;
    }
    broken += segment;
    line += width;
  }
  return broken;
}
