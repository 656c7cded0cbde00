import { dayNumberOf } from "../../core/calendar-day.ts";
import { type FiscalCalendar, fiscalYearLabel, fiscalYearsOf } from "../../core/fiscal-calendar.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { TimelineEvent, TimelineKind, TimelineProps } from "../../web/components/timeline.tsx";
import { links } from "../../web/links.ts";
import { type Activity, statusOn } from "../activities/activity.ts";
import { type DescribeContext, describePeople } from "../activities/describe.ts";
import { nameStatus, writeDate } from "../activities/summarise.ts";
import type { Books } from "../programme/books.ts";
import type { Milestone, Project } from "./project.ts";

/** Something that happened or is to happen, with what puts it in order. */
export interface ChronicleEntry {
  /** null: nobody states when */
  fiscalYear: number | null;
  /** first and last possible day, YYYY-MM-DD */
  from: string | null;
  to: string | null;
  event: TimelineEvent;
}

export interface ChronicleContext extends DescribeContext {
  books: Books;
  calendar: FiscalCalendar;
  today: string;
}

/**
 * One entry an event: what several lists carry for the same days is one event, told by the ledger that goes first;
 * a milestone of the same project on the same days is its content.
 */
export function chronicleActivities(
  activities: readonly Activity[],
  projects: readonly Project[],
  context: ChronicleContext,
): ChronicleEntry[] {
  const events = new Map<string, Activity[]>();
  for (const activity of activities) {
    const key = `${activity.kind} ${activity.date ?? activity.id}`;
    events.set(key, [...(events.get(key) ?? []), activity]);
  }
  const precedence = (activity: Activity) => context.books.ledger(activity.ledger).precedence;
  return [...events.values()].map((same) => {
    const [first, ...others] = same.toSorted((a, b) => precedence(a) - precedence(b)) as [Activity, ...Activity[]];
    return chronicleActivity(first, others, findMilestone(first, projects), context);
  });
}

/** The milestones that no activity on record stands for. */
export function chronicleMilestones(
  project: Project,
  activities: readonly Activity[],
  context: ChronicleContext,
  naming: { href: string | undefined; note: TimelineEvent["note"] },
): ChronicleEntry[] {
  const { language, calendar } = context;
  const own = activities.filter((activity) => activity.project === project.id);
  return project.milestones
    .filter((milestone) => !own.some((activity) => isSameEvent(activity, milestone)))
    .map((milestone) => ({
      fiscalYear: fiscalYearsOf(calendar, { from: milestone.dateFrom, to: milestone.dateTo })[0] ?? null,
      from: milestone.dateFrom,
      to: milestone.dateTo,
      event: {
        id: `${project.id}-${milestone.position}`,
        kind: project.kind === "joint-research" ? "research" : "project",
        kindLabel: choiceMessage(language, "project.kind", project.kind),
        ...writeDate(milestone.date, milestone.dateText, language),
        title: localize(milestone.text, language),
        href: naming.href,
        note: naming.note,
        status: nameStatus(milestone.status, language),
      },
    }));
}

/** Every year from the first to the last, the empty ones too; what has no date comes at the end. */
export function arrangeByYear(
  entries: readonly ChronicleEntry[],
  years: { first: number; last: number; describe: (fiscalYear: number, isEmpty: boolean) => string | undefined },
  { calendar, language }: Pick<ChronicleContext, "calendar" | "language">,
): TimelineProps["years"] {
  const known = entries.flatMap((entry) => (entry.fiscalYear === null ? [] : [entry.fiscalYear]));
  const first = Math.min(years.first, ...known);
  const last = Math.max(years.last, ...known);
  const arranged = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const events = sortByDay(entries.filter((entry) => entry.fiscalYear === year));
    return {
      label: fiscalYearLabel(calendar, year, language),
      note: years.describe(year, events.length === 0),
      events,
    };
  }).filter(({ note, events }) => events.length > 0 || note !== undefined);
  const undated = entries.filter((entry) => entry.fiscalYear === null).map((entry) => entry.event);
  return undated.length === 0
    ? arranged
    : [...arranged, { label: message(language, "projects.undated"), events: undated }];
}

function chronicleActivity(
  activity: Activity,
  others: readonly Activity[],
  milestone: Milestone | null,
  context: ChronicleContext,
): ChronicleEntry {
  const { language, books } = context;
  const ledgers = [...new Set(others.map((other) => other.ledger))].filter((ledger) => ledger !== activity.ledger);
  const details = [
    milestone ? localize(milestone.text, language).text : localize(activity.theme, language).text,
    localize(activity.result, language).text,
    describePeople(activity.people, context),
    ...ledgers.map((id) =>
      message(language, "projects.alsoIn", { ledger: localize(books.ledger(id).name, language).text }),
    ),
  ].filter((text) => text !== "");
  return {
    fiscalYear: activity.fiscalYear,
    from: activity.dateFrom,
    to: activity.dateTo,
    event: {
      id: activity.id,
      kind: timelineKinds[activity.kind] ?? "other",
      kindLabel: choiceMessage(language, "activity.kind", activity.kind),
      ...writeDate(activity.date, activity.dateText, language),
      title: localize(activity.title, language),
      href: links.activity(language, activity.id),
      note: details.length === 0 ? undefined : details.join(message(language, "list.semicolon")),
      status: nameStatus(statusOn(activity, context.today), language),
    },
  };
}

const timelineKinds: Record<string, TimelineKind> = {
  consultation: "consultation",
  "policy-dialogue": "consultation",
  training: "training",
  delegation: "training",
  seminar: "seminar",
  "joint-meeting": "seminar",
  signing: "agreement",
  "model-project-study": "project",
};

function findMilestone(activity: Activity, projects: readonly Project[]): Milestone | null {
  if (activity.project === null || activity.date === null) return null;
  const project = projects.find((candidate) => candidate.id === activity.project);
  return project?.milestones.find((milestone) => isSameEvent(activity, milestone)) ?? null;
}

/** On the same days, or in the same row of the same document, of whose date the milestone may hold a reading of ours. */
function isSameEvent(activity: Activity, { date, dateText, source }: Milestone): boolean {
  if (date !== null && activity.date === date) return true;
  const { document, row } = activity.source;
  return (
    dateText !== null &&
    dateText === activity.dateText &&
    row !== null &&
    row === source.row &&
    document === source.document
  );
}

/** What sums up half a year or more stands after the days within it. */
function sortByDay(entries: readonly ChronicleEntry[]): TimelineEvent[] {
  const key = ({ from, to }: ChronicleEntry) => {
    if (from === null || to === null) return from ?? to ?? "9999";
    return dayNumber(to) - dayNumber(from) > 92 ? to : from;
  };
  return entries.toSorted((a, b) => key(a).localeCompare(key(b))).map((entry) => entry.event);
}

function dayNumber(day: string): number {
  return dayNumberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}
