import { sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { homeTimeZone } from "../../platform/clock.ts";
import type { Programme } from "./programme.ts";
import { findRevision } from "./revision.ts";

export async function findProgramme(transaction: ReadTransaction): Promise<Programme | null> {
  const row = await transaction
    .selectFrom("programme")
    .innerJoin("fiscal_calendars", "fiscal_calendars.id", "programme.fiscal_calendar")
    .selectAll("programme")
    .select(["start_month", "start_day", "named_by", "label_ja", "label_zh", "label_en"])
    .select([newestFiscalYear.as("newest_fiscal_year"), publishedOn.as("published_on")])
    .executeTakeFirst();
  if (!row) return null;
  const countries = await transaction.selectFrom("countries").selectAll().orderBy("row_number").execute();
  return {
    id: row.id,
    name: localizedFromRow(row, "name"),
    shortName: localizedFromRow(row, "short_name"),
    summary: localizedFromRow(row, "summary"),
    homeCountry: row.home_country,
    partnerCountry: row.partner_country,
    calendar: {
      startMonth: row.start_month,
      startDay: row.start_day,
      namedBy: row.named_by === "last" ? "last" : "first",
      label: localizedFromRow(row, "label"),
    },
    firstFiscalYear: row.first_fiscal_year,
    lastFiscalYear: Math.max(row.last_fiscal_year, row.newest_fiscal_year ?? 0),
    asOf: laterOf(row.as_of_to ?? row.as_of, row.published_on),
    revision: await findRevision(transaction),
    countries: countries.map((country) => ({ id: country.id, name: localizedFromRow(country, "name") })),
  };
}

/** Members go on where the loaded sources end; a year that is mistyped must not make the tables a thousand years long. */
const newestFiscalYear = sql<number | null>`(
  SELECT max(fiscal_year) FROM activities WHERE fiscal_year <= extract(year FROM now()) + 1)`;

/** A publication speaks for the records up to its day. */
const publishedOn = sql<string | null>`(
  SELECT to_char(max(published_at) AT TIME ZONE ${sql.lit(homeTimeZone)}, 'YYYY-MM-DD') FROM year_states)`;

function laterOf(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}
