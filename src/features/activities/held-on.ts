import { type RawBuilder, sql } from "kysely";

/** The rule of `statusOn` in SQL, over the table `activities`: whether the activity was held by the day, YYYY-MM-DD. */
export function isHeldOn(asOf: string): RawBuilder<boolean> {
  const since = sql`coalesce(activities.date_from, (SELECT as_of_from FROM documents WHERE documents.id = activities.source))`;
  return sql<boolean>`(activities.status = 'done' AND coalesce(${since} <= ${asOf}::date, true))`;
}
