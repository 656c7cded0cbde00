/** A spreadsheet as text: what a person would read in each cell, wherever the file came from. */
export interface Workbook {
  format: "xlsx" | "csv";
  /** of a CSV file: how its bytes were read */
  encoding: TextEncoding | null;
  grids: Grid[];
}

export const textEncodings = ["utf-8", "utf-8-bom", "utf-16", "cp932", "gb18030"] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface Grid {
  name: string;
  hidden: boolean;
  rows: GridRow[];
  /** ranges such as `B2:C4`; only the first cell of each holds its text */
  merged: string[];
  notes: CellNote[];
}

/** Rows without any text are left out. */
export interface GridRow {
  /** as the spreadsheet program numbers it, from 1 */
  number: number;
  /** by column, from 0; empty cells are "" */
  cells: string[];
}

/** Something about a cell that its text does not tell. */
export interface CellNote {
  address: string;
  /**
   * formula: the text is the result that was kept with a formula; error: the cell shows an error such as #N/A;
   * damaged: it holds a replacement character or one of a private font, so that its text was lost before it came here
   */
  what: "formula" | "error" | "damaged";
}

/** `B7` for column 1 and row 7. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column from 0 and row of `B7`; null where it is no address. */
export function parseAddress(address: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

/** Whether characters were lost before: U+FFFD stands for what could not be read, private use for what only one machine can show. */
export function isDamaged(text: string): boolean {
  return /[\uFFFD\p{Co}\p{Cs}]/u.test(text);
}
