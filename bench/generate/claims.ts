import type { Row } from "../../src/sheets/parse-cell.ts";
import type { Random } from "./random.ts";
import { placeOf, reportOf } from "./source.ts";

/** Counts what a measure's rule lets through while activities are written, so that most claims are true. */
export interface MeasureCounter {
  add(activity: Row, people: readonly Row[]): void;
  claims(random: Random, fiscalYears: readonly number[]): { claims: Row[]; coverage: Row[] };
}

export function createMeasureCounter(measures: readonly Row[]): MeasureCounter {
  const counted = measures.filter((measure) => listOf(measure.registers).length > 0);
  const counts = new Map<string, { times: number; people: number }>();
  const keyOf = (measure: Row, year: number) => `${measure.id} ${year}`;
  return {
    add(activity, people) {
      for (const measure of counted) {
        if (!matches(measure, activity)) continue;
        const key = keyOf(measure, Number(activity.fiscal_year));
        const count = counts.get(key) ?? { times: 0, people: 0 };
        count.times += 1;
        count.people += people.reduce((sum, row) => sum + Number(row.count), 0);
        counts.set(key, count);
      }
    },
    claims(random, fiscalYears) {
      const claims: Row[] = [];
      const coverage: Row[] = [];
      for (const measure of counted.filter(
        (candidate) => candidate.group_by === null || candidate.group_by === undefined,
      )) {
        for (const year of fiscalYears) {
          const count = counts.get(keyOf(measure, year)) ?? { times: 0, people: 0 };
          const extent = random.chance(0.7) ? "complete" : random.pick(["partial", "none"]);
          coverage.push({ measure: measure.id ?? null, fiscal_year: year, extent });
          for (const unit of listOf(measure.units)) {
            const truth = unit === "times" ? count.times : count.people;
            claims.push({
              id: `g-${measure.id}-${year}-${unit}`,
              measure: measure.id ?? null,
              fiscal_year: year,
              unit,
              value: random.chance(0.1) ? truth + random.integer(1, 5) : truth,
              approximate: false,
              as_of: `${year + 1}-04-30`,
              ...placeOf(reportOf("coordination", year), "summary"),
            });
          }
        }
      }
      return { claims, coverage };
    },
  };
}

function matches(measure: Row, activity: Row): boolean {
  const allows = (list: Row[string] | undefined, value: Row[string] | undefined) =>
    listOf(list).length === 0 || listOf(list).includes(String(value));
  const statuses = listOf(measure.statuses).length > 0 ? listOf(measure.statuses) : ["done"];
  return (
    listOf(measure.registers).includes(String(activity.register)) &&
    allows(measure.kinds, activity.kind) &&
    allows(measure.fundings, activity.funding) &&
    statuses.includes(String(activity.status))
  );
}

function listOf(value: Row[string] | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
