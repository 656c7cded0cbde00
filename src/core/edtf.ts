import { dayNumberOf, daysInMonth, weekdayOf, writeDay } from "./calendar-day.ts";

/**
 * Dates as ISO 8601-2:2019 (EDTF) writes them, in the part that a programme's documents need: year, month or day
 * (level 0), qualifiers after the whole part (level 1: `?` uncertain, `~` approximate, `%` both) and intervals
 * with open (`..`) or unknown (empty) sides. `?~` and `~?` are read as `%`, because people type them.
 */
export interface EdtfPart {
  year: number;
  /** 1–12, null where only the year is known */
  month: number | null;
  /** 1–31, null where only the month or year is known */
  day: number | null;
  uncertain: boolean;
  approximate: boolean;
}

export interface Edtf {
  /** as it was written */
  text: string;
  isInterval: boolean;
  /** null: open or unknown; of a single date, start and end are the same part */
  start: EdtfPart | null;
  end: EdtfPart | null;
}

/** An interval that ends before it starts is no problem of form: it can be read, and `isReversed` tells of it. */
export type EdtfProblem = "malformed" | "impossible-date";

export function parseEdtf(text: string): { ok: true; value: Edtf } | { ok: false; problem: EdtfProblem } {
  const slash = text.indexOf("/");
  if (slash === -1) {
    const part = readPart(text, 0, text.length);
    if (typeof part === "string") return { ok: false, problem: part };
    return { ok: true, value: { text, isInterval: false, start: part, end: part } };
  }
  const start = readSide(text, 0, slash);
  const end = readSide(text, slash + 1, text.length);
  if (start === "malformed" || end === "malformed") return { ok: false, problem: "malformed" };
  if (start === "impossible-date" || end === "impossible-date") return { ok: false, problem: "impossible-date" };
  // Two unknown sides state nothing at all.
  if (start === null && end === null) return { ok: false, problem: "malformed" };
  return { ok: true, value: { text, isInterval: true, start, end } };
}

function readSide(text: string, from: number, to: number): EdtfPart | EdtfProblem | null {
  if (to === from || (to - from === 2 && text.startsWith("..", from))) return null;
  return readPart(text, from, to);
}

/** Reads by position, without regular expressions or substrings: pages parse thousands of dates. */
function readPart(text: string, from: number, to: number): EdtfPart | EdtfProblem {
  let uncertain = false;
  let approximate = false;
  let stop = to;
  const last = text.charCodeAt(stop - 1);
  if (last === percent) {
    uncertain = true;
    approximate = true;
    stop -= 1;
  } else if (last === questionMark || last === tilde) {
    const both = text.charCodeAt(stop - 2) === (last === tilde ? questionMark : tilde);
    uncertain = both || last === questionMark;
    approximate = both || last === tilde;
    stop -= both ? 2 : 1;
  }

  const length = stop - from;
  if (length !== 4 && length !== 7 && length !== 10) return "malformed";
  const year = readDigits(text, from, 4);
  const month = length >= 7 ? readAfterHyphen(text, from + 4) : null;
  const day = length === 10 ? readAfterHyphen(text, from + 7) : null;
  if (year === -1 || month === -1 || day === -1) return "malformed";
  if (month !== null && (month < 1 || month > 12)) return "impossible-date";
  if (month !== null && day !== null && (day < 1 || day > daysInMonth(year, month))) return "impossible-date";
  return { year, month, day, uncertain, approximate };
}

const percent = 0x25;
const questionMark = 0x3f;
const tilde = 0x7e;
const hyphen = 0x2d;
const zero = 0x30;

function readAfterHyphen(text: string, from: number): number {
  return text.charCodeAt(from) === hyphen ? readDigits(text, from + 1, 2) : -1;
}

/** -1 where one of the characters is not an ASCII digit. */
function readDigits(text: string, from: number, count: number): number {
  let value = 0;
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - zero;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * First and last possible day as `YYYY-MM-DD`; null where that side is open. Qualifiers do not widen them: how far
 * 「頃」 reaches is not stated. Of a reversed interval the earlier side comes first, so that the pair can always be sorted by.
 */
export function edtfBounds(value: Edtf): { from: string | null; to: string | null } {
  const reversed = isReversed(value);
  const first = reversed ? value.end : value.start;
  const last = reversed ? value.start : value.end;
  return {
    from: first && writeDay(first.year, first.month ?? 1, first.day ?? 1),
    to: last && writeDay(last.year, last.month ?? 12, last.day ?? lastDayOf(last)),
  };
}

/** Even the last possible day of the end lies before the first possible day of the start. */
export function isReversed(value: Edtf): boolean {
  const { start, end } = value;
  if (!value.isInterval || start === null || end === null) return false;
  const startKey = start.year * 10_000 + (start.month ?? 1) * 100 + (start.day ?? 1);
  const endKey = end.year * 10_000 + (end.month ?? 12) * 100 + (end.day ?? lastDayOf(end));
  return endKey < startKey;
}

function lastDayOf(part: EdtfPart): number {
  return daysInMonth(part.year, part.month ?? 12);
}

/** Day precision on both sides and no qualifier. */
export function isExact(value: Edtf): boolean {
  return isExactDay(value.start) && isExactDay(value.end);
}

function isExactDay(part: EdtfPart | null): boolean {
  return part !== null && part.day !== null && !part.uncertain && !part.approximate;
}

export function isQualified(value: Edtf): boolean {
  return isQualifiedPart(value.start) || isQualifiedPart(value.end);
}

function isQualifiedPart(part: EdtfPart | null): boolean {
  return part !== null && (part.uncertain || part.approximate);
}

/** Calendar days, both ends included; null unless both are exact and in order. */
export function countDays(value: Edtf): number | null {
  const range = dayNumberRange(value);
  return range && range.last - range.first + 1;
}

/** Days from Monday to Friday, both ends included; public holidays are not known here. Null as for `countDays`. */
export function countWorkingDays(value: Edtf): number | null {
  const range = dayNumberRange(value);
  if (range === null) return null;
  const days = range.last - range.first + 1;
  const wholeWeeks = Math.floor(days / 7);
  let working = wholeWeeks * 5;
  for (let day = range.first + wholeWeeks * 7; day <= range.last; day += 1) {
    if (weekdayOf(day) <= 5) working += 1;
  }
  return working;
}

function dayNumberRange(value: Edtf): { first: number; last: number } | null {
  if (!isExact(value)) return null;
  const first = dayNumberOfPart(value.start);
  const last = dayNumberOfPart(value.end);
  return first === null || last === null || last < first ? null : { first, last };
}

function dayNumberOfPart(part: EdtfPart | null): number | null {
  if (part === null || part.month === null || part.day === null) return null;
  return dayNumberOf(part.year, part.month, part.day);
}
