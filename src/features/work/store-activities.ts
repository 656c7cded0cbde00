import { type RawBuilder, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Platform } from "../accounts/roles.ts";
import { isVisibility, type Visibility } from "../records/record.ts";
import type { Afterwards, Share, WorkActivity } from "./work.ts";

/** Activities in whose organisations the actor has a say, or null for those of everybody. */
export interface ActivityScope {
  organisations: readonly string[] | null;
  /** over the columns of `records` */
  visible: RawBuilder<boolean>;
}

interface ActivityRow {
  id: string;
  kind: string;
  date: string | null;
  date_from: string | null;
  date_to: string | null;
  title_ja: string | null;
  title_zh: string | null;
  title_en: string | null;
  sides: string[];
  owner: string | null;
  still_planned: boolean;
  no_result: boolean;
  no_people: boolean;
}

/**
 * What ended before a day, and not before `from`, and lacks something; newest first. Closed years are left in peace.
 */
export async function findAfterwards(
  transaction: ReadTransaction,
  scope: ActivityScope,
  ended: { from: string | null; before: string },
  limit: number,
): Promise<Afterwards> {
  const { from, before } = ended;
  const within = sql`records.date_to < ${before}::date AND (${from}::date IS NULL OR records.date_to >= ${from}::date)`;
  const { rows } = await sql<ActivityRow & Record<"total" | "planned" | "results" | "people", number>>`
    WITH facts AS (${facts(scope, within, before)})
    SELECT facts.*, count(*) OVER ()::int AS total,
      (count(*) FILTER (WHERE still_planned) OVER ())::int AS planned,
      (count(*) FILTER (WHERE no_result) OVER ())::int AS results,
      (count(*) FILTER (WHERE no_people) OVER ())::int AS people
    FROM facts
    WHERE (still_planned OR no_result OR no_people)
      AND NOT EXISTS (SELECT FROM entries WHERE entries.kind = 'activity' AND entries.record = facts.id
                      AND entries.state IN ('draft', 'submitted', 'returned'))
      AND NOT EXISTS (SELECT FROM year_states WHERE year_states.fiscal_year = facts.fiscal_year AND state = 'closed')
    ORDER BY date_to DESC, id LIMIT ${limit}`.execute(transaction);
  const first = rows[0];
  return {
    items: rows.map(toActivity),
    total: first?.total ?? 0,
    stillPlanned: first?.planned ?? 0,
    noResult: first?.results ?? 0,
    noPeople: first?.people ?? 0,
  };
}

/** Planned activities that may take place between the days, soonest first. */
export async function findNext(
  transaction: ReadTransaction,
  scope: ActivityScope,
  days: { from: string; to: string },
  limit: number,
): Promise<Share<WorkActivity>> {
  const within = sql`records.date_to >= ${days.from}::date AND records.date_from <= ${days.to}::date`;
  const { rows } = await sql<ActivityRow & { total: number }>`
    WITH facts AS (${facts(scope, within, days.from)})
    SELECT facts.*, count(*) OVER ()::int AS total FROM facts
    WHERE status IN ('planned', 'adjusting')
    ORDER BY date_from, id LIMIT ${limit}`.execute(transaction);
  return { items: rows.map(toActivity), total: rows[0]?.total ?? 0 };
}

export interface DatedActivity extends WorkActivity {
  status: string;
  visibility: Visibility;
  platform: Platform;
  sides: string[];
  owner: string | null;
}

/** Everybody's activities that begin or end between the days, for reminders. */
export async function findDated(
  transaction: ReadTransaction,
  days: { from: string; to: string },
  today: string,
): Promise<DatedActivity[]> {
  const within = sql`(records.date_from BETWEEN ${days.from}::date AND ${days.to}::date
    OR records.date_to BETWEEN ${days.from}::date AND ${days.to}::date)`;
  const everybody = { organisations: null, visible: sql<boolean>`true` };
  const { rows } = await sql<ActivityRow & { status: string; visibility: string; platform: string }>`
    ${facts(everybody, within, today)} ORDER BY date_from, id`.execute(transaction);
  return rows.map((row) => ({
    ...toActivity(row),
    status: row.status,
    visibility: isVisibility(row.visibility) ? row.visibility : "organisation",
    platform: row.platform === "technical" ? "technical" : "coordination",
    sides: row.sides,
    owner: row.owner,
  }));
}

/**
 * The newest approved version of each activity: from `record_versions`, or from the tables where a loaded record was never
 * changed (see features/records/content.ts).
 */
function facts({ organisations, visible }: ActivityScope, condition: RawBuilder<unknown>, today: string) {
  const concerns =
    organisations === null
      ? sql`true`
      : sql`(records.sides && ${[...organisations]}::text[] OR records.owner = ANY(${[...organisations]}))`;
  return sql`
    SELECT id, fiscal_year, sides, owner, visibility, platform, title_ja, title_zh, title_en, date_from, date_to, date,
      status, kind,
      status IN ('planned', 'adjusting') AND date_to < ${today}::date AS still_planned,
      status = 'done' AND NOT has_result AS no_result,
      status = 'done' AND kind IN ('training', 'seminar') AND NOT has_people AS no_people
    FROM (
      SELECT records.id, records.fiscal_year, records.sides, records.owner, records.visibility, records.platform,
        records.title_ja, records.title_zh, records.title_en, records.date_from, records.date_to,
        CASE WHEN version.content IS NULL THEN held.date ELSE version.content #>> '{fields,date}' END AS date,
        CASE WHEN version.content IS NULL THEN held.status ELSE version.content #>> '{fields,status}' END AS status,
        CASE WHEN version.content IS NULL THEN held.kind ELSE version.content #>> '{fields,kind}' END AS kind,
        CASE WHEN version.content IS NULL
          THEN coalesce(nullif(held.result_ja, ''), nullif(held.result_zh, ''), nullif(held.result_en, '')) IS NOT NULL
          ELSE coalesce(nullif(version.content #>> '{fields,result_ja}', ''),
                        nullif(version.content #>> '{fields,result_zh}', ''),
                        nullif(version.content #>> '{fields,result_en}', '')) IS NOT NULL END AS has_result,
        CASE WHEN version.content IS NULL
          THEN EXISTS (SELECT FROM activity_people WHERE activity_people.activity = records.id)
          ELSE coalesce(jsonb_array_length(version.content #> '{parts,activity_people}'), 0) > 0 END AS has_people
      FROM records
      LEFT JOIN record_versions version ON version.kind = records.kind AND version.record = records.id
        AND version.version = records.version
      LEFT JOIN activities held ON held.id = records.id
      WHERE records.kind = 'activity' AND NOT records.removed AND ${concerns} AND ${condition}
        AND EXISTS (SELECT FROM records seen WHERE seen.kind = records.kind AND seen.id = records.id AND ${visible})
    ) newest`;
}

function toActivity(row: ActivityRow): WorkActivity {
  return {
    id: row.id,
    title: localizedFromRow(row, "title"),
    kind: row.kind,
    date: row.date,
    dateFrom: row.date_from,
    dateTo: row.date_to,
    stillPlanned: row.still_planned,
    noResult: row.no_result,
    noPeople: row.no_people,
  };
}
