import { composeTotal } from "../figure.ts";
import { findTotalClaim } from "../layouts/total-claim.ts";
import type { Claim, Measure } from "../measure.ts";
import type { DataRequest } from "./columns.ts";
import type { FigureRow } from "./gather-figures.ts";

export interface TotalRow extends Omit<FigureRow, "fiscalYear"> {
  /** years: over all years; groups: over all cities of a year; all: over both */
  scope: "years" | "groups" | "all";
  firstYear: number;
  lastYear: number;
}

/** Sums beside the totals that documents print, as the published table has them. */
export function addUp(request: DataRequest, measures: readonly Measure[], rows: readonly FigureRow[]): TotalRow[] {
  const byGroup = request.definition.layout === "years-by-group";
  return measures.flatMap((measure) => {
    const own = rows.filter((row) => row.measure === measure);
    return byGroup ? addUpGroups(request, measure, own) : addUpYears(request, measure, own);
  });
}

function addUpYears(request: DataRequest, measure: Measure, rows: readonly FigureRow[]): TotalRow[] {
  return measure.units.map((unit) => {
    const claim = findTotalClaim(request, measure, unit);
    const own = rows.filter((row) => row.unit === unit);
    return sum(request, { measure, unit, group: null, scope: "years", ...spanOf(request) }, own, claim);
  });
}

function addUpGroups(request: DataRequest, measure: Measure, rows: readonly FigureRow[]): TotalRow[] {
  const { catalogue, asOf, definition } = request;
  const unit = measure.units[0] ?? "times";
  const claimOf = (fiscalYear: number | null, group: string | null) =>
    catalogue.claim({ measure: measure.id, fiscalYear, group, unit }, asOf);
  const years = definition.fiscalYears.map((year) => {
    const own = rows.filter(({ fiscalYear }) => fiscalYear === year);
    const span = { firstYear: year, lastYear: year };
    return sum(request, { measure, unit, group: null, scope: "groups", ...span }, own, claimOf(year, null));
  });
  const groups = measure.groups.map((id) => {
    const own = rows.filter(({ group }) => group === id);
    return sum(request, { measure, unit, group: id, scope: "years", ...spanOf(request) }, own, claimOf(null, id));
  });
  const all = { measure, unit, group: null, scope: "all", ...spanOf(request) } as const;
  return [...years, ...groups, sum(request, all, years, claimOf(null, null))];
}

function sum(
  { language }: DataRequest,
  row: Omit<TotalRow, "figure">,
  parts: readonly Pick<FigureRow, "figure">[],
  claim: Claim | null,
): TotalRow {
  const figure = composeTotal(
    parts.map((part) => part.figure),
    row.unit,
    claim,
    language,
  );
  return { ...row, figure };
}

function spanOf({ definition: { fiscalYears } }: DataRequest): Pick<TotalRow, "firstYear" | "lastYear"> {
  return { firstYear: fiscalYears[0] ?? 0, lastYear: fiscalYears.at(-1) ?? 0 };
}
