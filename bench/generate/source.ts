import type { Row } from "../../src/sheets/parse-cell.ts";

/** Where a generated row says it comes from. */
export function placeOf(document: string, place: string, row: string | null = null): Row {
  return { source: document, source_place: place, source_row: row };
}

/** One yearly report of a ledger and fiscal year, as a programme's platforms publish them. */
export function reportOf(ledger: string, fiscalYear: number): string {
  return `report-${ledger}-${fiscalYear}`;
}
