import type { Random } from "./random.ts";

export interface GeneratedDate {
  date: string | null;
  text: string | null;
  /** both ends counted; null where the days are not known */
  days: number | null;
}

/** A date within a fiscal year from April, as documents print it: mostly days, some months, some 「頃」, a few without. */
export function generateDate(random: Random, fiscalYear: number, position: number, longestDays: number): GeneratedDate {
  const first = Temporal.PlainDate.from({ year: fiscalYear, month: 4, day: 1 });
  const start = first.add({ days: Math.min(350, Math.floor(position * 352)) });
  const month = start.toString().slice(0, 7);
  const japanese = `${start.year}年${start.month}月`;
  const form = random.next();
  if (form < 0.02) return { date: null, text: "調整中", days: null };
  if (form < 0.05) return { date: `${month}?~`, text: `${japanese}頃？`, days: null };
  if (form < 0.1) return { date: `${month}~`, text: `${japanese}頃`, days: null };
  if (form < 0.16) return { date: month, text: japanese, days: null };
  const days = random.integer(1, longestDays);
  const end = start.add({ days: days - 1 });
  const printed = `${start.year}.${start.month}.${start.day}`;
  if (days === 1) return { date: start.toString(), text: printed, days };
  return {
    date: `${start}/${end}`,
    text: `${printed}~${end.month === start.month ? end.day : `${end.month}.${end.day}`}`,
    days,
  };
}
