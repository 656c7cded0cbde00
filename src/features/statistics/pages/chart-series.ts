import type { TableDocument, TableRow } from "../../../documents/table.ts";
import type { BarSeries } from "../../../web/components/bar-series.ts";

/** The value that a cell shows, in the given unit or its only one; null where it shows none. */
export function figureAt(row: TableRow | undefined, column: string, unit?: string): number | null {
  const cell = row?.cells[column];
  if (!cell || !("figures" in cell)) return null;
  const figure = unit === undefined ? cell.figures[0] : cell.figures.find((candidate) => candidate.unit === unit);
  return figure?.value ?? null;
}

/** One series a row: the values along the given columns. */
export function seriesOfRows(rows: readonly TableRow[], columns: readonly string[], unit: string): BarSeries[] {
  return rows.map((row) => ({
    key: row.key,
    label: row.label ?? row.key,
    values: columns.map((column) => figureAt(row, column, unit)),
  }));
}

/** One series a column but the total's: the values down the rows. */
export function seriesOfColumns(table: TableDocument): BarSeries[] {
  return table.columns
    .filter(({ key }) => key !== "total")
    .map(({ key, label }) => ({ key, label, values: table.rows.map((row) => figureAt(row, key)) }));
}
