import {
  foldHeader,
  identitySheet,
  type Template,
  type TemplateColumn,
  type TemplateSheet,
  technicalPrefix,
} from "./template.ts";
import { cellAddress, type Grid, type GridRow, type Workbook } from "./workbook.ts";

export interface Recognition {
  /** kind and version that the file says it is; null where that was lost, as in a CSV file */
  identity: { kind: string; version: number } | null;
  sheets: RecognisedSheet[];
}

export interface RecognisedSheet {
  sheet: TemplateSheet;
  grid: Grid;
  /** recognised columns by their place, from 0 */
  columns: Map<number, TemplateColumn>;
  /** columns with a heading or texts that the template does not know */
  unknown: { column: number; header: string; address: string }[];
  missing: TemplateColumn[];
  repeated: { header: string; address: string }[];
  rows: GridRow[];
}

/** Rows among which the headings are looked for: people put a title or a note above. */
const searchedRows = 20;

/** Finds the template's sheets and columns in a workbook, in whatever order, by technical names and by headings in any language. */
export function recogniseSheets(workbook: Workbook, template: Template): Recognition {
  const visible = workbook.grids.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const sheets: RecognisedSheet[] = [];
  for (const grid of visible) {
    const found = recogniseSheet(grid, template);
    if (found && !sheets.some(({ sheet }) => sheet.id === found.sheet.id)) sheets.push(found);
  }
  return { identity: readIdentity(workbook), sheets };
}

function readIdentity(workbook: Workbook): { kind: string; version: number } | null {
  const rows = workbook.grids.find(({ name }) => name === identitySheet)?.rows ?? [];
  const values = new Map(rows.map(({ cells: [key = "", value = ""] }) => [key, value]));
  const kind = values.get("kind");
  return kind === undefined ? null : { kind, version: Number(values.get("version")) };
}

function recogniseSheet(grid: Grid, template: Template): RecognisedSheet | null {
  const first = grid.rows.slice(0, searchedRows);
  const technical = first.find(({ cells }) => cells.some((cell) => cell.startsWith(technicalPrefix)));
  const candidates = template.sheets.map((sheet) => {
    const known = mapHeaders(sheet);
    const matches = (row: GridRow) => row.cells.filter((cell) => known.has(foldHeader(cell))).length;
    const header = first.reduce<GridRow | null>(
      (best, row) => (matches(row) > (best ? matches(best) : 0) && row !== technical ? row : best),
      null,
    );
    const names = technical?.cells.filter((cell) => cell.startsWith(`${technicalPrefix}${sheet.id}:`)).length ?? 0;
    return { sheet, known, header, score: names * 2 + (header ? matches(header) : 0) };
  });
  const [best] = candidates.sort((a, b) => b.score - a.score);
  if (!best || best.score < Math.min(2, best.sheet.columns.length)) return null;
  return readColumns(grid, best, technical ?? null, template);
}

function readColumns(
  grid: Grid,
  { sheet, known, header }: { sheet: TemplateSheet; known: Map<string, TemplateColumn>; header: GridRow | null },
  technical: GridRow | null,
  template: Template,
): RecognisedSheet {
  const columns = new Map<number, TemplateColumn>();
  const recognised: RecognisedSheet = { sheet, grid, columns, unknown: [], missing: [], repeated: [], rows: [] };
  const errors = new Set(template.errors.headers.map(foldHeader));
  const start = Math.max(header?.number ?? 0, technical && !header ? technical.number + 1 : (technical?.number ?? 0));
  recognised.rows = grid.rows.filter(({ number }) => number > start);
  const width = recognised.rows.reduce((most, { cells }) => Math.max(most, cells.length), header?.cells.length ?? 0);
  for (let index = 0; index < width; index++) {
    const heading = header?.cells[index] ?? "";
    const folded = foldHeader(heading);
    const name = technical?.cells[index] ?? "";
    // Someone who moves a heading moves what they see; the hidden name stays behind.
    const column = known.get(folded) ?? sheet.columns.find(({ id }) => name === `${technicalPrefix}${sheet.id}:${id}`);
    const address = cellAddress(index, header?.number ?? start);
    if (column && [...columns.values()].includes(column)) recognised.repeated.push({ header: heading, address });
    else if (column) columns.set(index, column);
    else if (!errors.has(folded) && (heading !== "" || recognised.rows.some(({ cells }) => cells[index]))) {
      recognised.unknown.push({ column: index, header: heading, address });
    }
  }
  const present = new Set(columns.values());
  recognised.missing = sheet.columns.filter((column) => !present.has(column));
  return recognised;
}

function mapHeaders(sheet: TemplateSheet): Map<string, TemplateColumn> {
  const known = new Map<string, TemplateColumn>();
  // A column's own heading in the reader's language goes before what others are called elsewhere.
  for (const column of sheet.columns) known.set(foldHeader(column.header), column);
  for (const column of sheet.columns) {
    for (const header of [column.id, ...column.headers]) {
      const folded = foldHeader(header);
      if (folded !== "" && !known.has(folded)) known.set(folded, column);
    }
  }
  known.delete("");
  return known;
}
