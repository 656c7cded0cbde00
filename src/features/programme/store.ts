import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Programme } from "./programme.ts";
import { findRevision } from "./revision.ts";

export async function findProgramme(transaction: ReadTransaction): Promise<Programme | null> {
  const row = await transaction
    .selectFrom("programme")
    .innerJoin("fiscal_calendars", "fiscal_calendars.id", "programme.fiscal_calendar")
    .selectAll("programme")
    .select(["start_month", "start_day", "named_by", "label_ja", "label_zh", "label_en"])
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
    lastFiscalYear: row.last_fiscal_year,
    asOf: row.as_of_to ?? row.as_of,
    revision: await findRevision(transaction),
    countries: countries.map((country) => ({ id: country.id, name: localizedFromRow(country, "name") })),
  };
}
