import { fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import { message } from "../../../messages/message.ts";
import { type Activity, statusOn } from "../../activities/activity.ts";
import { getActivities } from "../../activities/service.ts";
import { nameActivity } from "./activity-entry.ts";
import type { Study } from "./study.ts";

/** More than any programme holds in a year; beyond it a report on paper is the wrong means. */
const mostActivities = 20_000;

/** All records of the fiscal year, the oldest first; those without a date come last. */
export function activitiesOfYear({ context, fiscalYear }: Study): Promise<Activity[]> {
  return getActivities(context, { fiscalYear }, { limit: mostActivities, order: "oldest" });
}

/** The same, an event that several ledgers carry by its weightiest record only. */
export function eventsOfYear({ context, fiscalYear }: Study): Promise<Activity[]> {
  return getActivities(context, { fiscalYear, onceEachEvent: true }, { limit: mostActivities, order: "oldest" });
}

export interface ByState {
  held: Activity[];
  /** planned or being arranged on the day */
  ahead: Activity[];
}

/** What was cancelled is in neither. */
export function sortByState(activities: readonly Activity[], asOf: string): ByState {
  const status = (activity: Activity) => statusOn(activity, asOf);
  return {
    held: activities.filter((activity) => status(activity) === "done"),
    ahead: activities.filter((activity) => ["planned", "adjusting"].includes(status(activity))),
  };
}

/** A plan whose date cannot lie in the fiscal year of its list, such as 「2015年1月頃？」 for a plan of fiscal 2015. */
export function noteUnlikelyDates(study: Study, activities: readonly Activity[]): void {
  const { language, notebook, programme, fiscalYear, year } = study;
  for (const activity of activities) {
    if (activity.date === null || activity.status === "done") continue;
    const years = fiscalYearsOf(programme.calendar, { from: activity.dateFrom, to: activity.dateTo });
    if (years.length > 0 && !years.includes(fiscalYear))
      notebook.lack(message(language, "report.sentence.gap.unlikely", { ...nameActivity(study, activity), year }));
  }
}
