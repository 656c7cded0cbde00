import type { Figure } from "../../../documents/table.ts";
import { getCounts } from "../catalogue.ts";
import { composeFigure, recordsFigure } from "../figure.ts";
import type { Count, Measure } from "../measure.ts";
import type { DataRequest } from "./columns.ts";

export interface FigureRow {
  measure: Measure;
  fiscalYear: number;
  /** null: over all groups */
  group: string | null;
  unit: string;
  /** null where neither records nor documents say anything */
  figure: Figure | null;
}

export interface PlaceRow {
  measure: Measure;
  fiscalYear: number;
  place: string;
  /** who names the place */
  basis: "records" | "claim";
}

export async function gatherFigures(request: DataRequest, measures: readonly Measure[]): Promise<FigureRow[]> {
  const { definition, context, asOf } = request;
  const byGroup = definition.layout === "years-by-group";
  const rows = await Promise.all(
    measures.map(async (measure) => {
      // Counted by group, a record with two groups would stand twice in the year's figure.
      const counts = await getCounts(context, measure, asOf, !byGroup);
      const groups = byGroup ? measure.groups : [null];
      const units = byGroup ? [measure.units[0] ?? "times"] : measure.units;
      return definition.fiscalYears.flatMap((fiscalYear) =>
        groups.flatMap((group) => units.map((unit) => toRow(request, { measure, fiscalYear, group, unit }, counts))),
      );
    }),
  );
  return rows.flat();
}

/** What documents and records say of single cities, of a measure that is shown over all of them. */
export async function gatherGroups(request: DataRequest, measures: readonly Measure[]): Promise<FigureRow[]> {
  const { definition, context, asOf, catalogue } = request;
  const rows = await Promise.all(
    measures.map(async (measure) => {
      const counts = measure.groupBy === null ? [] : await getCounts(context, measure, asOf);
      const claimed = catalogue.claims.filter((claim) => claim.measure === measure.id).map(({ group }) => group);
      const groups = [...new Set([...measure.groups, ...counts.map(({ group }) => group), ...claimed])];
      return definition.fiscalYears.flatMap((fiscalYear) =>
        groups
          .filter((group) => group !== null)
          .flatMap((group) =>
            measure.units.map((unit) => toRow(request, { measure, fiscalYear, group, unit }, counts)),
          ),
      );
    }),
  );
  return rows.flat().filter(({ figure }) => figure !== null);
}

function toRow(
  { catalogue, asOf, language }: DataRequest,
  { measure, fiscalYear, group, unit }: Omit<FigureRow, "figure">,
  counts: readonly Count[],
): FigureRow {
  const coverage = catalogue.coverage(measure.id, fiscalYear);
  const own = counts.filter((count) => count.fiscalYear === fiscalYear && (group === null || count.group === group));
  // A measure that records do not tell apart by city has no figure of a city, not even none.
  const isCounted = group === null || measure.groupBy !== null;
  const figure = composeFigure(
    {
      unit,
      records: isCounted ? recordsFigure(measure, own, unit, coverage) : null,
      claim: catalogue.claim({ measure: measure.id, fiscalYear, group, unit }, asOf),
      coverage,
      approximate: unit === "people" && own.some((count) => count.approximate),
    },
    language,
  );
  return { measure, fiscalYear, group, unit, figure };
}

/** Where the records of a year took place, and what places a document names beside its figure. */
export async function gatherPlaces(request: DataRequest, measures: readonly Measure[]): Promise<PlaceRow[]> {
  const { definition, context, catalogue, asOf } = request;
  const rows = await Promise.all(
    measures.map(async (measure) => {
      const counts = await getCounts(context, measure, asOf, true);
      return definition.fiscalYears.flatMap((fiscalYear): PlaceRow[] => {
        const recorded = counts.filter((count) => count.fiscalYear === fiscalYear).flatMap(({ places }) => places);
        const claimed = measure.units.flatMap(
          (unit) => catalogue.claim({ measure: measure.id, fiscalYear, group: null, unit }, asOf)?.places ?? [],
        );
        const row = (basis: PlaceRow["basis"]) => (place: string) => ({ measure, fiscalYear, place, basis });
        return [...[...new Set(recorded)].map(row("records")), ...[...new Set(claimed)].map(row("claim"))];
      });
    }),
  );
  return rows.flat();
}
