import { daysInMonth, writeDay } from "../../../core/calendar-day.ts";
import { numeralCharacters, parseNumeral } from "./chinese-numerals.ts";

export interface FoundDate {
  /** YYYY-MM-DD */
  date: string;
  index: number;
  length: number;
  /** as it stands there */
  text: string;
}

/**
 * Every day that a text names: 2016年4月8日, 二〇一六年四月八日, 2016-04-08, 2016/4/8, 2016.04.08, 平成28年4月8日.
 * Days that do not exist are no dates.
 */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(anyDate)) {
    const date = resolve(match.groups ?? {});
    if (date) found.push({ date, index: match.index, length: match[0].length, text: match[0] });
  }
  return found;
}

/**
 * The day that a value of a page stands for, which may go on with a time or a weekday. A time in UTC counts as Beijing's:
 * these are Chinese pages. Null where the text begins with no day.
 */
export function parseDate(text: string): string | null {
  const value = text.replace(/^[\s\u3000【（([]+/, "");
  const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.exec(value.trim());
  if (utc) return shiftToBeijing(utc[0]);
  const first = findDates(value)[0];
  if (first && first.index === 0) return first.date;
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(value);
  if (compact) return makeDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return parseMailDate(value);
}

/** The day in an address, as content systems of governments write it: /201604/t20160408_123.html, /2016-04/08/content_5.htm. */
export function findDateInUrl(url: string): string | null {
  const match =
    /\/t?(\d{4})(\d{2})(\d{2})_\d+\.s?html?/i.exec(url) ??
    /\/(\d{4})-(\d{2})\/(\d{2})\//.exec(url) ??
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//.exec(url);
  return match ? makeDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

const spaces = "[ \\t\\u00a0\\u3000]{0,4}";
const chineseDigits = numeralCharacters.replace("0-9０-９", "");
const anyDate = new RegExp(
  [
    `(?<![\\d０-９])(?<year>[12１２][\\d０-９]{3})${spaces}年${spaces}(?<month>[\\d０-９]{1,2})${spaces}月${spaces}(?<day>[\\d０-９]{1,2})${spaces}日`,
    "(?<![\\d.\\-/])(?<year2>[12]\\d{3})(?<mark>[-/.．－—–])(?<month2>\\d{1,2})\\k<mark>(?<day2>\\d{1,2})(?!\\d)",
    `(?<year3>[${chineseDigits}]{4})${spaces}年${spaces}(?<month3>[${chineseDigits}]{1,3})${spaces}月${spaces}(?<day3>[${chineseDigits}]{1,4})${spaces}日`,
    `(?<era>令和|平成|昭和)${spaces}(?<eraYear>元|[\\d０-９]{1,2})${spaces}年${spaces}(?<month4>[\\d０-９]{1,2})${spaces}月${spaces}(?<day4>[\\d０-９]{1,2})${spaces}日`,
  ].join("|"),
  "g",
);

const eraStarts: Readonly<Record<string, number>> = { 令和: 2019, 平成: 1989, 昭和: 1926 };

function resolve(groups: Record<string, string | undefined>): string | null {
  const month = groups.month ?? groups.month2 ?? groups.month3 ?? groups.month4 ?? "";
  const day = groups.day ?? groups.day2 ?? groups.day3 ?? groups.day4 ?? "";
  const year = groups.era ? readEraYear(groups.era, groups.eraYear ?? "") : parseNumeral(readYear(groups));
  const monthNumber = parseNumeral(month);
  const dayNumber = parseNumeral(day);
  if (year === null || monthNumber === null || dayNumber === null) return null;
  return makeDay(year, monthNumber, dayNumber);
}

function readYear(groups: Record<string, string | undefined>): string {
  return groups.year ?? groups.year2 ?? groups.year3 ?? "";
}

function readEraYear(era: string, year: string): number | null {
  const count = year === "元" ? 1 : parseNumeral(year);
  const start = eraStarts[era];
  return count === null || start === undefined ? null : start + count - 1;
}

/** Documents of the People's Republic and what is announced some years ahead; others are misread numbers. */
function makeDay(year: number, month: number, day: number): string | null {
  if (year < 1949 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  return day <= daysInMonth(year, month) ? writeDay(year, month, day) : null;
}

function shiftToBeijing(moment: string): string | null {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? null : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** RFC 5322, as feeds carry it; the day as written. */
function parseMailDate(text: string): string | null {
  const match = /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(text);
  if (!match) return null;
  return makeDay(Number(match[3]), monthNames.indexOf((match[2] ?? "").toLowerCase()) + 1, Number(match[1]));
}
