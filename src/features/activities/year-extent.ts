import type { Context } from "../../platform/context.ts";
import type { Programme } from "../programme/programme.ts";
import { getCatalogue } from "../statistics/catalogue.ts";
import { getYearCounts } from "./service.ts";

/**
 * How far the records of a year reach: `few` where most published measures have no individual records in that year,
 * `figures-only` where there is none at all, `before` where the programme had not begun.
 */
export type YearExtent = "full" | "few" | "figures-only" | "before";

export interface YearOnRecord {
  fiscalYear: number;
  extent: YearExtent;
  total: number;
  /** held, or planned and being arranged; what was cancelled is in neither */
  held: number;
  expected: number;
  kinds: { kind: string; count: number }[];
}

/** The years of the programme, and any other for which an activity is on record. */
export async function getYearsOnRecord(context: Context, programme: Programme): Promise<YearOnRecord[]> {
  const counts = await getYearCounts(context);
  const catalogue = await getCatalogue(context);
  const years = new Set(counts.map(({ fiscalYear }) => fiscalYear));
  for (let year = programme.firstFiscalYear; year <= programme.lastFiscalYear; year += 1) years.add(year);
  return [...years]
    .toSorted((a, b) => a - b)
    .map((fiscalYear) => {
      const mine = counts.filter((count) => count.fiscalYear === fiscalYear);
      const sum = (...statuses: string[]) =>
        mine.filter(({ status }) => statuses.includes(status)).reduce((total, { count }) => total + count, 0);
      const total = mine.reduce((all, { count }) => all + count, 0);
      const kinds = new Map<string, number>();
      for (const { kind, count } of mine) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
      const extents = [...catalogue.measures.keys()].map((id) => catalogue.coverage(id, fiscalYear)?.extent);
      const without = extents.filter((extent) => extent === "none").length;
      const withRecords = extents.filter((extent) => extent === "partial" || extent === "complete").length;
      return {
        fiscalYear,
        total,
        held: sum("done"),
        expected: sum("planned", "adjusting"),
        kinds: [...kinds].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count),
        extent: judgeExtent(fiscalYear < programme.firstFiscalYear, total, without > withRecords),
      };
    });
}

function judgeExtent(isBefore: boolean, total: number, isMostlyMissing: boolean): YearExtent {
  if (isBefore) return "before";
  if (total === 0) return "figures-only";
  return isMostlyMissing ? "few" : "full";
}
