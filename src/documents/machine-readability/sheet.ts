/** A sheet or CSV file as the checks see it. */
export interface CheckedSheet {
  /** null for a CSV file */
  name: string | null;
  /** from the first row and column on, ragged */
  rows: readonly (readonly CheckedCell[])[];
  /** first row that names several columns, from 0; -1 for an empty sheet */
  header: number;
  /** columns that hold anything */
  width: number;
}

export interface CheckedCell {
  /** what stands in the cell, not how it is shown */
  text: string;
  isNumber: boolean;
}

const empty: CheckedCell = { text: "", isNumber: false };

export function createSheet(name: string | null, rows: readonly (readonly CheckedCell[])[]): CheckedSheet {
  const filled = rows.map(countFilled);
  const widest = Math.max(0, ...filled);
  const header = filled.findIndex((count) => count > 0 && count >= Math.max(Math.min(2, widest), widest / 2));
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(({ text }) => text !== "") + 1));
  return { name, rows, header, width };
}

export function countFilled(row: readonly CheckedCell[]): number {
  return row.filter(({ text }) => text !== "").length;
}

export function cellAt({ rows }: CheckedSheet, row: number, column: number): CheckedCell {
  return rows[row]?.[column] ?? empty;
}

export interface CheckedColumn {
  index: number;
  name: string;
  /** below the header, one for each row */
  cells: { row: number; cell: CheckedCell }[];
}

export function columnsOf(sheet: CheckedSheet): CheckedColumn[] {
  if (sheet.header < 0) return [];
  return Array.from({ length: sheet.width }, (_, index) => ({
    index,
    name: cellAt(sheet, sheet.header, index).text,
    cells: sheet.rows
      .map((_, row) => ({ row, cell: cellAt(sheet, row, index) }))
      .filter(({ row }) => row > sheet.header && countFilled(sheet.rows[row] ?? []) > 0),
  }));
}

const plainNumber = /^[-−]?\d+(\.\d+)?$/;
/** 「13回」, 「1,480」, 「▲5」, 「3※」, “5%”: a number that something stands beside. */
const dressedNumber = /^[\s▲△▼※*約-]*\d[\d,]*(\.\d+)?\s*([%％※*†]|[^\d\s,.:/~～〜-]{1,4}|[（(].*[)）])?$/u;

const numberWithUnit = /^[-−]?\d[\d,]*(\.\d+)?\s*([%％‰℃]|\p{L}{1,6})$/u;

/** 「13回」, “100%” */
export function hasUnit(text: string): boolean {
  return numberWithUnit.test(text);
}

/** What Excel computes when it opens the CSV file; a sign before a number or a text makes none. */
export function isFormula(text: string): boolean {
  return /^=./.test(text);
}

export function isPlainNumber({ text, isNumber }: CheckedCell): boolean {
  return isNumber || plainNumber.test(text);
}

/** A column of which more than half of the filled cells are numbers, whatever stands beside them. */
export function isNumeric({ cells }: CheckedColumn): boolean {
  const filled = cells.filter(({ cell }) => cell.text !== "");
  const numbers = filled.filter(({ cell }) => isPlainNumber(cell) || dressedNumber.test(cell.text));
  return numbers.length > filled.length / 2;
}
