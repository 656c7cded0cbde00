import { parse } from "csv-parse/sync";
import { readNeutralised } from "../core/neutralise-formula.ts";
import { decodeCandidates } from "./recognise-encoding.ts";
import { limits, SpreadsheetRefusal } from "./refusal.ts";
import { foldHeader } from "./template.ts";
import { type CellNote, cellAddress, type Grid, isDamaged, type Workbook } from "./workbook.ts";

const delimiters = [",", ";", "\t"] as const;
/** Lines in which the header is looked for. */
const headerLines = 10;
const headerCharacters = 65_536;
/** No line of a sheet comes near. */
const recordCharacters = 1_000_000;

/**
 * Reads a CSV file of any encoding and delimiter that Excel writes in Japan or China. `expectedHeaders` are the folded
 * headers that the file may carry, in every language: of several readings of the bytes, the one that makes them appear is taken.
 */
export function readCsv(bytes: Uint8Array, name: string, expectedHeaders: ReadonlySet<string>): Workbook {
  const candidates = decodeCandidates(bytes);
  if (candidates.length === 0) throw new SpreadsheetRefusal("unknown-encoding");
  const readings = candidates.flatMap((candidate) =>
    delimiters.map((delimiter) => ({
      ...candidate,
      delimiter,
      fit: measureFit(candidate.text, delimiter, expectedHeaders),
    })),
  );
  const known = Math.max(...readings.map(({ fit }) => fit.known));
  // Without any known header the most plausible encoding counts alone. Sorting is stable: the plausible and the comma stay in front.
  const [best] = readings
    .filter(({ fit, encoding }) => (known > 0 ? fit.known === known : encoding === candidates[0]?.encoding))
    .sort((a, b) => b.fit.width - a.fit.width);
  if (!best) throw new SpreadsheetRefusal("unknown-encoding");
  return { format: "csv", encoding: best.encoding, grids: [readRecords(best.text, best.delimiter, name)] };
}

/** How many expected headers the first lines show when they are read so, and how wide the first line is. */
function measureFit(text: string, delimiter: string, expected: ReadonlySet<string>): { known: number; width: number } {
  const beginning = text
    .slice(0, headerCharacters)
    .split(/\r\n|\r|\n/, headerLines)
    .join("\n");
  let known = 0;
  let width = 0;
  try {
    const options = { delimiter, to: headerLines, relax_column_count: true, relax_quotes: true };
    for (const [index, cells] of parse(beginning, options).entries()) {
      known = Math.max(known, new Set(cells.map(foldHeader).filter((header) => expected.has(header))).size);
      if (index === 0) width = cells.length;
    }
  } catch {
    // A quote that closes later in the file: what was seen so far decides.
  }
  return { known, width };
}

function readRecords(text: string, delimiter: string, name: string): Grid {
  const grid: Grid = { name, hidden: false, rows: [], merged: [], notes: [] };
  let cellCount = 0;
  for (const [index, cells] of parseRecords(text, delimiter).entries()) {
    const number = index + 1;
    if (cells.every((cell) => cell === "")) continue;
    if (grid.rows.length === limits.rows) throw new SpreadsheetRefusal("too-many-rows", limits.rows);
    if (cells.length > limits.columns) throw new SpreadsheetRefusal("too-many-columns", limits.columns, String(number));
    cellCount += cells.length;
    if (cellCount > limits.cells) throw new SpreadsheetRefusal("too-many-cells", limits.cells);
    grid.rows.push({ number, cells: cells.map((cell, column) => readCell(cell, cellAddress(column, number), grid)) });
  }
  return grid;
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: recordCharacters,
    });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? String(error.lines) : null;
    if (error instanceof Error && "code" in error && error.code === "CSV_MAX_RECORD_SIZE") {
      throw new SpreadsheetRefusal("cell-too-long", limits.cellCharacters, line);
    }
    throw new SpreadsheetRefusal("broken-quoting", null, line);
  }
}

function readCell(text: string, address: string, grid: Grid): string {
  if (text.length > limits.cellCharacters) {
    throw new SpreadsheetRefusal("cell-too-long", limits.cellCharacters, address);
  }
  const note = (what: CellNote["what"]) => {
    if (grid.notes.length < limits.rows) grid.notes.push({ address, what });
  };
  if (isDamaged(text)) note("damaged");
  return readNeutralised(text);
}
