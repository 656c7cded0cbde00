import { type CellContext, printCellText, readCellText } from "../../../records/cell-codec.ts";
import type { CellProblem } from "../../../records/cell-problem.ts";
import { type Cells, contentColumns, partColumns, type RecordContent, type RecordKind } from "../../../records/kind.ts";
import type { Column, Sheet } from "../../../sheets/sheet.ts";
import { isVisibility, type Visibility } from "../record.ts";
import { dateTextColumns } from "./layout.ts";

/** What a posted form says, understood as far as it can be. */
export interface PostedEntry {
  content: RecordContent;
  /** what was typed, by the name of the input */
  typed: ReadonlyMap<string, string>;
  /** what was not understood, by the name of the input */
  problems: ReadonlyMap<string, CellProblem>;
  /** a date was typed in words of its own: the person should see how it was understood */
  hasNewDates: boolean;
  owner: string;
  visibility: Visibility;
  reason: string;
  entry: string | undefined;
  revision: number | undefined;
  baseVersion: number | undefined;
  formKey: string | undefined;
  /** the content, as JSON, that the form was opened with */
  opened: string | undefined;
  removal: boolean;
  restores: number | undefined;
}

/** Name of the input for a column of the record, or of a row of one of its parts. */
export function inputName(column: string, part?: { sheet: string; row: number }): string {
  return part ? `${part.sheet}.${part.row}.${column}` : column;
}

/** How many rows a part of the posted form has; empty ones count, so that the form comes back as it was. */
export function countPostedRows(form: FormData, sheet: string): number {
  let rows = 0;
  for (const name of form.keys()) {
    const [first, row] = name.split(".");
    if (first === sheet && /^\d{1,3}$/.test(row ?? "")) rows = Math.max(rows, Number(row) + 1);
  }
  return rows;
}

/** Reads a posted form against what the entry or record held before, whose printed dates stay where nobody typed another. */
export function readEntryForm(
  form: FormData,
  kind: RecordKind,
  previous: RecordContent | null,
  typing: CellContext,
): PostedEntry {
  const typed = new Map<string, string>();
  const problems = new Map<string, CellProblem>();
  let hasNewDates = false;
  const year = kind.fiscalYear === null ? "" : readValues(form, kind.fiscalYear, ";");
  const fiscalYear = /^\d{4}$/.test(year) ? Number(year) : null;
  const readCells = (
    sheet: Sheet,
    columns: readonly Column[],
    nameOf: (column: string) => string,
    before: readonly Cells[],
  ): Cells => {
    const cells: Cells = {};
    for (const column of columns) {
      const name = nameOf(column.name);
      if (!form.has(name)) {
        // A column that the form does not show keeps what it holds.
        const [only] = before;
        if (before.length === 1 && only?.[column.name]) cells[column.name] = only[column.name] ?? "";
        continue;
      }
      // A reading that the person picked takes the place of what was typed.
      const text = readValues(form, `_pick.${name}`, "; ") || readValues(form, name, "; ");
      typed.set(name, text);
      const same = before.find((row) => showDate(sheet, column, row, typing) === text.trim());
      const textColumn = dateTextColumns[column.name];
      if (column.value.type === "edtf" && same) {
        copy(same, cells, column.name);
        if (textColumn) copy(same, cells, textColumn);
        continue;
      }
      const { text: cell, problem } = readCellText(sheet.name, column, text, typing, fiscalYear);
      cells[column.name] = cell;
      if (problem) problems.set(name, problem);
      if (column.value.type !== "edtf" || problem) continue;
      const isOwnWords = text.trim() !== printCellText(sheet.name, column, cell, typing) && text.trim() !== cell;
      hasNewDates ||= isOwnWords;
      if (textColumn) cells[textColumn] = isOwnWords ? text.trim() : "";
    }
    return cells;
  };
  const fields = readCells(
    kind.sheet,
    contentColumns(kind).filter(({ name }) => !Object.values(dateTextColumns).includes(name)),
    (column) => inputName(column),
    previous ? [previous.fields] : [],
  );
  const parts = Object.fromEntries(
    kind.parts.map((part) => {
      const before = previous?.parts[part.sheet.name] ?? [];
      const columns = partColumns(part).filter(({ name }) => !Object.values(dateTextColumns).includes(name));
      const removed = form.getAll("_remove").map(String);
      const rows = [...Array(countPostedRows(form, part.sheet.name)).keys()]
        .filter((row) => !removed.includes(`${part.sheet.name}.${row}`))
        .map((row) =>
          readCells(part.sheet, columns, (column) => inputName(column, { sheet: part.sheet.name, row }), before),
        );
      return [part.sheet.name, rows];
    }),
  );
  return {
    content: { fields, parts },
    typed,
    problems,
    hasNewDates,
    owner: readValues(form, "_owner", ""),
    visibility: readVisibility(form),
    reason: readValues(form, "_reason", "").trim(),
    entry: readValues(form, "_entry", "") || undefined,
    revision: readNumber(form, "_revision"),
    baseVersion: readNumber(form, "_base"),
    formKey: readValues(form, "_key", "").slice(0, 100) || undefined,
    opened: readValues(form, "_opened", "") || undefined,
    removal: form.get("_removal") === "yes",
    restores: readNumber(form, "_restores"),
  };
}

/** A date as the form shows it: as it was typed or printed, else as it is understood. */
export function showDate(sheet: Sheet, column: Column, cells: Cells, typing: CellContext): string {
  const printed = cells[dateTextColumns[column.name] ?? ""];
  return printed || printCellText(sheet.name, column, cells[column.name] ?? "", typing);
}

function copy(from: Cells, to: Cells, name: string): void {
  if (from[name]) to[name] = from[name];
}

function readValues(form: FormData, name: string, glue: string): string {
  const values = form.getAll(name).filter((value) => typeof value === "string" && value.trim() !== "");
  return values.map(String).join(glue);
}

function readNumber(form: FormData, name: string): number | undefined {
  const text = readValues(form, name, "");
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function readVisibility(form: FormData): Visibility {
  const text = readValues(form, "_visibility", "");
  return isVisibility(text) ? text : "public";
}
