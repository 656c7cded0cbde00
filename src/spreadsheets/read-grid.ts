import { type NumberFormat, printNumber } from "./number-format.ts";
import type { Archive } from "./open-archive.ts";
import { parseXml } from "./parse-xml.ts";
import { createTextCollector, decodeEscapes } from "./read-parts.ts";
import { limits, SpreadsheetRefusal } from "./refusal.ts";
import { type CellNote, cellAddress, type Grid, type GridRow, isDamaged, parseAddress } from "./workbook.ts";

export interface GridRequest {
  archive: Archive;
  part: string;
  name: string;
  hidden: boolean;
  strings: readonly string[];
  styles: readonly NumberFormat[];
  from1904: boolean;
  /** shared by all sheets of a file */
  budget: Budget;
  onBytes: (count: number) => void;
}

export interface Budget {
  rows: number;
  cells: number;
  characters: number;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: boolean;
}

/** Reads one sheet: ECMA-376 Part 1, 18.3. */
export async function readGrid(request: GridRequest): Promise<Grid> {
  const grid: Grid = { name: request.name, hidden: request.hidden, rows: [], merged: [], notes: [] };
  const inline = createTextCollector();
  let rowNumber = 0;
  let row: GridRow = { number: 0, cells: [] };
  let cell: OpenCell | null = null;
  let nextColumn = 0;
  let inValue = false;
  await parseXml(await request.archive.open(request.part), {
    open(name, attributes) {
      if (name === "row") {
        rowNumber = /^\d{1,7}$/.test(attributes.r ?? "") ? Number(attributes.r) : rowNumber + 1;
        row = { number: rowNumber, cells: [] };
        nextColumn = 0;
      } else if (name === "c") {
        const column = parseAddress(attributes.r ?? "")?.column ?? nextColumn;
        nextColumn = column + 1;
        cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "", formula: false };
      } else if (name === "v") inValue = true;
      else if (name === "f" && cell) cell.formula = true;
      else if (name === "mergeCell" && attributes.ref && grid.merged.length < limits.rows) {
        grid.merged.push(attributes.ref);
      } else inline.open(name);
    },
    close(name) {
      if (name === "v") inValue = false;
      else if (name === "c" && cell) {
        if (cell.type === "inlineStr") cell.value = inline.take();
        keepCell(cell, row, grid, request);
        cell = null;
      } else if (name === "row") keepRow(row, grid, request.budget);
      else inline.close(name);
    },
    text(text) {
      if (inValue && cell) cell.value += text;
      else inline.text(text);
    },
    onBytes: request.onBytes,
  });
  return grid;
}

function keepRow(row: GridRow, grid: Grid, budget: Budget): void {
  if (row.cells.length === 0) return;
  budget.rows += 1;
  if (budget.rows > limits.rows) throw new SpreadsheetRefusal("too-many-rows", limits.rows, grid.name);
  for (let column = 0; column < row.cells.length; column++) row.cells[column] ??= "";
  grid.rows.push(row);
}

function keepCell(cell: OpenCell, row: GridRow, grid: Grid, request: GridRequest): void {
  const text = printCell(cell, request);
  const address = cellAddress(cell.column, row.number);
  const note = (what: CellNote["what"]) => {
    if (grid.notes.length < limits.rows) grid.notes.push({ address, what });
  };
  if (cell.formula) note("formula");
  if (text === "") return;
  const { budget } = request;
  if (cell.column >= limits.columns) throw new SpreadsheetRefusal("too-many-columns", limits.columns, address);
  if (text.length > limits.cellCharacters) {
    throw new SpreadsheetRefusal("cell-too-long", limits.cellCharacters, address);
  }
  budget.cells += 1;
  budget.characters += text.length;
  if (budget.cells > limits.cells) throw new SpreadsheetRefusal("too-many-cells", limits.cells, address);
  if (budget.characters > limits.characters) throw new SpreadsheetRefusal("too-much-text", limits.characters, address);
  if (cell.type === "e") note("error");
  else if (isDamaged(text)) note("damaged");
  row.cells[cell.column] = text;
}

function printCell({ type, value, style }: OpenCell, { strings, styles, from1904 }: GridRequest): string {
  switch (type) {
    case "s":
      return value === "" ? "" : (strings[Number(value)] ?? "");
    case "inlineStr":
      return value;
    case "str":
      return decodeEscapes(value);
    case "b":
      return value === "1" || value === "true" ? "TRUE" : "FALSE";
    case "e":
      return value;
    case "d":
      // ISO 8601 with a time of midnight is a date.
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, "");
    default:
      return value === "" ? "" : printNumber(value, styles[style] ?? { shows: "number" }, from1904);
  }
}
