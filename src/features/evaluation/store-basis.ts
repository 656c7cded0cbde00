import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import { uncountedCategories } from "../activities/activity.ts";
import { isHeldOn } from "../activities/held-on.ts";

/** What counting needs of an activity that was held. */
export interface HeldActivity {
  id: string;
  fiscalYear: number;
  kind: string;
  country: string | null;
  partnerships: string[];
  project: string | null;
  agreement: string | null;
  topics: string[];
  parties: { organisation: string; role: string }[];
  people: number | null;
  isApproximate: boolean;
}

export async function readHeldActivities(transaction: ReadTransaction, asOf: string): Promise<HeldActivity[]> {
  const { rows } = await sql<HeldActivity>`
    WITH held AS (SELECT * FROM activities WHERE ${isHeldOn(asOf)}),
    counted_people AS (
      SELECT activity, sum(count)::int AS people, bool_or(approximate) AS approximate
      FROM activity_people WHERE NOT categories && ${uncountedCategories} GROUP BY activity
    ), parties AS (
      SELECT activity, json_agg(json_build_object('organisation', organisation, 'role', role) ORDER BY position) AS list
      FROM activity_parties GROUP BY activity
    )
    SELECT held.id, held.fiscal_year AS "fiscalYear", held.kind, place.country, held.partnerships, held.project,
           held.agreement, held.topics, coalesce(parties.list, '[]') AS parties, counted_people.people,
           coalesce(counted_people.approximate, false) AS "isApproximate"
    FROM held
    LEFT JOIN organisations place ON place.id = held.place
    LEFT JOIN parties ON parties.activity = held.id
    LEFT JOIN counted_people ON counted_people.activity = held.id
    ORDER BY held.date_from NULLS LAST, held.row_number`.execute(transaction);
  return rows;
}
