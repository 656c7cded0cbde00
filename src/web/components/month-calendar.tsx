import { type ActivityStatus, StatusTag } from "./badges.tsx";
import { splitMonthIntoWeeks, type Week, type WeekEntry } from "./month-weeks.ts";
import { LinkedWords, type Wording } from "./words.tsx";

export interface CalendarEntry {
  id: string;
  /** first and last day, ISO 8601; an activity may begin before the month and end after it */
  start: string;
  end: string;
  /** the whole date for the reader: 「10月28日～11月6日」 */
  dateLabel: string;
  title: Wording;
  href: string;
  status?: { status: ActivityStatus; label: string } | undefined;
}

export interface MonthCalendarProps {
  /** 「2015年10月」 */
  label: string;
  /** ISO 8601 month: 2015-10 */
  month: string;
  /** seven names, beginning with the first day of the week */
  weekdays: string[];
  /** ISO weekday on which weeks begin: 7 Sunday (Japan), 1 Monday (China) */
  firstWeekday: 1 | 7;
  entries: CalendarEntry[];
  /** activities known only to the month: 「10月頃」 */
  undated?: { title: string; entries: Omit<CalendarEntry, "start" | "end">[] } | undefined;
  emptyText: string;
}

/** Seven columns on wide screens; on phones the same list, read as an agenda. */
export function MonthCalendar(props: MonthCalendarProps) {
  const weeks = splitMonthIntoWeeks(props.month, props.firstWeekday, props.entries);
  const undated = props.undated?.entries ?? [];
  return (
    <section class="month-calendar" aria-label={props.label}>
      <p class="calendar-weekdays" aria-hidden="true">
        {props.weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </p>
      <ol class="calendar-weeks">
        {weeks.map((week) => (
          <CalendarWeek key={week.days[0]?.date} week={week} />
        ))}
      </ol>
      {props.entries.length + undated.length === 0 && <p class="calendar-empty">{props.emptyText}</p>}
      {props.undated && undated.length > 0 && (
        <div class="calendar-undated">
          <p>{props.undated.title}</p>
          <ul>
            {undated.map((entry) => (
              <li key={entry.id} class="calendar-entry">
                <EntryText {...entry} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function CalendarWeek({ week }: { week: Week<CalendarEntry> }) {
  return (
    <li class="calendar-week">
      <p class="calendar-days" aria-hidden="true">
        {week.days.map(({ date, day, outside }) => (
          <span key={date} class={outside ? "outside" : undefined}>
            {day}
          </span>
        ))}
      </p>
      {week.entries.length > 0 && (
        <ul>
          {week.entries.map((placed) => (
            <PlacedEntry key={placed.entry.id} placed={placed} />
          ))}
        </ul>
      )}
    </li>
  );
}

function PlacedEntry({ placed }: { placed: WeekEntry<CalendarEntry> }) {
  const { entry, firstColumn, lastColumn, continued, continues } = placed;
  const classes = ["calendar-entry", continued && "continued", continues && "continues"].filter(Boolean).join(" ");
  const status = entry.status ? ` is-${entry.status.status}` : "";
  return (
    <li class={classes + status} style={{ gridColumn: `${firstColumn} / ${lastColumn + 1}` }}>
      <EntryText {...entry} />
    </li>
  );
}

function EntryText({ dateLabel, title, href, status }: Omit<CalendarEntry, "start" | "end">) {
  return (
    <>
      <span class="calendar-date">{dateLabel}</span> <LinkedWords text={title} href={href} />
      {status && status.status !== "done" && <StatusTag {...status} />}
    </>
  );
}
