import { foldText } from "../../../core/text-folding.ts";

/**
 * A text as rules search it: folded, but with a mark where a clause, a cell or a line ends, so that no term is found across two of
 * them; words of Latin letters stay apart as well, and the plus of “2+26城市” stays, without which it would be a number.
 */
export function foldForMatching(text: string): string {
  return foldText(text.normalize("NFKC").replace(breaks, markEnd).replace(latinGap, clauseEnd).replace(/\+/g, plus));
}

/** A term of a rule in the same form; without the marks, since a term is one word. */
export function foldTerm(term: string): string {
  return foldText(term.normalize("NFKC").replace(/\+/g, plus));
}

/** A letter or digit beside a Latin term or a number makes it another word: 「NO2」 is not in “NO20” nor 「VOC」 in “vocal”. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (isLatin(first) && isLatin(text.charCodeAt(start - 1))) return false;
  if (isDigit(first) && isDigit(text.charCodeAt(start - 1))) return false;
  if (isDigit(last) && isDigit(text.charCodeAt(end))) return false;
  if (!isLatin(last)) return true;
  const isPlural = text[end] === "s" && !isLatin(text.charCodeAt(end + 1));
  return isPlural || !isLatin(text.charCodeAt(end));
}

/** Of several signs in a row the one that parts the most counts. Around the end of a line the others stay: headings have none. */
function markEnd(signs: string): string {
  const line = signs.lastIndexOf("\n");
  if (line >= 0) return `${markEndOfLine(signs.slice(0, line))}${lineEnd}${signs.includes("(", line) ? clauseEnd : ""}`;
  if (signs.includes("\t")) return cellEnd;
  return signs.includes("。") ? sentenceEnd : clauseEnd;
}

function markEndOfLine(signs: string): string {
  if (signs.includes("。")) return sentenceEnd;
  return /[；;，,：:！!？?、]/.test(signs) ? clauseEnd : "";
}

/** Characters for private use: folding leaves them where they are, and no page has them. */
export const clauseEnd = "\uE000";
const plus = "\uE001";
export const lineEnd = "\uE002";
export const sentenceEnd = "\uE003";
export const cellEnd = "\uE004";

const breaks = /[。；;，,：:！!？?（）()《》〈〉“”"「」『』【】[\]、|\t\r\n]+/g;
const latinGap = /(?<=[A-Za-z]) +(?=[A-Za-z])/g;

function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
