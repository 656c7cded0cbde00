/** Lays activities of days over the weeks of a month. */

export interface Dated {
  /** ISO 8601 days, both included */
  start: string;
  end: string;
}

export interface WeekEntry<Entry> {
  entry: Entry;
  /** columns 1–7 of the week */
  firstColumn: number;
  lastColumn: number;
  /** it began in an earlier week of the month, or goes on in the next */
  continued: boolean;
  continues: boolean;
}

export interface Week<Entry> {
  days: { date: string; day: number; outside: boolean }[];
  entries: WeekEntry<Entry>[];
}

/** Throws RangeError on a month that is not ISO 8601. */
export function splitMonthIntoWeeks<Entry extends Dated>(month: string, firstWeekday: number, entries: Entry[]) {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const last = first.with({ day: first.daysInMonth });
  const ordered = entries.toSorted((a, b) => a.start.localeCompare(b.start) || b.end.localeCompare(a.end));
  const weeks: Week<Entry>[] = [];
  let weekStart = first.subtract({ days: (first.dayOfWeek - firstWeekday + 7) % 7 });
  while (Temporal.PlainDate.compare(weekStart, last) <= 0) {
    weeks.push(layOutWeek(weekStart, first, ordered));
    weekStart = weekStart.add({ days: 7 });
  }
  return weeks;
}

function layOutWeek<Entry extends Dated>(weekStart: Temporal.PlainDate, first: Temporal.PlainDate, entries: Entry[]) {
  const weekEnd = weekStart.add({ days: 6 });
  const week: Week<Entry> = { days: [], entries: [] };
  for (let offset = 0; offset < 7; offset++) {
    const date = weekStart.add({ days: offset });
    week.days.push({ date: date.toString(), day: date.day, outside: date.month !== first.month });
  }
  for (const entry of entries) {
    if (entry.end < weekStart.toString() || entry.start > weekEnd.toString()) continue;
    week.entries.push({
      entry,
      firstColumn: entry.start < weekStart.toString() ? 1 : columnOf(entry.start, weekStart),
      lastColumn: entry.end > weekEnd.toString() ? 7 : columnOf(entry.end, weekStart),
      continued: entry.start < weekStart.toString() && weekStart.toString() > first.toString(),
      continues: entry.end > weekEnd.toString(),
    });
  }
  return week;
}

function columnOf(date: string, weekStart: Temporal.PlainDate): number {
  return weekStart.until(Temporal.PlainDate.from(date)).days + 1;
}
