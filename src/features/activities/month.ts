import { writeMonth } from "../../core/calendar-day.ts";
import { isExact, parseEdtf } from "../../core/edtf.ts";
import type { Activity } from "./activity.ts";

/** The month so many months later, YYYY-MM; null beyond the years 1 to 9999, which have four digits. */
export function shiftMonth(month: string, by: number): string | null {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  const year = Math.floor(number / 12);
  return year < 1 || year > 9999 ? null : writeMonth(year, (number % 12) + 1);
}

/** Whether the days are known and not qualified: only then has an activity a place on a calendar. */
export function hasExactDays(activity: Pick<Activity, "date">): boolean {
  const parsed = activity.date === null ? null : parseEdtf(activity.date);
  return parsed?.ok === true && isExact(parsed.value);
}

/**
 * The month under which a chronicle shows an activity: that of its first day where the days are known, the month itself
 * where no more is known; null where it may lie in several months. `countByMonth` in the store says the same in SQL.
 */
export function chronicleMonth(activity: Pick<Activity, "date" | "dateFrom" | "dateTo">): string | null {
  const { dateFrom, dateTo } = activity;
  if (dateFrom === null || dateTo === null) return null;
  const month = dateFrom.slice(0, 7);
  return hasExactDays(activity) || dateTo.slice(0, 7) === month ? month : null;
}
