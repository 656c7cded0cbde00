import { type RawBuilder, sql } from "kysely";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { uncountedCategories } from "./activity.ts";
import { isHeldOn } from "./held-on.ts";

/** Events of one kind in one fiscal year. */
export interface ActivityTally {
  fiscalYear: number;
  kind: string;
  /** held by the day */
  held: number;
  /** planned or being arranged on the day */
  expected: number;
  /** people at the events held */
  people: number;
  approximate: boolean;
}

/** What happened in a partnership; an event that two lists carry for the same days counts once. */
export function tallyPartnership(context: Context, partnership: string): Promise<ActivityTally[]> {
  const asOf = context.clock.today();
  return context.cache.get(`tally ${partnership} ${asOf}`, () =>
    read(context.database, (transaction) => countEvents(transaction, partnership, asOf)),
  );
}

/** Events held and expected in every partnership, counted as `tallyPartnership` does. */
export function tallyPartnerships(context: Context): Promise<Map<string, { held: number; expected: number }>> {
  const asOf = context.clock.today();
  return context.cache.get(`tally of partnerships ${asOf}`, () =>
    read(context.database, (transaction) => countEventsByPartnership(transaction, asOf)),
  );
}

/** Records in which the organisation or one of its offices takes part, by fiscal year and kind. */
export function tallyOrganisation(context: Context, organisation: string): Promise<ActivityTally[]> {
  const asOf = context.clock.today();
  return context.cache.get(`tally of organisation ${organisation} ${asOf}`, () =>
    read(context.database, (transaction) => countRecords(transaction, organisation, asOf)),
  );
}

function countEvents(transaction: ReadTransaction, partnership: string, asOf: string): Promise<ActivityTally[]> {
  const chosen = sql`activities.partnerships @> ARRAY[${partnership}]::text[]`;
  return sumEvents(transaction, chosen, sql`coalesce(activities.date, activities.id)`, asOf);
}

function countRecords(transaction: ReadTransaction, organisation: string, asOf: string): Promise<ActivityTally[]> {
  const chosen = sql`activities.id = ANY(ARRAY(
    SELECT DISTINCT activity FROM activity_parties WHERE organisation = ANY(ARRAY(
      SELECT id FROM organisations WHERE id = ${organisation} OR government = ${organisation}))))`;
  return sumEvents(transaction, chosen, sql`activities.id`, asOf);
}

/** Of two records of one event the greater number of people counts: a list may leave some out, none invents any. */
async function sumEvents(
  transaction: ReadTransaction,
  chosen: RawBuilder<unknown>,
  event: RawBuilder<unknown>,
  asOf: string,
): Promise<ActivityTally[]> {
  const { rows } = await sql<ActivityTally>`
    WITH counted_people AS (
      SELECT activity, sum(count)::int AS people, bool_or(approximate) AS approximate
      FROM activity_people
      WHERE activity IN (SELECT activities.id FROM activities WHERE ${chosen}) AND NOT categories && ${uncountedCategories}
      GROUP BY activity
    ), events AS (
      SELECT fiscal_year, kind, ${isHeldOn(asOf)} AS is_held, max(people) AS people, bool_or(approximate) AS approximate
      FROM activities LEFT JOIN counted_people ON counted_people.activity = activities.id
      WHERE ${chosen} AND status <> 'cancelled'
      GROUP BY fiscal_year, kind, is_held, ${event}
    )
    SELECT fiscal_year AS "fiscalYear", kind,
           (count(*) FILTER (WHERE is_held))::int AS held,
           (count(*) FILTER (WHERE NOT is_held))::int AS expected,
           coalesce(sum(people) FILTER (WHERE is_held), 0)::int AS people,
           coalesce(bool_or(approximate) FILTER (WHERE is_held), false) AS approximate
    FROM events GROUP BY fiscal_year, kind ORDER BY fiscal_year, kind`.execute(transaction);
  return rows;
}

async function countEventsByPartnership(
  transaction: ReadTransaction,
  asOf: string,
): Promise<Map<string, { held: number; expected: number }>> {
  const { rows } = await sql<{ partnership: string; held: number; expected: number }>`
    WITH events AS (
      SELECT DISTINCT partnership, fiscal_year, kind, ${isHeldOn(asOf)} AS is_held, coalesce(activities.date, activities.id)
      FROM activities, unnest(partnerships) AS partnership
      WHERE status <> 'cancelled'
    )
    SELECT partnership, (count(*) FILTER (WHERE is_held))::int AS held,
           (count(*) FILTER (WHERE NOT is_held))::int AS expected
    FROM events GROUP BY partnership`.execute(transaction);
  return new Map(rows.map(({ partnership, held, expected }) => [partnership, { held, expected }]));
}
