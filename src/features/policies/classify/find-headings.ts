import { cellEnd, clauseEnd, lineEnd, sentenceEnd } from "./fold-for-matching.ts";

/**
 * Where a folded text says what it is about: its opening, headings, the beginning of a point (「一、年度目标。2016年全市PM2.5…」) and the
 * short sentence with which plans begin a paragraph (「严格施工扬尘监管。建筑工地…」), from `start` to `end` of each. An article of a law
 * (第十二条 …), the things that it lists and a row of a table have no such head.
 */
export function findHeadings(folded: string): { start: number; end: number }[] {
  const heads: { start: number; end: number }[] = [];
  let hasOpening = false;
  let start = 0;
  for (const line of folded.split(lineEnd)) {
    const sentence = line.indexOf(sentenceEnd);
    const isTableRow = line.includes(cellEnd);
    if (!hasOpening && !isTableRow && (sentence >= 0 || opens.test(line)) && line.length >= shortestOpening) {
      hasOpening = true;
      heads.push({ start, end: start + Math.min(line.length, longestOpening) });
    } else if (!isTableRow && !article.test(line)) {
      const length = sentence < 0 ? line.length : sentence;
      if (point.test(line)) heads.push({ start, end: start + Math.min(line.length, longestPoint) });
      else if (length <= longestHeading && (length < line.length - 1 || !endsWithSign.test(line)))
        heads.push({ start, end: start + length });
    }
    start += line.length + 1;
  }
  return heads;
}

const longestHeading = 24;
const longestPoint = 40;
/** Whom a letter is to and its number stand before its opening. */
const shortestOpening = 16;
/** A page whose paragraphs were lost is one long line. */
const longestOpening = 200;
const opens = new RegExp(`如下${clauseEnd}?$`);
const endsWithSign = new RegExp(`[${clauseEnd}${sentenceEnd}]$`);
const point = new RegExp(`^[一二三四五六七八九十]+${clauseEnd}`);
const article = /^第[一二三四五六七八九十百零\d]+[条條]/;
