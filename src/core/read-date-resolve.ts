import { dayNumberOf, daysInMonth, weekdayOf, writeDay } from "./calendar-day.ts";
import type { EdtfPart } from "./edtf.ts";
import { type FiscalCalendar, fiscalMonths, fiscalYearRange } from "./fiscal-calendar.ts";
import { refuse } from "./read-date-problem.ts";
import type { Side, SideContext } from "./read-date-side.ts";

export interface FiscalYearHint {
  /** null: none is chosen, and only a fiscal year that is named has its months */
  year: number | null;
  calendar: FiscalCalendar;
}

/** First and last part of what one side says: the same part twice where it says one date. */
export interface Span {
  start: EdtfPart;
  end: EdtfPart;
}

/** `role`: 「12月末」 as an end is the whole of December, else the last third of it. */
export function resolveSide(
  side: Side,
  hint: FiscalYearHint | null,
  context: SideContext,
  role: "end" | "other",
): Span {
  if (side.bare !== null) refuse({ code: "unreadable" });
  const fiscalYear = fiscalYearOfSide(side, hint);
  if (side.season !== null) return resolveSeason(side, side.season, fiscalYear, hint, context);
  if (side.share !== null) return resolveShare(side, side.share, fiscalYear, hint);
  if (side.month === null) {
    if (side.day !== null || side.third !== null || side.weekday !== null) refuse({ code: "unreadable" });
    if (fiscalYear !== null) return resolveFiscalYear(side, fiscalYear, hint);
    return same(makePart(side, side.year ?? refuse({ code: "unreadable" }), null, null));
  }
  if (side.month < 1 || side.month > 12) refuse({ code: "no-such-month", month: side.month });
  const year = side.year ?? yearOfMonth(side.month, side.day, fiscalYear, hint);
  const lastDay = daysInMonth(year, side.month);
  if (side.third !== null) {
    if (side.day !== null) refuse({ code: "unreadable" });
    if (side.third.monthEnd && role === "end") return same(makePart(side, year, side.month, null));
    return resolveThird(side, year, side.month, side.third.third, lastDay);
  }
  const day = side.day === "last" ? lastDay : side.day;
  if (day !== null && (day < 1 || day > lastDay)) {
    refuse({ code: "no-such-day", year, month: side.month, day, lastDay });
  }
  checkWeekday(side, year, side.month, day);
  return same(makePart(side, year, side.month, day));
}

function fiscalYearOfSide(side: Side, hint: FiscalYearHint | null): number | null {
  const isNamed = side.fiscalYear !== null || side.relativeFiscalYear !== null;
  if (!isNamed) return null;
  if (side.year !== null) {
    // 「今年度（2016年1～3月）」 says the same twice.
    if (side.fiscalYear === null && side.month !== null) return null;
    refuse({ code: "unreadable" });
  }
  if (side.fiscalYear !== null) return side.fiscalYear;
  return (hint?.year ?? refuse({ code: "no-year" })) + (side.relativeFiscalYear ?? 0);
}

/** The year in which the fiscal year has this month: January of FY2015 is 2016. */
function yearOfMonth(
  month: number,
  day: number | "last" | null,
  fiscalYear: number | null,
  hint: FiscalYearHint | null,
): number {
  if (hint === null) return refuse({ code: fiscalYear === null ? "no-year" : "no-calendar" });
  const year = fiscalYear ?? hint.year ?? refuse({ code: "no-year" });
  const candidates = fiscalMonths(hint.calendar, year)
    .filter((each) => Number(each.slice(5)) === month)
    .map((each) => Number(each.slice(0, 4)));
  const [first] = candidates;
  if (first === undefined) return refuse({ code: "no-such-month", month });
  // A year that begins within a month has that month twice; the day tells which.
  const range = fiscalYearRange(hint.calendar, year);
  const within = candidates.find((candidate) => {
    const date = writeDay(candidate, month, typeof day === "number" ? day : daysInMonth(candidate, month));
    return range.from <= date && date <= range.to;
  });
  return within ?? first;
}

function resolveFiscalYear(side: Side, year: number, hint: FiscalYearHint | null): Span {
  if (hint === null) return refuse({ code: "no-calendar" });
  const { from, to } = fiscalYearRange(hint.calendar, year);
  // Whole months where the year has them: 2015-04/2016-03.
  const hasWholeMonths = from.endsWith("-01");
  return { start: partOfDay(side, from, hasWholeMonths), end: partOfDay(side, to, hasWholeMonths) };
}

function partOfDay(side: Side, day: string, monthOnly: boolean): EdtfPart {
  return makePart(side, Number(day.slice(0, 4)), Number(day.slice(5, 7)), monthOnly ? null : Number(day.slice(8, 10)));
}

/** 上旬 1–10, 中旬 11–20, 下旬 21 to the last day, as approximate days (edtf-format.ts writes them back so). */
function resolveThird(side: Side, year: number, month: number, third: 0 | 1 | 2, lastDay: number): Span {
  const [first, last] = [
    [1, 10],
    [11, 20],
    [21, lastDay],
  ][third] ?? [1, lastDay];
  return {
    start: { ...makePart(side, year, month, first ?? 1), approximate: true },
    end: { ...makePart(side, year, month, last ?? lastDay), approximate: true },
  };
}

/**
 * Seasons as the weather services of Japan and China count them: spring is March to May. EDTF's seasons (2015-21 …) are
 * not among the forms that the programme's documents need, so a season is its months, approximately.
 */
function resolveSeason(
  side: Side,
  season: number,
  fiscalYear: number | null,
  hint: FiscalYearHint | null,
  context: SideContext,
): Span {
  if (side.month !== null || side.day !== null || side.third !== null) refuse({ code: "unreadable" });
  const firstMonth = 3 + season * 3;
  let year = side.year ?? yearOfMonth(firstMonth, null, fiscalYear, hint);
  if (season === 3 && side.year !== null) {
    context.asked.add("winter");
    if (context.assumptions.winter === "begins") year -= 1;
  }
  const endsNextYear = season === 3;
  return {
    start: { ...makePart(side, year, firstMonth, null), approximate: true },
    end: {
      ...makePart(side, endsNextYear ? year + 1 : year, endsNextYear ? 2 : firstMonth + 2, null),
      approximate: true,
    },
  };
}

/** 「2016年上半年」 is January to June; 「2015年度上半期」 is the first six months of the fiscal year. */
function resolveShare(
  side: Side,
  share: { of: 2 | 4; index: number },
  fiscalYear: number | null,
  hint: FiscalYearHint | null,
): Span {
  if (side.month !== null || side.day !== null || side.third !== null) refuse({ code: "unreadable" });
  const months = monthsOfYear(side, fiscalYear, hint);
  const length = 12 / share.of;
  const first = months[share.index * length];
  const last = months[share.index * length + length - 1];
  if (first === undefined || last === undefined) return refuse({ code: "unreadable" });
  return { start: partOfDay(side, first, true), end: partOfDay(side, last, true) };
}

function monthsOfYear(side: Side, fiscalYear: number | null, hint: FiscalYearHint | null): string[] {
  if (side.year !== null) {
    return Array.from({ length: 12 }, (_, index) => writeDay(side.year ?? 0, index + 1, 1));
  }
  if (hint === null) return refuse({ code: fiscalYear === null ? "no-year" : "no-calendar" });
  const months = fiscalMonths(hint.calendar, fiscalYear ?? hint.year ?? refuse({ code: "no-year" }));
  return months.length === 12 ? months : refuse({ code: "unreadable" });
}

function checkWeekday(side: Side, year: number, month: number, day: number | null): void {
  if (side.weekday === null) return;
  if (day === null) refuse({ code: "unreadable" });
  const actual = weekdayOf(dayNumberOf(year, month, day));
  if (actual !== side.weekday) {
    refuse({ code: "other-weekday", day: writeDay(year, month, day), typed: side.weekday, actual });
  }
}

function makePart(side: Side, year: number, month: number | null, day: number | null): EdtfPart {
  return { year, month, day, uncertain: side.uncertain, approximate: side.about };
}

function same(part: EdtfPart): Span {
  return { start: part, end: part };
}
