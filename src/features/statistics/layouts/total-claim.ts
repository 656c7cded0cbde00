import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import type { Claim, Measure } from "../measure.ts";
import type { LayoutRequest } from "./request.ts";

/** The printed total beside which the sum stands; none where the table shows years of which its document could not know. */
export function findTotalClaim(
  { catalogue, definition, programme, asOf }: LayoutRequest,
  measure: Measure,
  unit: string,
): Claim | null {
  const claim = catalogue.claim({ measure: measure.id, fiscalYear: null, group: null, unit }, asOf);
  const last = definition.fiscalYears.at(-1);
  const isLater = claim !== null && last !== undefined && fiscalYearRange(programme.calendar, last).from > claim.asOf;
  return isLater ? null : claim;
}
