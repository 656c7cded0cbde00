import { sql } from "kysely";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Activity } from "../activities/activity.ts";
import { getActivitiesById } from "../activities/service.ts";
import { type CaseState, type CompanyCase, caseStates } from "./company-case.ts";

/**
 * Records of the programme at which companies met partners: exhibitions and forums, what associations pay for, and whatever counts
 * companies among those who took part (B, Ⅲ 12). Newest first.
 */
export function listMatchingEvents(context: Context): Promise<Activity[]> {
  return context.cache.get("business-matching-events", async () => {
    const ids = await read(context.database, readEventIds);
    const activities = await getActivitiesById(context, ids);
    return activities.toSorted((a, b) => (b.dateFrom ?? "").localeCompare(a.dateFrom ?? ""));
  });
}

async function readEventIds(transaction: ReadTransaction): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM activities
    WHERE status <> 'cancelled' AND (kind = 'exhibition' OR funding = 'association' OR EXISTS (
      SELECT FROM activity_people WHERE activity = activities.id AND 'company' = ANY(categories)))`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

/** How far the cases that began at an event have come: what its record states is the record's, and no case. */
export function countByState(cases: readonly CompanyCase[]): { state: CaseState; count: number }[] {
  return caseStates.map((state) => ({ state, count: cases.filter((one) => one.state === state).length }));
}
