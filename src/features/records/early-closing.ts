import { sql } from "kysely";
import { fiscalYearRange } from "../../core/fiscal-calendar.ts";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { getProgramme } from "../programme/service.ts";
import { findStanding, visibleTo } from "./access.ts";

/** What somebody should know who closes a year before it is over. */
export interface EarlyClosing {
  /** last day of the year, YYYY-MM-DD */
  lastDay: string;
  /** approved activities that are still planned: nobody could enter what becomes of them */
  planned: PlannedActivity[];
  /** all of them, also those beyond the list */
  total: number;
}

export interface PlannedActivity {
  id: string;
  title: Localized;
  /** EDTF */
  date: string | null;
}

/** More than these nobody reads on a page that asks for one tick. */
const mostNamed = 20;

/** Null once the year's last day has passed. */
export async function findEarlyClosing(
  context: Context,
  actor: Actor,
  fiscalYear: number,
): Promise<EarlyClosing | null> {
  const lastDay = fiscalYearRange((await getProgramme(context)).calendar, fiscalYear).to;
  if (context.clock.today() > lastDay) return null;
  const visible = visibleTo(await findStanding(context, actor));
  const { rows } = await read(context.database, (transaction) =>
    sql<PlannedRow>`
      SELECT newest.*, count(*) OVER ()::int AS total
      FROM (
        SELECT records.id, records.title_ja, records.title_zh, records.title_en, records.date_from,
          CASE WHEN version.content IS NULL THEN held.date ELSE version.content #>> '{fields,date}' END AS date,
          CASE WHEN version.content IS NULL THEN held.status ELSE version.content #>> '{fields,status}' END AS status
        FROM (SELECT * FROM records WHERE ${visible}) records
        LEFT JOIN record_versions version ON version.kind = records.kind AND version.record = records.id
          AND version.version = records.version
        LEFT JOIN activities held ON held.id = records.id
        WHERE records.kind = 'activity' AND NOT records.removed AND records.fiscal_year = ${fiscalYear}
      ) newest
      WHERE status IN ('planned', 'adjusting')
      ORDER BY date_from NULLS LAST, id LIMIT ${mostNamed}`.execute(transaction),
  );
  return {
    lastDay,
    planned: rows.map((row) => ({ id: row.id, title: localizedFromRow(row, "title"), date: row.date || null })),
    total: rows[0]?.total ?? 0,
  };
}

interface PlannedRow {
  id: string;
  title_ja: string | null;
  title_zh: string | null;
  title_en: string | null;
  date: string | null;
  total: number;
}
