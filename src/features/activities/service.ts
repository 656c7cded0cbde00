import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Activity } from "./activity.ts";
import type { ActivityFilter, Cursor } from "./filter.ts";
import {
  countActivities,
  countByMonth,
  countByYear,
  findActivities,
  findActivity,
  findLatestDay,
  listActivities,
  readGovernmentsOnRecord,
  readRegister,
  readSameEvents,
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
  page: { limit: number; after: Cursor | null; order: "newest" | "oldest" },
): Promise<ActivityPage> {
  const { activities, next } = await read(context.database, (transaction) => listActivities(transaction, filter, page));
  const total = await getCount(context, filter);
  const every = filter.onceEachEvent ? await getCount(context, { ...filter, onceEachEvent: false }) : total;
  return { activities, next, total, repeated: every - total };
}

/** Kept for one revision: paging asks for the same count again and again. */
function getCount(context: Context, filter: ActivityFilter): Promise<number> {
  return context.cache.get(`activities count ${JSON.stringify(filter)}`, () =>
    read(context.database, (transaction) => countActivities(transaction, filter)),
  );
}

/** Activities without paging, for a month, a year or a feed: `limit` is a bound, not a page. */
export async function getActivities(
  context: Context,
  filter: ActivityFilter,
  { limit, order }: { limit: number; order: "newest" | "oldest" },
): Promise<Activity[]> {
  const page = { limit, order, after: null };
  const { activities } = await read(context.database, (transaction) => listActivities(transaction, filter, page));
  return activities;
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

/** How many activities of each kind and status stand under each fiscal year, each event once. */
export function getYearCounts(context: Context) {
  return context.cache.get("activities by year", () =>
    read(context.database, (transaction) => countByYear(transaction, { onceEachEvent: true })),
  );
}

/** How many activities of a fiscal year stand under each month and status, each event once. */
export function getMonthCounts(context: Context, fiscalYear: number) {
  return context.cache.get(`activities by month ${fiscalYear}`, () =>
    read(context.database, (transaction) => countByMonth(transaction, { fiscalYear, onceEachEvent: true })),
  );
}

/** YYYY-MM of the latest activity that begins by the day; null where none does. */
export function getLatestMonth(context: Context, upTo: string): Promise<string | null> {
  return context.cache.get(`activities latest month ${upTo}`, async () => {
    const day = await read(context.database, (transaction) => findLatestDay(transaction, upTo));
    return day === null ? null : day.slice(0, 7);
  });
}

export function getGovernmentsOnRecord(context: Context): Promise<string[]> {
  return context.cache.get("activities governments", () => read(context.database, readGovernmentsOnRecord));
}

/** For every record of an event that other ledgers hold as well: the ids of those other records. */
export function getSameEvents(context: Context): Promise<ReadonlyMap<string, readonly string[]>> {
  return context.cache.get("activities same events", async () =>
    gatherGroups(await read(context.database, readSameEvents)),
  );
}

/** A with B and B with C are one event of three records. */
export function gatherGroups(pairs: readonly { id: string; other: string }[]): Map<string, string[]> {
  const groups = new Map<string, Set<string>>();
  for (const { id, other } of pairs) {
    const mine = groups.get(id) ?? new Set([id]);
    const theirs = groups.get(other) ?? new Set([other]);
    if (mine === theirs) continue;
    for (const member of theirs) mine.add(member);
    for (const member of mine) groups.set(member, mine);
  }
  return new Map([...groups].map(([id, members]) => [id, [...members].filter((member) => member !== id)]));
}
