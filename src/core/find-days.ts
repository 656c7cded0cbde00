import { daysInMonth } from "./calendar-day.ts";
import { hanNumeralCharacters, parseNumeral } from "./chinese-numerals.ts";
import { englishMonths, readEnglishMonth } from "./english-months.ts";
import { eraStartYear } from "./japanese-eras.ts";

/** How a day is written. The first four are days beyond doubt; the others could be something else, and are for places of dates. */
export type DayForm =
  /** 2016年4月8日, ２０１６ 年 ４ 月 ８ 日, 二〇一六年四月八日 */
  | "east-asian"
  /** 平成28年4月8日, 令和元年五月一日 */
  | "era"
  /** 2016-04-08, 2016/4/8, 2016.04.08: the same mark twice */
  | "numeric"
  /** 8 April 2016, Apr. 8, 2016, Fri, 08 Apr 2016 (RFC 5322) */
  | "english"
  /** 2016年4-8, 2016.4月8: any marks */
  | "loose"
  /** a calendar leaf, the day apart from year and month: 08 2016-04, 2016-04 08 */
  | "leaf"
  /** 20160408 */
  | "compact"
  /** 16-04-08 */
  | "short-year"
  /** 4月8日, [04-08], or a text that is 04-08 and perhaps a time: no year */
  | "month-day";

/** `Year` is null only for the form without one. */
export interface FoundDay<Year extends number | null = number> {
  form: DayForm;
  year: Year;
  month: number;
  day: number;
  index: number;
  /** as it stands there */
  text: string;
}

/**
 * Every day that a text names in one of the forms, in the order of the text: those that the calendar has. Which years are likely
 * is for the caller to say, and so is which form counts first. What officials type themselves (about, until, fiscal years) is read by
 * read-date.ts.
 */
export function findDays(text: string, forms: readonly Exclude<DayForm, "month-day">[]): FoundDay[];
export function findDays(text: string, forms: readonly DayForm[]): FoundDay<number | null>[];
export function findDays(text: string, forms: readonly DayForm[]): FoundDay<number | null>[] {
  const found = forms.flatMap((form) =>
    patterns[form].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const day = readDay(match.groups ?? {});
        return day ? [{ form, ...day, index: match.index, text: match[0] }] : [];
      }),
    ),
  );
  return found.sort((a, b) => a.index - b.index || b.text.length - a.text.length);
}

/** Days in an address, likeliest first, as content systems write them: /201604/t20160408_123.html, /2016-04/08/content_5.htm. */
export function findDaysInAddress(address: string): { year: number; month: number; day: number }[] {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  return addressPatterns.flatMap((pattern) => {
    const { year = null, month, day } = readDay(pattern.exec(path)?.groups ?? {}) ?? {};
    return year !== null && month !== undefined && day !== undefined ? [{ year, month, day }] : [];
  });
}

const addressPatterns = [
  /\/t?(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)[_/.-]/i,
  /\/(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})\//,
  /\/(?<year>(?:19|20)\d\d)-?(?<month>\d\d)\/(?<day>\d\d)\//,
];

const gap = "[ \\t\\u00a0\\u3000]{0,4}";
const number = "[\\d０-９]{1,2}";
const han = `[${hanNumeralCharacters}]`;
const anyNumber = `(?:${number}|${han}{1,4})`;
const longYear = "(?<year>(?:19|20)\\d\\d)";
const monthName = `(?<name>${englishMonths.map(([, short]) => short).join("|")})[a-z]*`;
const weekday = "(?:\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+)?";

const patterns: Readonly<Record<DayForm, readonly RegExp[]>> = {
  "east-asian": [
    global(
      `(?<![\\d０-９])(?<year>[12１２][\\d０-９]{3})${gap}年${gap}(?<month>${number})${gap}月${gap}(?<day>${number})${gap}日`,
    ),
    global(`(?<year>${han}{4})${gap}年${gap}(?<month>${han}{1,3})${gap}月${gap}(?<day>${han}{1,4})${gap}日`),
  ],
  era: [
    global(
      `(?<era>令和|平成|昭和|大正|明治)${gap}(?<year>元|${anyNumber})${gap}年${gap}(?<month>${anyNumber})${gap}月${gap}(?<day>${anyNumber})${gap}日`,
    ),
  ],
  numeric: [/(?<![\d.\-/])(?<year>[12]\d{3})(?<mark>[-/.．－—–])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/g],
  english: [
    global(`${weekday}(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+${monthName}\\.?,?\\s+${longYear}(?!\\d)`, "i"),
    global(`${weekday}\\b${monthName}\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${longYear}(?!\\d)`, "i"),
  ],
  loose: [global(`(?<!\\d)${longYear} ?[-./年] ?(?<month>\\d{1,2}) ?[-./月] ?(?<day>\\d{1,2})(?!\\d)`)],
  leaf: [
    global(`(?<!\\d)(?<day>\\d{1,2})日? ${longYear}[-./年] ?(?<month>\\d{1,2})月?(?!\\d)`),
    global(`(?<!\\d)${longYear}[-./年] ?(?<month>\\d{1,2})月? (?<day>\\d{1,2})日?(?!\\d)`),
  ],
  compact: [global(`(?<!\\d)${longYear}(?<month>\\d\\d)(?<day>\\d\\d)(?!\\d)`)],
  "short-year": [/(?<![\d-])(?<shortYear>\d{2})[-/.](?<month>\d{2})[-/.](?<day>\d{2})(?![\d-])/g],
  "month-day": [
    /(?<!\d)(?<month>\d{1,2})月(?<day>\d{1,2})日/g,
    /[[（(【]\s?(?<month>\d{1,2})[-/.](?<day>\d{1,2})\s?[\]）)】]/g,
    /^\s*(?<month>\d{1,2})[-/](?<day>\d{1,2})(?: \d{1,2}:\d{2})?\s*$/g,
  ],
};

function global(source: string, flags = ""): RegExp {
  return new RegExp(source, `g${flags}`);
}

/** Null for what no calendar has. 29 February without its year may be a day. */
function readDay(
  groups: Record<string, string | undefined>,
): { year: number | null; month: number; day: number } | null {
  const year = readYear(groups);
  const month = groups.name === undefined ? parseNumeral(groups.month ?? "") : readEnglishMonth(groups.name);
  const day = parseNumeral(groups.day ?? "");
  if (year === undefined || month === null || day === null || month < 1 || month > 12 || day < 1) return null;
  return day <= daysInMonth(year ?? 2000, month) ? { year, month, day } : null;
}

/** Null where none is written, undefined where it cannot be read. */
function readYear({ era, year, shortYear }: Record<string, string | undefined>): number | null | undefined {
  if (shortYear !== undefined) return 2000 + Number(shortYear);
  if (year === undefined) return null;
  const count = year === "元" ? 1 : parseNumeral(year);
  if (count === null) return undefined;
  if (era === undefined) return count;
  const first = eraStartYear(era);
  return first === null ? undefined : first + count - 1;
}
