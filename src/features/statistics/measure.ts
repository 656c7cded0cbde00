import type { Localized } from "../../core/localized.ts";

export interface Measure {
  id: string;
  name: Localized;
  definition: Localized;
  units: string[];
  /** empty where no row of a register counts */
  registers: string[];
  kinds: string[];
  statuses: string[];
  fundings: string[];
  placeCountry: string | null;
  groupBy: "place" | "party" | null;
  groups: string[];
  /** what counts in place of a register's rows: numbers of the monthly bulletin that were approved */
  counts: "bulletins" | null;
}

/** Whether anything on record can be counted, or only claims speak of it. */
export function isCounted({ registers, counts }: Pick<Measure, "registers" | "counts">): boolean {
  return registers.length > 0 || counts !== null;
}

export interface Claim {
  id: string;
  measure: string;
  fiscalYear: number | null;
  group: string | null;
  unit: string;
  value: number;
  approximate: boolean;
  places: string[];
  /** last day for which it holds, YYYY-MM-DD */
  asOf: string;
  partOf: string | null;
  printedText: string | null;
  definition: Localized;
  explanation: Localized;
  source: { document: string; place: string; row: string | null };
}

export interface Coverage {
  extent: "complete" | "partial" | "none";
  until: string | null;
  note: Localized;
}

/** What the records give for one measure, fiscal year and group. */
export interface Count {
  fiscalYear: number;
  /** null for a measure without groups */
  group: string | null;
  records: string[];
  /** null where none of the records says how many */
  people: number | null;
  /** of bulletins; absent where the records have none */
  pages?: number;
  approximate: boolean;
  /** ids of the places, in order of first appearance */
  places: string[];
}

export interface TableDefinition {
  id: string;
  section: string;
  layout: string;
  title: Localized;
  register: string | null;
  measures: string[];
  columns: string[];
  fiscalYears: number[];
  documents: string[];
}
