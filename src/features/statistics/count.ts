import { type RawBuilder, sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import { uncountedCategories } from "../activities/activity.ts";
import { isHeldOn } from "../activities/held-on.ts";
import { countBulletins } from "./count-bulletins.ts";
import type { Count, Measure } from "./measure.ts";

export interface CountScope {
  /** YYYY-MM-DD: what lies after it is not yet held */
  asOf: string;
  fiscalYears?: readonly number[];
  /** only rows that this document states */
  document?: string;
  /** one count a year over all groups, in which each record stands once; which groups count stays as it is */
  merged?: boolean;
}

/**
 * Counts the records of a measure by its rule: registers, kinds, statuses as of the day, budgets, place and groups.
 * An activity is counted once a group, however many of a group's offices take part.
 */
export async function countMeasure(
  transaction: ReadTransaction,
  measure: Measure,
  scope: CountScope,
): Promise<Count[]> {
  // A bulletin is of no group, and no document of the programme states it.
  if (measure.counts === "bulletins") return scope.document ? [] : countBulletins(transaction, scope);
  if (measure.registers.length === 0) return [];
  const conditions = [
    sql`activities.register = ANY(${measure.registers})`,
    statusCondition(measure.statuses, scope.asOf),
    ...(measure.kinds.length > 0 ? [sql`activities.kind = ANY(${measure.kinds})`] : []),
    ...(measure.fundings.length > 0 ? [sql`activities.funding = ANY(${measure.fundings})`] : []),
    ...(measure.placeCountry ? [sql`place.country = ${measure.placeCountry}`] : []),
    ...(scope.fiscalYears ? [sql`activities.fiscal_year = ANY(${[...scope.fiscalYears]})`] : []),
    ...(scope.document ? [sql`activities.source = ${scope.document}`] : []),
  ];
  const { rows } = await sql<CountRow>`
    WITH counted AS (
      SELECT activities.id, activities.fiscal_year, activities.date_from, activities.row_number, activities.place,
             ${groupExpression(measure, scope)} AS "group"
      FROM activities
      LEFT JOIN organisations place ON place.id = activities.place
      ${groupJoin(measure, scope)}
      WHERE ${sql.join(conditions, sql` AND `)}
    ), counted_people AS (
      -- reading the people costs more than all else where a measure does not ask for them
      SELECT activity, sum(count)::int AS people, bool_or(approximate) AS approximate
      FROM activity_people
      WHERE ${measure.units.includes("people")} AND activity IN (SELECT id FROM counted) AND NOT categories && ${uncountedCategories}
      GROUP BY activity
    )
    SELECT fiscal_year, "group",
           string_agg(id, ',' ORDER BY date_from NULLS LAST, row_number) AS records,
           sum(people)::int AS people,
           coalesce(bool_or(approximate), false) AS approximate,
           coalesce(string_agg(place, ',' ORDER BY date_from NULLS LAST, row_number), '') AS places
    FROM counted LEFT JOIN counted_people ON counted_people.activity = counted.id
    GROUP BY fiscal_year, "group"
    ORDER BY fiscal_year, "group"`.execute(transaction);
  return rows.map(({ fiscal_year, group, records, people, approximate, places }) => ({
    fiscalYear: fiscal_year,
    group,
    records: records.split(","),
    people,
    approximate,
    places: places === "" ? [] : [...new Set(places.split(","))],
  }));
}

/** Lists of ids come as one text, which is read many times faster than an array of thousands; no id holds a comma. */
interface CountRow extends Pick<Count, "group" | "people" | "approximate"> {
  fiscal_year: number;
  records: string;
  places: string;
}

function statusCondition(statuses: readonly string[], asOf: string): RawBuilder<unknown> {
  const held = isHeldOn(asOf);
  const alternatives = statuses.map((status) => {
    if (status === "done") return held;
    return status === "planned"
      ? sql`(activities.status = 'planned' OR (activities.status = 'done' AND NOT ${held}))`
      : sql`activities.status = ${status}`;
  });
  return sql`(${sql.join(alternatives, sql` OR `)})`;
}

function groupExpression({ groupBy }: Measure, { merged }: CountScope): RawBuilder<unknown> {
  if (merged || groupBy === null) return sql`NULL::text`;
  return groupBy === "place" ? sql`activities.place` : sql`party."group"`;
}

/** Keeps the records of the measure's groups; by party, a record joins once a group, or once in all where merged. */
function groupJoin({ groupBy, groups }: Measure, { merged }: CountScope): RawBuilder<unknown> {
  if (groupBy === null || (merged && groups.length === 0)) return sql``;
  if (groupBy === "place")
    return groups.length === 0 ? sql`` : sql`JOIN unnest(${groups}::text[]) wanted(id) ON wanted.id = activities.place`;
  const named = sql`CASE WHEN organisations.id = ANY(${groups}) THEN organisations.id ELSE organisations.government END`;
  const group = merged ? sql`NULL` : groups.length > 0 ? named : sql`organisations.government`;
  const wanted = sql`(organisations.id = ANY(${groups}) OR organisations.government = ANY(${groups}))`;
  return sql`JOIN LATERAL (
      SELECT DISTINCT ${group} AS "group"
      FROM activity_parties JOIN organisations ON organisations.id = activity_parties.organisation
      WHERE activity_parties.activity = activities.id AND ${groups.length > 0 ? wanted : sql`true`}
    ) party ON true`;
}
