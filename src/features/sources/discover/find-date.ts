import { daysInMonth, writeDay } from "../../../core/calendar-day.ts";
import { type DayForm, findDays, findDaysInAddress } from "../../../core/find-days.ts";

/** Not all sites agree on the zone of their clock; these are where their readers are. */
const timeZones = { zh: "Asia/Shanghai", ja: "Asia/Tokyo", en: "UTC" } as const;
const earliestYear = 1980;
/** Sites announce what takes effect next month; a date further ahead was read from something else. */
const mostDaysAhead = 62;

/** Of all that stands beside an entry the likeliest form is the entry's day, wherever it stands. */
const forms: readonly DayForm[] = [
  "era",
  "loose",
  "leaf",
  "compact",
  "east-asian",
  "english",
  "short-year",
  "month-day",
];

/** The day that stands in a text beside an entry, in any of the usual forms; null where none does. */
export function findDate(text: string, today: string): string | null {
  const plain = text
    .slice(0, 2_000)
    .normalize("NFKC")
    .replace(/[\s\u3000]+/g, " ");
  for (const form of forms) {
    for (const { year, month, day } of findDays(plain, [form])) {
      const found = year === null ? ofLastTwelveMonths(month, day, today) : toDay(year, month, day, today);
      if (found !== null) return found;
    }
  }
  return readRelative(plain, today);
}

/** Addresses of articles often hold their day. */
export function findDateInAddress(url: string, today: string): string | null {
  for (const { year, month, day } of findDaysInAddress(url)) {
    const found = toDay(year, month, day, today);
    if (found !== null) return found;
  }
  return null;
}

/** RFC 822 and RFC 3339 moments of feeds and sitemaps, as the day where the site's readers are. */
export function dayOfMoment(text: string, language: "zh" | "ja" | "en", today: string): string | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return findDate(trimmed, today);
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2}|GMT|UTC?|CST|[ECMP][SD]T)$/i.test(trimmed);
  const moment = hasZone ? Date.parse(trimmed.replace(/ CST$/, " +0800")) : Number.NaN;
  if (Number.isNaN(moment)) return findDate(trimmed, today);
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: timeZones[language] }).format(moment);
  return isLikely(day, today) ? day : null;
}

/** `[04-03]`, `4月3日` */
function ofLastTwelveMonths(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const latest = Temporal.PlainDate.from(today).add({ days: 7 }).toString();
  const here = toDay(year, month, day, today);
  return here !== null && here <= latest ? here : toDay(year - 1, month, day, today);
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

function toDay(year: number, month: number, day: number, today: string): string | null {
  // 29 February may not be in the year that was found for it.
  if (day > daysInMonth(year, month)) return null;
  const written = writeDay(year, month, day);
  return isLikely(written, today) ? written : null;
}

function isLikely(day: string, today: string): boolean {
  return (
    day >= writeDay(earliestYear, 1, 1) && day <= Temporal.PlainDate.from(today).add({ days: mostDaysAhead }).toString()
  );
}
