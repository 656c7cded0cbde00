import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { findApprovalDay } from "../../records/approval-day.ts";
import type { Activity } from "./activity.ts";
import { getEvents, showsEachEventOnce } from "./events.ts";
import type { ActivityFilter, Cursor } from "./filter.ts";

import {
  countActivities,
  countByMonth,
  countByYear,
  findActivities,
  findActivity,
  findLatestDay,
  findPassing,
  listActivities,
  readRegister,
} from "./store.ts";

export interface ActivityPage {
  activities: Activity[];
  /** activities that the filter lets through, on all pages */
  total: number;
  /** further records of the same events that are left out; 0 unless the filter asks for each event once */
  repeated: number;
  next: Cursor | null;
}

/** A page of activities; throws nothing for a filter that finds none. */
export async function getActivityPage(
  context: Context,
  filter: ActivityFilter,
  page: PageRequest,
): Promise<ActivityPage> {
  const records = { ...filter, onceEachEvent: false };
  const [{ activities, next }, every] = await Promise.all([
    getActivitySlice(context, filter, page),
    getCount(context, "every", records, (transaction) => countActivities(transaction, records)),
  ]);
  const repeated = showsEachEventOnce(filter) ? await countRepeated(context, records) : 0;
  return { activities, next, total: every - repeated, repeated };
}

/** Records that the filter lets through together with a weightier one of the same event. */
async function countRepeated(context: Context, filter: ActivityFilter): Promise<number> {
  const { weightier } = await getEvents(context);
  return getCount(context, "repeated", filter, async (transaction) => {
    const ids = [...new Set([...weightier].flatMap(([id, others]) => [id, ...others]))];
    const passing = await findPassing(transaction, filter, ids);
    return [...weightier].filter(([id, others]) => passing.has(id) && others.some((other) => passing.has(other)))
      .length;
  });
}

/** Kept for one revision: paging asks for the same count again and again. */
function getCount(
  context: Context,
  what: string,
  filter: ActivityFilter,
  count: (transaction: ReadTransaction) => Promise<number>,
): Promise<number> {
  return context.cache.get(`activities ${what} ${JSON.stringify(filter)}`, () => read(context.database, count));
}

interface PageRequest {
  limit: number;
  after: Cursor | null;
  order: "newest" | "oldest";
}

/** A page without its counts, which cost more than its rows. */
export async function getActivitySlice(
  context: Context,
  filter: ActivityFilter,
  page: PageRequest,
): Promise<Pick<ActivityPage, "activities" | "next">> {
  const records = { ...filter, onceEachEvent: false };
  if (!showsEachEventOnce(filter))
    return read(context.database, (transaction) => listActivities(transaction, records, page));
  const { weightier } = await getEvents(context);
  return read(context.database, async (transaction) => {
    const kept: { activity: Activity; place: Cursor }[] = [];
    let after = page.after;
    // Few records repeat others, so the first round is nearly always enough; one more row tells that there is a next page.
    do {
      const found = await listActivities(transaction, records, { ...page, limit: page.limit + 20, after });
      const others = found.activities.flatMap(({ id }) => weightier.get(id) ?? []);
      const passing = await findPassing(transaction, records, others);
      for (const [index, activity] of found.activities.entries()) {
        const place = found.places[index];
        const isRepeated = (weightier.get(activity.id) ?? []).some((id) => passing.has(id));
        if (place && !isRepeated) kept.push({ activity, place });
      }
      after = found.next;
    } while (after !== null && kept.length <= page.limit);
    const shown = kept.slice(0, page.limit);
    return {
      activities: shown.map(({ activity }) => activity),
      next: kept.length > page.limit ? (shown.at(-1)?.place ?? null) : null,
    };
  });
}

/** Activities without paging, for a month, a year or a feed: `limit` is a bound, not a page. */
export async function getActivities(
  context: Context,
  filter: ActivityFilter,
  { limit, order }: { limit: number; order: "newest" | "oldest" },
): Promise<Activity[]> {
  return (await getActivitySlice(context, filter, { limit, order, after: null })).activities;
}

/** Throws `not-found` for an unknown id. */
export async function getActivity(context: Context, id: string): Promise<Activity> {
  const activity = await read(context.database, (transaction) => findActivity(transaction, id));
  if (!activity) throw new AppError("not-found", { kind: "activity", id });
  return activity;
}

/** When what the pages show of a member's record was approved, YYYY-MM-DD. */
export function getApprovalDay(context: Context, id: string): Promise<string | null> {
  return read(context.database, (transaction) => findApprovalDay(transaction, "activity", id));
}

/** The activities with these ids, in file order; unknown ids are left out. */
export function getActivitiesById(context: Context, ids: readonly string[]): Promise<Activity[]> {
  return read(context.database, (transaction) => findActivities(transaction, ids));
}

/** The rows of one numbered list in the order in which the ledger holds them. */
export function getRegister(context: Context, register: string, fiscalYear: number): Promise<Activity[]> {
  return context.cache.getLarge(`register ${register} ${fiscalYear}`, () =>
    read(context.database, (transaction) => readRegister(transaction, register, fiscalYear)),
  );
}

/** How many activities of each kind and status stand under each fiscal year, each event once. */
export function getYearCounts(context: Context) {
  return context.cache.get("activities by year", async () => {
    const { repeatedInYear: without } = await getEvents(context);
    return read(context.database, (transaction) => countByYear(transaction, { without }));
  });
}

/** How many activities of a fiscal year stand under each month and status, each event once. */
export function getMonthCounts(context: Context, fiscalYear: number) {
  return context.cache.get(`activities by month ${fiscalYear}`, async () => {
    const { repeatedInYear: without } = await getEvents(context);
    return read(context.database, (transaction) => countByMonth(transaction, { fiscalYear, without }));
  });
}

/** YYYY-MM of the latest activity that begins by the day; null where none does. */
export function getLatestMonth(context: Context, upTo: string): Promise<string | null> {
  return context.cache.get(`activities latest month ${upTo}`, async () => {
    const day = await read(context.database, (transaction) => findLatestDay(transaction, upTo));
    return day === null ? null : day.slice(0, 7);
  });
}
