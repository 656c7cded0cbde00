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
  /** the last that it declares, or a later one of which members have published activities */
  lastFiscalYear: number;
  /** last day of which the sources speak or, where later, of the newest publication of a year; YYYY-MM-DD */
  asOf: string;
  /** changes with every load: caches and entity tags follow it */
  revision: number;
  countries: { id: string; name: Localized }[];
}
