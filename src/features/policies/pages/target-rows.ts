import type { PolicyTarget } from "../item.ts";

export type DatedTarget = PolicyTarget & { baseYear: number; targetYear: number };

export interface PictureRow {
  key: string;
  indicator: PolicyTarget["indicator"];
  region: string | null;
  scope: PolicyTarget["scope"];
  isFirstOfIndicator: boolean;
  /** a bar each, by target year */
  targets: DatedTarget[];
}

/** A row for each indicator, region and scope, in the order of the targets; what several policies promise alike is one bar. */
export function drawTargetRows(targets: readonly PolicyTarget[]): { rows: PictureRow[]; most: number } {
  const dated = targets.filter(isDatedChange);
  const rows: PictureRow[] = [];
  for (const target of dated) {
    let row = rows.find(({ key }) => key === keyOf(target));
    if (!row) {
      row = {
        key: keyOf(target),
        indicator: target.indicator,
        region: target.region,
        scope: target.scope,
        isFirstOfIndicator: rows.at(-1)?.indicator !== target.indicator,
        targets: [],
      };
      rows.push(row);
    }
    if (!row.targets.some((other) => isSame(other, target))) row.targets.push(target);
  }
  for (const row of rows) row.targets.sort((a, b) => a.targetYear - b.targetYear || a.baseYear - b.baseYear);
  return { rows, most: Math.max(0, ...dated.map(({ value }) => Math.abs(value))) };
}

function keyOf({ indicator, region, scope }: PolicyTarget): string {
  return JSON.stringify([indicator, region, scope?.zh]);
}

/** Over more than a year: what is promised of one winter or one year does not stand beside plans of five. */
function isDatedChange(target: PolicyTarget): target is DatedTarget {
  const { measure, unit, baseYear, targetYear } = target;
  return (
    measure === "change" && unit === "percent" && baseYear !== null && targetYear !== null && targetYear - baseYear > 1
  );
}

function isSame(a: DatedTarget, b: DatedTarget): boolean {
  return a.value === b.value && a.baseYear === b.baseYear && a.targetYear === b.targetYear;
}
