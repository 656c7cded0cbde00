/**
 * A line of text as it is kept: one space between words, none at the ends or where a line of the source was wrapped
 * between two Han characters, nothing that a database cannot hold.
 */
export function cleanLine(text: string): string {
  return dropUnprintable(text)
    .replace(/(?<=[\p{Script=Han}、，。；：])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}（《“])/gu, "")
    .replace(/[\s\u00a0\u3000]+/g, " ")
    .trim();
}

/** Without control characters, halves of surrogate pairs, and marks of no width. */
export function dropUnprintable(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/gu, "");
}

/** For comparisons of labels and titles: nothing but letters, digits and Han characters. */
export function bareText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

/** 总　则, 环 境 保 护 部: letters set apart for the look of it. */
export function closeLetterSpacing(text: string): string {
  const parts = text.split(" ");
  return parts.length > 1 && parts.every((part) => /^\p{Script=Han}$/u.test(part)) ? parts.join("") : text;
}
