/**
 * Day numbers of the proleptic Gregorian calendar (the one of ISO 8601-1:2019), day 0 being 1970-01-01.
 * Plain arithmetic instead of Temporal: a page asks for thousands of these.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(shiftedYear / 400);
  const yearOfCycle = shiftedYear - cycle * 400;
  const monthsSinceMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 719_468;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return monthLengths[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** ISO weekday of a day number: 1 Monday … 7 Sunday. */
export function weekdayOf(dayNumber: number): number {
  const sinceMonday = (dayNumber + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** `YYYY-MM-DD`, which also sorts as text. */
export function writeDay(year: number, month: number, day: number): string {
  return `${writeMonth(year, month)}-${twoDigits(day)}`;
}

/** `YYYY-MM`. */
export function writeMonth(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
