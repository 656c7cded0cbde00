import type { Column } from "../sheets/sheet.ts";
import { type Cells, contentColumns, partColumns, type RecordContent, type RecordKind } from "./kind.ts";

/** One cell that differs; `row` counts the rows of a part from 0 in the newer content, or in the older where it is gone. */
export interface Difference {
  sheet: string;
  row: number | null;
  column: string;
  before: string;
  after: string;
  /** a row of a part that is new or gone as a whole */
  change: "cell" | "row-added" | "row-removed";
}

/** What changed from one content to the other, cell by cell; rows of parts are put side by side by their likeness. */
export function compareContents(kind: RecordKind, before: RecordContent, after: RecordContent): Difference[] {
  const differences = compareCells(kind.sheet.name, null, contentColumns(kind), before.fields, after.fields, "cell");
  for (const part of kind.parts) {
    const columns = partColumns(part);
    const old = before.parts[part.sheet.name] ?? [];
    const now = after.parts[part.sheet.name] ?? [];
    for (const { left, right } of pairRows(old, now)) {
      const change = left === null ? "row-added" : right === null ? "row-removed" : "cell";
      const [from, to] = [left === null ? {} : (old[left] ?? {}), right === null ? {} : (now[right] ?? {})];
      differences.push(...compareCells(part.sheet.name, right ?? left, columns, from, to, change));
    }
  }
  return differences;
}

function compareCells(
  sheet: string,
  row: number | null,
  columns: readonly Column[],
  before: Cells,
  after: Cells,
  change: Difference["change"],
): Difference[] {
  return columns.flatMap(({ name }) => {
    const [from, to] = [before[name] ?? "", after[name] ?? ""];
    return from === to ? [] : [{ sheet, row, column: name, before: from, after: to, change }];
  });
}

/** Equal rows first, then those that share most cells; what is left over is gone or new. */
function pairRows(old: readonly Cells[], now: readonly Cells[]): { left: number | null; right: number | null }[] {
  const free = new Set(old.keys());
  const matched = new Map<number, number>();
  const likeness = (a: Cells, b: Cells) => Object.entries(a).filter(([name, text]) => b[name] === text).length;
  const isEqual = (a: Cells, b: Cells) =>
    likeness(a, b) === Object.keys(a).length && Object.keys(a).length === Object.keys(b).length;
  const take = (right: number, left: number | undefined) => {
    if (left === undefined) return;
    matched.set(right, left);
    free.delete(left);
  };
  for (const [right, row] of now.entries())
    take(
      right,
      [...free].find((left) => isEqual(old[left] ?? {}, row)),
    );
  for (const [right, row] of now.entries()) {
    if (matched.has(right)) continue;
    const best = [...free]
      .map((left) => ({ left, score: likeness(old[left] ?? {}, row) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.left - b.left)[0];
    take(right, best?.left);
  }
  return [
    ...[...now.keys()].map((right) => ({ left: matched.get(right) ?? null, right })),
    ...[...free].map((left) => ({ left, right: null })),
  ];
}
