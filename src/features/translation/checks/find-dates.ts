import { parseNumeral } from "../../../core/chinese-numerals.ts";
import { englishMonths, readEnglishMonth } from "../../../core/english-months.ts";
import { eraStartYear } from "../../../core/japanese-eras.ts";
import { foldWidth } from "./fold-width.ts";
import type { Range } from "./problem.ts";

export interface FoundDate extends Range {
  text: string;
  year: number | null;
  month: number | null;
  day: number | null;
  /** 和暦 */
  era: string | null;
}

const numeral = "(?:\\d{1,4}|[〇零一二三四五六七八九十]{1,4})";
const eastAsian = new RegExp(
  `(?:(平成|令和|昭和|大正|明治)\\s*(元|${numeral})\\s*年|(?<!\\d)((?:1[89]|20)\\d{2}|[一二][〇零一二三四五六七八九]{3})\\s*年)度?(?:\\s*(${numeral})\\s*月(?:\\s*(${numeral})\\s*日)?)?` +
    `|(?<![\\d第])(\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月\\s*(${numeral})\\s*日`,
  "gu",
);
const numeric = /(?<![\d.])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/g;
const months = englishMonths.map(([name]) => name).join("|");
const short = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const english = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?\\b(${months}|(?:${short})\\.?)(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s+((?:19|20)\\d{2}))?`,
  "g",
);

/**
 * Dates and years in a text of any of the three languages, in its order; 平成27年 is 2015. Not those of core/find-days.ts, which are
 * whole days that exist: a translation must keep 2013年9月 as well, and 9月31日 is a slip to be shown.
 */
export function findDates(text: string): FoundDate[] {
  const folded = foldWidth(text);
  const found: FoundDate[] = [];
  for (const match of folded.matchAll(eastAsian)) {
    const [word, era, eraYear, year, month, day, bareMonth, bareDay] = match;
    const read = (part: string | undefined) => (part === undefined ? null : parseNumeral(part, "running"));
    found.push({
      ...{ start: match.index, end: match.index + word.length, text: word, era: era ?? null },
      year: era && eraYear ? gregorianYear(era, eraYear) : read(year),
      month: read(month ?? bareMonth),
      day: read(day ?? bareDay),
    });
  }
  for (const { 0: word, 1: year, 3: month, 4: day, index } of folded.matchAll(numeric)) {
    const [m, d] = [Number(month), Number(day)];
    if (m >= 1 && m <= 12 && d >= 1 && d <= 31)
      found.push({
        start: index,
        end: index + word.length,
        text: word,
        year: Number(year),
        month: m,
        day: d,
        era: null,
      });
  }
  for (const { 0: word, 1: before, 2: name = "", 3: after, 4: year, index } of folded.matchAll(english)) {
    const day = before ?? after;
    // “May” and “March” are words as well.
    if (day === undefined && year === undefined && /^(May|March|Mar|Dec)$/.test(name)) continue;
    const month = readEnglishMonth(name);
    found.push({
      ...{ start: index, end: index + word.length, text: word, month, era: null },
      day: day === undefined ? null : Number(day),
      year: year === undefined ? null : Number(year),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function gregorianYear(era: string, word: string): number | null {
  const [first, count] = [eraStartYear(era), word === "元" ? 1 : parseNumeral(word, "running")];
  return first === null || count === null ? null : first + count - 1;
}

export function sameDate(a: FoundDate, b: FoundDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}
