import { japaneseYearOf } from "../../../core/japanese-eras.ts";
import { readHanNumeral } from "../number-tokens.ts";
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
const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const short = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const english = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?\\b(${months}|(?:${short})\\.?)(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s+((?:19|20)\\d{2}))?`,
  "g",
);

/** Dates and years in a text of any of the three languages, in its order; 平成27年 is 2015. */
export function findDates(text: string): FoundDate[] {
  const folded = foldWidth(text);
  const found: FoundDate[] = [];
  for (const match of folded.matchAll(eastAsian)) {
    const [word, era, eraYear, year, month, day, bareMonth, bareDay] = match;
    const read = (part: string | undefined) => (part === undefined ? null : readNumeral(part));
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
    const month = months.split("|").findIndex((full) => full.startsWith(name.replace(".", "").slice(0, 3))) + 1;
    found.push({
      ...{ start: index, end: index + word.length, text: word, month, era: null },
      day: day === undefined ? null : Number(day),
      year: year === undefined ? null : Number(year),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function readNumeral(word: string): number {
  return /^\d/.test(word) ? Number(word) : readHanNumeral(word);
}

/** The year in which the era's first year fell is asked of the calendar itself: no second list of eras. */
function gregorianYear(era: string, word: string): number | null {
  const count = word === "元" ? 1 : readNumeral(word);
  for (let year = 1868; year <= 2100; year += 1) {
    // The last day of a year is in the era that began in it; 平成31年 and 昭和64年 ended early, so one year more is looked at.
    const known = japaneseYearOf(year, 12, 31);
    if (known?.era === era) return year - known.year + count;
  }
  return null;
}

export function sameDate(a: FoundDate, b: FoundDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}
