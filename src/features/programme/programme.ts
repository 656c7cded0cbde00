import type { FiscalCalendar } from "../../core/fiscal-calendar.ts";
import type { Localized } from "../../core/localized.ts";

/** What every feature needs to know of the programme that this database holds. */
export interface Programme {
  id: string;
  name: Localized;
  shortName: Localized;
  summary: Localized;
  homeCountry: string;
  partnerCountry: string;
  calendar: FiscalCalendar;
  firstFiscalYear: number;
  lastFiscalYear: number;
  /** last day of which the sources speak, YYYY-MM-DD */
  asOf: string;
  /** changes with every load: caches and entity tags follow it */
  revision: number;
  countries: { id: string; name: Localized }[];
}
