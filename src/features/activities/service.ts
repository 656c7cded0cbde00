import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Activity } from "./activity.ts";
import type { ActivityFilter, Cursor } from "./filter.ts";
import { countActivities, findActivities, findActivity, listActivities, readRegister } from "./store.ts";

export interface ActivityPage {
  activities: Activity[];
  /** activities that the filter lets through, on all pages */
  total: number;
  next: Cursor | null;
}

/** A page of activities; throws nothing for a filter that finds none. */
export function getActivityPage(
  context: Context,
  filter: ActivityFilter,
  page: { limit: number; after: Cursor | null; order: "newest" | "oldest" },
): Promise<ActivityPage> {
  return read(context.database, async (transaction) => {
    const { activities, next } = await listActivities(transaction, filter, page);
    return { activities, next, total: await countActivities(transaction, filter) };
  });
}

/** Throws `not-found` for an unknown id. */
export async function getActivity(context: Context, id: string): Promise<Activity> {
  const activity = await read(context.database, (transaction) => findActivity(transaction, id));
  if (!activity) throw new AppError("not-found", { kind: "activity", id });
  return activity;
}

/** The activities with these ids, in file order; unknown ids are left out. */
export function getActivitiesById(context: Context, ids: readonly string[]): Promise<Activity[]> {
  return read(context.database, (transaction) => findActivities(transaction, ids));
}

/** The rows of one numbered list in the order in which the ledger holds them. */
export function getRegister(context: Context, register: string, fiscalYear: number): Promise<Activity[]> {
  return read(context.database, (transaction) => readRegister(transaction, register, fiscalYear));
}
