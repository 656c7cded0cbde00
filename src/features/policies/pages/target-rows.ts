import type { PolicyTarget } from "../item.ts";

export type DatedTarget = PolicyTarget & { baseYear: number; targetYear: number };

export interface PictureSpan {
  key: string;
  /** below each other where their years overlap */
  lane: number;
  target: DatedTarget;
}

export interface PictureRow {
  key: string;
  indicator: PolicyTarget["indicator"];
  region: string | null;
  scope: PolicyTarget["scope"];
  isFirstOfIndicator: boolean;
  lanes: number;
  spans: PictureSpan[];
}

/** A row for each indicator, region and scope, in the order of the targets; what several policies promise alike is one bar. */
export function drawTargetRows(targets: readonly PolicyTarget[]): { rows: PictureRow[]; from: number; to: number } {
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
        lanes: 1,
        spans: [],
      };
      rows.push(row);
    }
    addSpan(row, target);
  }
  return {
    rows,
    from: Math.min(...dated.map(({ baseYear }) => baseYear)),
    to: Math.max(...dated.map(({ targetYear }) => targetYear)),
  };
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

function addSpan(row: PictureRow, target: DatedTarget): void {
  const isSame = ({ target: other }: PictureSpan) =>
    other.value === target.value && other.baseYear === target.baseYear && other.targetYear === target.targetYear;
  if (row.spans.some(isSame)) return;
  let lane = 0;
  // A year between two bars leaves room for the first one's number.
  const isTaken = (span: PictureSpan) =>
    span.lane === lane && span.target.baseYear <= target.targetYear && target.baseYear <= span.target.targetYear + 1;
  while (row.spans.some(isTaken)) lane += 1;
  row.lanes = Math.max(row.lanes, lane + 1);
  row.spans.push({ key: target.id, lane, target });
}
