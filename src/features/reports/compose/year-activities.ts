import { type Activity, statusOn } from "../../activities/activity.ts";
import { getActivities } from "../../activities/service.ts";
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
