import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import { isTaskOverdue, type MeetingTask } from "../meeting.ts";

/** Who still has what to do, overdue parts in front. */
export function TaskPicture({
  tasks,
  directory,
  language,
  today,
}: {
  tasks: readonly MeetingTask[];
  directory: OrganisationDirectory;
  language: Language;
  today: string;
}) {
  const open = tasks.filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  const rows = [...new Set(open.map(({ organisation }) => organisation))]
    .map((organisation) => {
      const own = open.filter((task) => task.organisation === organisation);
      const overdue = own.filter((task) => isTaskOverdue(task, today)).length;
      return {
        key: organisation,
        label: directory.find(organisation) ? directory.shortName(organisation, language) : organisation,
        href: links.meetingTasks(language, { organisation }),
        values: [overdue, own.length - overdue],
      };
    })
    .toSorted((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0) || (b.values[1] ?? 0) - (a.values[1] ?? 0));
  return (
    <StackedRows
      id="open-tasks"
      title={message(language, "meeting.tasksBy.title")}
      unit={message(language, "meeting.tasksBy.unit")}
      series={[
        { key: "overdue", label: message(language, "meeting.tasksBy.overdue") },
        { key: "open", label: message(language, "meeting.tasksBy.open") },
      ]}
      rows={rows}
      rowLabel={message(language, "meeting.tasksBy.organisation")}
      totalLabel={message(language, "meeting.tasksBy.total")}
      tableLabel={message(language, "meeting.tasksBy.table")}
    />
  );
}

/** A day on which a meeting was or will be; `month`: null where only the year is known. */
export interface MeetingDay {
  fiscalYear: number;
  month: number | null;
  coming: boolean;
}

/** The calendar of all meetings: a row a fiscal year, a column a month, in the programme's own order of months. */
export function MonthPicture({
  days,
  programme,
  language,
}: {
  days: readonly MeetingDay[];
  programme: Programme;
  language: Language;
}) {
  if (days.length === 0) return null;
  const { startMonth } = programme.calendar;
  const months = Array.from({ length: 12 }, (_, index) => ((startMonth - 1 + index) % 12) + 1);
  const years = days.map(({ fiscalYear }) => fiscalYear);
  const least = Math.min(...years);
  const rows = Array.from({ length: Math.max(...years) - least + 1 }, (_, index) => least + index);
  const hasUndated = days.some(({ month }) => month === null);
  const columns = hasUndated ? [...months, null] : months;
  const filled = rows.filter((year) => years.includes(year));
  return (
    <figure class="meeting-months" aria-labelledby="meeting-months-title">
      <figcaption id="meeting-months-title">
        {message(language, "meeting.picture.title")}
        <span class="unit">{message(language, "meeting.picture.unit")}</span>
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{message(language, "meeting.picture.year")}</span>
            </th>
            {columns.map((month) => (
              <th key={month} scope="col">
                {month === null ? "?" : message(language, "meeting.picture.month", { month })}
              </th>
            ))}
            <th scope="col">{message(language, "meeting.picture.total")}</th>
          </tr>
        </thead>
        <tbody>
          {filled.map((year) => {
            const own = days.filter(({ fiscalYear }) => fiscalYear === year);
            return (
              <tr key={year}>
                <th scope="row">{fiscalYearLabel(programme.calendar, year, language)}</th>
                {columns.map((month) => {
                  const here = own.filter((day) => day.month === month);
                  const coming = here.filter((day) => day.coming).length;
                  return (
                    <td
                      key={month}
                      class={
                        here.length === 0
                          ? undefined
                          : coming > 0
                            ? "is-coming"
                            : `is-held held-${Math.min(here.length, 4)}`
                      }
                    >
                      {here.length > 0 && (
                        <span title={message(language, "meeting.picture.cell", { count: here.length, coming })}>
                          {here.length}
                        </span>
                      )}
                    </td>
                  );
                })}
                <td class="meeting-months-total numeral">{own.length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hasUndated && <p class="quiet">? {message(language, "meeting.picture.undated")}</p>}
    </figure>
  );
}
