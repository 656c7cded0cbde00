import { fiscalYearOf } from "../../core/fiscal-calendar.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { readProgramme } from "../programme/service.ts";
import type { Count } from "./measure.ts";

/**
 * Months whose bulletin was approved, by the fiscal year in which the month lies, with the pages of its newest number: a
 * correction is no second report. What is for members only is in no public table. A month counts as soon as it has ended, as what is held counts when its day has passed.
 */
export async function countBulletins(
  transaction: ReadTransaction,
  { asOf, fiscalYears }: { asOf: string; fiscalYears?: readonly number[] },
): Promise<Count[]> {
  const rows = await transaction
    .selectFrom("bulletins")
    .distinctOn("month")
    .select(["month", "pages"])
    .where("visibility", "=", "public")
    .orderBy("month")
    .orderBy("number", "desc")
    .execute();
  if (rows.length === 0) return [];
  const { calendar } = await readProgramme(transaction);
  const ended = rows.filter(({ month }) => lastDayOf(month) <= asOf);
  const byYear = Map.groupBy(ended, ({ month }) => fiscalYearOf(calendar, `${month}-01`));
  return [...byYear]
    .filter(([year]) => fiscalYears === undefined || fiscalYears.includes(year))
    .sort(([a], [b]) => a - b)
    .map(([fiscalYear, months]) => ({
      fiscalYear,
      group: null,
      records: months.map(({ month }) => month),
      people: null,
      pages: months.reduce((sum, { pages }) => sum + pages, 0),
      approximate: false,
      places: [],
    }));
}

function lastDayOf(month: string): string {
  const parsed = Temporal.PlainYearMonth.from(month);
  return parsed.toPlainDate({ day: parsed.daysInMonth }).toString();
}
