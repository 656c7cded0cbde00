import { type FiscalCalendar, fiscalYearRange } from "../../core/fiscal-calendar.ts";
import type { TableDefinition } from "./measure.ts";

/** The table with the years that had begun by the day (YYYY-MM-DD): what comes after it nobody could have known. */
export function endWithDay(definition: TableDefinition, calendar: FiscalCalendar, asOf: string): TableDefinition {
  const begun = definition.fiscalYears.filter((year) => fiscalYearRange(calendar, year).from <= asOf);
  return { ...definition, fiscalYears: begun };
}
