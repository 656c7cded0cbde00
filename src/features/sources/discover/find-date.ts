import { daysInMonth, writeDay } from "../../../core/calendar-day.ts";

/** Not all sites agree on the zone of their clock; these are where their readers are. */
const timeZones = { zh: "Asia/Shanghai", ja: "Asia/Tokyo", en: "UTC" } as const;
const earliestYear = 1980;
/** Sites announce what takes effect next month; a date further ahead was read from something else. */
const mostDaysAhead = 62;

type Reader = (text: string, today: string) => string | null;

/** The day that stands in a text beside an entry, in any of the usual forms; null where none does. */
export function findDate(text: string, today: string): string | null {
  const plain = text
    .slice(0, 2_000)
    .normalize("NFKC")
    .replace(/[\s\u3000]+/g, " ");
  for (const read of readers) {
    const day = read(plain, today);
    if (day !== null) return day;
  }
  return null;
}

/** Addresses of articles often hold their day: `/201504/t20150403_1.html`, `/2015/04/03/1.shtml`, `/art/2015/4/3/`. */
export function findDateInAddress(url: string, today: string): string | null {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  for (const form of addressForms) {
    const [, year, month, day] = path.match(form) ?? [];
    const found = toDay(year, month, day, today);
    if (found !== null) return found;
  }
  return null;
}

const addressForms = [
  /\/t?(20\d\d)(\d\d)(\d\d)[_/.-]/,
  /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})\//,
  /\/(20\d\d)-?(\d\d)\/(\d\d)\//,
];

/** RFC 822 and RFC 3339 moments of feeds and sitemaps, as the day where the site's readers are. */
export function dayOfMoment(text: string, language: "zh" | "ja" | "en", today: string): string | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return findDate(trimmed, today);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?|CST|[ECMP][SD]T)$/i.test(trimmed);
  const moment = hasZone ? Date.parse(trimmed.replace(/ CST$/, " +0800")) : Number.NaN;
  if (Number.isNaN(moment)) return findDate(trimmed, today);
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: timeZones[language] }).format(moment);
  const [year, month, date] = day.split("-");
  return toDay(year, month, date, today);
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const numerals = "〇一二三四五六七八九";

const readers: Reader[] = [
  byForm(/(?<!\d)((?:19|20)\d\d) ?[-./年] ?(\d{1,2}) ?[-./月] ?(\d{1,2})(?!\d)/, [1, 2, 3]),
  // a calendar leaf: the day large, year and month below
  byForm(/(?<!\d)(\d{1,2})日? ((?:19|20)\d\d)[-./年] ?(\d{1,2})月?(?!\d)/, [2, 3, 1]),
  byForm(/(?<!\d)((?:19|20)\d\d)[-./年] ?(\d{1,2})月? (\d{1,2})日?(?!\d)/, [1, 2, 3]),
  byForm(/(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/, [1, 2, 3]),
  readNumerals,
  readEnglish,
  readShortYear,
  readWithoutYear,
  readRelative,
];

function byForm(form: RegExp, [year, month, day]: readonly [number, number, number]): Reader {
  return (text, today) => {
    const match = text.match(form);
    return match ? toDay(match[year], match[month], match[day], today) : null;
  };
}

/** 二〇一五年四月三日, 二〇一五年十二月二十三日 */
function readNumerals(text: string, today: string): string | null {
  const [, year, month, day] =
    text.match(/([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/) ?? [];
  if (!year || !month || !day) return null;
  const digits = [...year.replace(/[○零]/g, "〇")].map((numeral) => numerals.indexOf(numeral)).join("");
  return toDay(digits, String(readTens(month)), String(readTens(day)), today);
}

function readTens(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens ? numerals.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? numerals.indexOf(ones) : 0);
}

/** 3 April 2015, Apr. 3, 2015 */
function readEnglish(text: string, today: string): string | null {
  const [, day, name, year] = text.match(/(?<!\d)(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.?,? ((?:19|20)\d\d)(?!\d)/) ?? [];
  const [, otherName, otherDay, otherYear] =
    text.match(/([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}),? ((?:19|20)\d\d)(?!\d)/) ?? [];
  const month = months.indexOf((name ?? otherName ?? "").toLowerCase()) + 1;
  return month === 0 ? null : toDay(year ?? otherYear, String(month), day ?? otherDay, today);
}

function readShortYear(text: string, today: string): string | null {
  const [, year, month, day] = text.match(/(?<![\d-])(\d{2})[-/.](\d{2})[-/.](\d{2})(?![\d-])/) ?? [];
  return year === undefined ? null : toDay(`20${year}`, month, day, today);
}

/** `[04-03]`, `(4/3)`, `4月3日`: of the last twelve months. */
function readWithoutYear(text: string, today: string): string | null {
  const [, month, day] =
    text.match(/(?<!\d)(\d{1,2})月(\d{1,2})日/) ??
    text.match(/[[（(【]\s?(\d{1,2})[-/.](\d{1,2})\s?[\]）)】]/) ??
    text.match(/^\s*(\d{1,2})[-/](\d{1,2})(?: \d{1,2}:\d{2})?\s*$/) ??
    [];
  if (month === undefined || day === undefined) return null;
  const year = Number(today.slice(0, 4));
  const latest = Temporal.PlainDate.from(today).add({ days: 7 }).toString();
  const here = toDay(String(year), month, day, today);
  return here !== null && here <= latest ? here : toDay(String(year - 1), month, day, today);
}

function readRelative(text: string, today: string): string | null {
  const [, count, unit] =
    text.match(/(\d{1,3}) ?(天|日|小时|小時|时间|時間|分钟|分鐘|分|days?|hours?|minutes?) ?(?:前|ago)/) ?? [];
  const isDays = unit !== undefined && /^(天|日|days?)$/.test(unit);
  const back =
    count !== undefined
      ? isDays
        ? Number(count)
        : 0
      : /前天/.test(text)
        ? 2
        : /昨[天日]|yesterday/i.test(text)
          ? 1
          : 0;
  const isRelative = count !== undefined || /今[天日]|昨[天日]|前天|刚刚|today|yesterday/i.test(text);
  return isRelative ? Temporal.PlainDate.from(today).subtract({ days: back }).toString() : null;
}

function toDay(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string,
): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= earliestYear && m >= 1 && m <= 12 && d >= 1) || d > daysInMonth(y, m)) return null;
  const written = writeDay(y, m, d);
  return written <= Temporal.PlainDate.from(today).add({ days: mostDaysAhead }).toString() ? written : null;
}
