import { languages } from "../../core/language.ts";
import { type CellContext, readCellText } from "../../records/cell-codec.ts";
import { cellProblem } from "../../records/cell-problem.ts";
import { type Cells, contentColumns, type RecordContent, type RecordKind } from "../../records/kind.ts";
import type { Column } from "../../sheets/sheet.ts";
import { flatPartsOf, mergeRows } from "./flat-parts.ts";
import { isRequired } from "./flat-sheet.ts";
import type { SheetProblem } from "./sheet-problem.ts";

export interface RowReading {
  content: RecordContent;
  problems: ({ column: string } & SheetProblem)[];
}

/**
 * The content that a row of the sheet says, over what the record said before: columns that the sheet lacks stay, a cell that is
 * empty empties.
 */
export function readRow(
  kind: RecordKind,
  cells: Readonly<Cells>,
  present: RecordContent | null,
  context: CellContext,
): RowReading {
  const problems: RowReading["problems"] = [];
  const fields: Cells = { ...present?.fields };
  const columns = contentColumns(kind);
  const fiscalYear = readFiscalYear(kind, cells, present, context);
  for (const column of columns) {
    const written = cells[column.name];
    if (written === undefined) continue;
    const { text, problem } = readCellText(kind.sheet.name, column, written, context, fiscalYear);
    if (problem) problems.push({ column: column.name, ...problem });
    if (text === "") delete fields[column.name];
    else fields[column.name] = text;
  }
  problems.push(...findMissing(columns, fields));
  const parts: RecordContent["parts"] = {};
  for (const { sheet } of kind.parts) parts[sheet.name] = present?.parts[sheet.name] ?? [];
  for (const part of flatPartsOf(kind)) {
    const rows = parts[part.sheet] ?? [];
    const told: Cells[] = [];
    for (const column of part.columns) {
      const written = cells[column.id];
      const reading =
        written === undefined ? { rows: rows.filter(column.tells), problem: null } : column.read(written, context);
      if (reading.problem) problems.push({ column: column.id, ...reading.problem });
      told.push(...reading.rows);
    }
    parts[part.sheet] = mergeRows(part, rows, told);
  }
  return { content: { fields, parts }, problems };
}

function readFiscalYear(
  kind: RecordKind,
  cells: Readonly<Cells>,
  present: RecordContent | null,
  context: CellContext,
): number | null {
  const column = kind.sheet.columns.find(({ name }) => name === kind.fiscalYear);
  if (!column) return null;
  const written = cells[column.name] ?? present?.fields[column.name] ?? "";
  const { text, problem } = readCellText(kind.sheet.name, column, written, context, null);
  return text === "" || problem ? null : Number(text);
}

/** One language of a text that has three is enough until it is approved; a source is either named with its place or not at all. */
function findMissing(columns: readonly Column[], fields: Cells): RowReading["problems"] {
  return columns.flatMap((column) => {
    if (fields[column.name] !== undefined) return [];
    const missing = [{ column: column.name, ...cellProblem("required") }];
    if (column.name === "source_place") return fields.source === undefined ? [] : missing;
    if (!isRequired(column)) return [];
    const [, base, language] = /^(.*)_(ja|zh|en)$/.exec(column.name) ?? [];
    if (base === undefined) return missing;
    const isElsewhere = languages.some((each) => fields[`${base}_${each}`] !== undefined);
    return isElsewhere || language !== languages[0] ? [] : missing;
  });
}
