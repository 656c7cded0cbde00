import { type FiscalCalendar, fiscalYearOf, fiscalYearRange } from "../../core/fiscal-calendar.ts";
import type { Milestone, Phase, Project } from "./project.ts";

/** Places along a line of time are shares of its length, 0 to 1. */
export interface TimelineScale {
  /** fiscal years with the share at which each begins and how long it is */
  years: { year: number; at: number; length: number }[];
  /** where the records end and a gap in the line begins, so that years of nothing take no room; null where there is none */
  breakAt: number | null;
  /** the day of today */
  today: number;
  place(day: string): number;
}

export interface TimelineSpan {
  at: number;
  length: number;
  /** it begins before or goes on after what is drawn, or nobody states when */
  openStart: boolean;
  openEnd: boolean;
}

export type MarkState = "done" | "planned" | "overdue" | "cancelled";

export interface TimelineMark {
  milestone: Milestone;
  state: MarkState;
  at: number;
  /** the days that it may be or that it takes, where they are more than the mark is wide */
  span: TimelineSpan | null;
}

export interface TimelineRow {
  project: Project;
  /**
   * The period that is stated, else the days between its first and last step; null where nothing has a date. Beyond `known` nothing
   * is recorded of one whose end nobody states.
   */
  period: (TimelineSpan & { isStated: boolean; known: number }) | null;
  phases: (TimelineSpan & { phase: Phase })[];
  marks: TimelineMark[];
  /** milestones without any date */
  undated: number;
}

export interface ProjectTimeline {
  scale: TimelineScale;
  rows: TimelineRow[];
}

/** What stands behind the break: today, far from all that is recorded. */
const breakLength = 0.06;

/** Null where no project has any date. */
export function layOutTimeline(
  projects: readonly Project[],
  calendar: FiscalCalendar,
  today: string,
): ProjectTimeline | null {
  const scale = layOutScale(projects, calendar, today);
  return scale && { scale, rows: projects.map((project) => layOutRow(project, scale, today)) };
}

function layOutScale(projects: readonly Project[], calendar: FiscalCalendar, today: string): TimelineScale | null {
  const days = projects.flatMap((project) => listDays(project)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const thisYear = fiscalYearOf(calendar, today);
  const lastYear = fiscalYearOf(calendar, last);
  const firstYear = Math.min(fiscalYearOf(calendar, first), thisYear);
  // A year or two without records is told as such; more would press what there is into a corner.
  const isBroken = thisYear > lastYear + 2;
  const from = fiscalYearRange(calendar, firstYear).from;
  const end = fiscalYearRange(calendar, isBroken ? lastYear : Math.max(lastYear, thisYear)).to;
  const whole = isBroken ? 1 - breakLength : 1;
  const total = daysBetween(from, end) + 1;
  const place = (day: string) => Math.min(1, Math.max(0, (daysBetween(from, day) / total) * whole));
  const finalYear = fiscalYearOf(calendar, end);
  return {
    years: Array.from({ length: finalYear - firstYear + 1 }, (_, index) => {
      const year = firstYear + index;
      const range = fiscalYearRange(calendar, year);
      return { year, at: place(range.from), length: ((daysBetween(range.from, range.to) + 1) / total) * whole };
    }),
    breakAt: isBroken ? whole : null,
    today: isBroken ? 1 - breakLength / 2 : place(today),
    place: (day) => Math.min(whole, place(day)),
  };
}

function listDays(project: Project): string[] {
  const dated = [
    { from: project.periodFrom, to: project.periodTo },
    ...project.phases.map(({ periodFrom, periodTo }) => ({ from: periodFrom, to: periodTo })),
    ...project.milestones.map(({ dateFrom, dateTo }) => ({ from: dateFrom, to: dateTo })),
  ];
  return dated.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
}

function layOutRow(project: Project, scale: TimelineScale, today: string): TimelineRow {
  const steps = project.milestones.flatMap(({ dateFrom, dateTo }) => [dateFrom, dateTo]).filter((day) => day !== null);
  const [first, last] = [steps.toSorted()[0] ?? null, steps.toSorted().at(-1) ?? null];
  const isStated = project.periodFrom !== null || project.periodTo !== null;
  const bounds = isStated ? { from: project.periodFrom, to: project.periodTo } : { from: first, to: last };
  const dated = project.milestones.filter(({ dateFrom, dateTo }) => dateFrom !== null || dateTo !== null);
  return {
    project,
    period:
      // A single step is its mark, no span of time.
      (bounds.from === null && bounds.to === null) || (!isStated && first === last)
        ? null
        : {
            ...layOutSpan(bounds, { from: first, to: null }, scale),
            isStated,
            known: scale.place(scale.breakAt === null ? today : dayAfter(last ?? bounds.from ?? today)),
          },
    phases: project.phases.flatMap((phase) => {
      const own = project.milestones.filter((milestone) => milestone.phase === phase.number);
      const days = own
        .flatMap(({ dateFrom, dateTo }) => [dateFrom, dateTo])
        .filter((day) => day !== null)
        .toSorted();
      const stated = { from: phase.periodFrom, to: phase.periodTo };
      const known = stated.from === null && stated.to === null;
      const around = { from: days[0] ?? null, to: days.at(-1) ?? null };
      if (known && around.from === null) return [];
      return [{ phase, ...layOutSpan(known ? around : stated, around, scale) }];
    }),
    // What is overdue must not be hidden by what is not.
    marks: dated
      .map((milestone) => layOutMark(milestone, scale, today))
      .toSorted((a, b) => Number(a.state === "overdue") - Number(b.state === "overdue")),
    undated: project.milestones.length - dated.length,
  };
}

/** An open side reaches to the first or last step that is known, else to the end of the line. */
function layOutSpan(
  { from, to }: { from: string | null; to: string | null },
  known: { from: string | null; to: string | null },
  scale: TimelineScale,
): TimelineSpan {
  const start = from ?? (known.from !== null && to !== null && known.from < to ? known.from : null);
  const at = start === null ? 0 : scale.place(start);
  const end = to === null ? (scale.breakAt ?? 1) : scale.place(dayAfter(to));
  return { at, length: Math.max(0, end - at), openStart: from === null, openEnd: to === null };
}

function layOutMark(milestone: Milestone, scale: TimelineScale, today: string): TimelineMark {
  const { dateFrom, dateTo } = milestone;
  const from = dateFrom ?? dateTo ?? today;
  const to = dateTo ?? dateFrom ?? today;
  const length = scale.place(dayAfter(to)) - scale.place(from);
  const isWide = dateFrom !== null && dateTo !== null && daysBetween(dateFrom, dateTo) > 45;
  return {
    milestone,
    state: stateOf(milestone, today),
    // What is planned is due at its end; what was done stands in the middle of its days.
    at: milestone.status === "planned" && dateTo !== null ? scale.place(to) : scale.place(from) + length / 2,
    span: isWide ? { at: scale.place(from), length, openStart: false, openEnd: false } : null,
  };
}

export function stateOf({ status, dateTo }: Milestone, today: string): MarkState {
  if (status === "cancelled") return "cancelled";
  if (status !== "planned") return "done";
  return dateTo !== null && dateTo < today ? "overdue" : "planned";
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
