import { sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Programme } from "./programme.ts";

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

export async function findRevision(transaction: ReadTransaction): Promise<number> {
  const row = await transaction.selectFrom("programme_state").select("revision").executeTakeFirst();
  return Number(row?.revision ?? 0);
}

/**
 * Announces to every process that shares this database that the records have changed, when the transaction commits.
 * The new revision is above `floor` as well, which a process may have seen before a restore.
 */
export async function raiseRevision(transaction: WriteTransaction, floor = 0): Promise<number> {
  const row = await transaction
    .insertInto("programme_state")
    .values({ singleton: true, revision: floor + 1, loaded_at: sql<Date>`now()` })
    .onConflict((conflict) =>
      conflict.column("singleton").doUpdateSet({
        revision: sql<number>`greatest(programme_state.revision, ${floor}::bigint) + 1`,
        loaded_at: sql<Date>`now()`,
      }),
    )
    .returning("revision")
    .executeTakeFirstOrThrow();
  await sql`SELECT pg_notify('renkei_revision', ${String(row.revision)})`.execute(transaction);
  return Number(row.revision);
}
