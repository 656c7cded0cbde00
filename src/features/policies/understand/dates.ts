import { writeDay } from "../../../core/calendar-day.ts";
import { type DayForm, findDays, findDaysInAddress } from "../../../core/find-days.ts";

export interface FoundDate {
  /** YYYY-MM-DD */
  date: string;
  index: number;
  length: number;
  /** as it stands there */
  text: string;
}

/** The forms of sentences and letterheads, in which nothing else is written. */
const printed = ["east-asian", "numeric", "era"] as const;

/** Every day that a text names: 2016年4月8日, 二〇一六年四月八日, 2016-04-08, 2016/4/8, 2016.04.08, 平成28年4月8日. */
export function findDates(text: string): FoundDate[] {
  return findLikely(text, printed);
}

/**
 * The day that a value of a page stands for, which may go on with a time or a weekday. A time in UTC counts as Beijing's:
 * these are Chinese pages. Null where the text begins with no day.
 */
export function parseDate(text: string): string | null {
  const value = text.replace(/^[\s\u3000【（([]+/, "");
  const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.exec(value.trim());
  if (utc) return shiftToBeijing(utc[0]);
  const [first] = findLikely(value, [...printed, "compact", "english"]);
  return first?.index === 0 ? first.date : null;
}

/** The day in an address of a page. */
export function findDateInUrl(url: string): string | null {
  const [first] = findDaysInAddress(url).filter(isLikely);
  return first ? writeDay(first.year, first.month, first.day) : null;
}

function findLikely(text: string, forms: readonly Exclude<DayForm, "month-day">[]): FoundDate[] {
  return findDays(text, forms)
    .filter(isLikely)
    .map(({ year, month, day, index, text: words }) => ({
      date: writeDay(year, month, day),
      index,
      length: words.length,
      text: words,
    }));
}

/** Documents of the People's Republic and what is announced some years ahead; others are misread numbers. */
function isLikely({ year }: { year: number }): boolean {
  return year >= 1949 && year <= 2100;
}

function shiftToBeijing(moment: string): string | null {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? null : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}
