import { daysInMonth, writeDay, writeMonth } from "./calendar-day.ts";
import type { Language } from "./language.ts";
import { type Localized, localize } from "./localized.ts";

/**
 * When a programme's accounting year begins and which of its calendar years names it. Data of the programme, never a
 * rule in a feature: Japan's runs from 1 April (財政法 第11条) and is named by its first year, China's is the calendar
 * year (预算法 第18条), that of the United States begins on 1 October and is named by its last.
 */
export interface FiscalCalendar {
  /** 1–12 */
  startMonth: number;
  /** 1–31; where a month is too short for it, the year begins on the first day of the next month */
  startDay: number;
  namedBy: "first" | "last";
  /** with {year}: 「{year}年度」, “FY{year}” */
  label: Localized;
}

/** `day` is `YYYY-MM-DD`. */
export function fiscalYearOf(calendar: FiscalCalendar, day: string): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const dayOfMonth = Number(day.slice(8, 10));
  const hasBegun = month > calendar.startMonth || (month === calendar.startMonth && dayOfMonth >= calendar.startDay);
  return (hasBegun ? year : year - 1) + nameOffset(calendar);
}

/** Years between the calendar year in which a fiscal year begins and the one that names it. */
function nameOffset(calendar: FiscalCalendar): number {
  const isCalendarYear = calendar.startMonth === 1 && calendar.startDay === 1;
  return calendar.namedBy === "last" && !isCalendarYear ? 1 : 0;
}

/** First and last day as `YYYY-MM-DD`. */
export function fiscalYearRange(calendar: FiscalCalendar, year: number): { from: string; to: string } {
  const firstYear = year - nameOffset(calendar);
  const first = firstDay(calendar, firstYear);
  const next = firstDay(calendar, firstYear + 1);
  const last = next.day > 1 ? { ...next, day: next.day - 1 } : lastDayOfMonthBefore(next);
  return { from: writeDay(first.year, first.month, first.day), to: writeDay(last.year, last.month, last.day) };
}

/** The year in ISO 8601-2, as whole months where it has them: `2015-04/2016-03`. */
export function fiscalYearInterval(calendar: FiscalCalendar, year: number): string {
  const { from, to } = fiscalYearRange(calendar, year);
  const length = from.endsWith("-01") ? "2015-04".length : from.length;
  return `${from.slice(0, length)}/${to.slice(0, length)}`;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

function firstDay(calendar: FiscalCalendar, year: number): Day {
  const { startMonth: month, startDay: day } = calendar;
  if (day <= daysInMonth(year, month)) return { year, month, day };
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

function lastDayOfMonthBefore({ year, month }: Day): Day {
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return { ...before, day: daysInMonth(before.year, before.month) };
}

/**
 * Every fiscal year that the days touch, in order: more than one means that they straddle years. With one open side,
 * the year of the known side only, because nobody knows how far the other reaches; with none known, none.
 */
export function fiscalYearsOf(calendar: FiscalCalendar, bounds: { from: string | null; to: string | null }): number[] {
  const known = [bounds.from, bounds.to].filter((day) => day !== null).map((day) => fiscalYearOf(calendar, day));
  if (known.length === 0) return [];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => first + index);
}

export function fiscalYearLabel(calendar: FiscalCalendar, year: number, language: Language): string {
  return localize(calendar.label, language).text.replaceAll("{year}", String(year));
}

/** The calendar months that the year touches, `YYYY-MM`: twelve, or thirteen where it begins within a month. */
export function fiscalMonths(calendar: FiscalCalendar, year: number): string[] {
  const { from, to } = fiscalYearRange(calendar, year);
  const first = monthNumber(from);
  return Array.from({ length: monthNumber(to) - first + 1 }, (_, index) => {
    const month = first + index;
    return writeMonth(Math.floor(month / 12), (month % 12) + 1);
  });
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
