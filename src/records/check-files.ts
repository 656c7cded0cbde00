import type { Row } from "../sheets/parse-cell.ts";
import { type Problem, shortenValue } from "../sheets/problem.ts";
import type { SheetRow } from "../sheets/read-file.ts";
import type { Column } from "../sheets/sheet.ts";
import { printCell } from "../sheets/write-programme.ts";
import { type Cells, contentColumns, partColumns, type RecordContent, type RecordKind } from "./kind.ts";
import { recordKinds } from "./registry.ts";

/** What the records in a programme's files break, by the rules that a form holds them to. */
export function findBrokenRules(files: ReadonlyMap<string, SheetRow[]>): Problem[] {
  return recordKinds.filter(({ rules }) => rules !== undefined).flatMap((kind) => checkKind(kind, files));
}

function checkKind(kind: RecordKind, files: ReadonlyMap<string, SheetRow[]>): Problem[] {
  const parts = kind.parts.map((part) => ({
    sheet: part.sheet.name,
    columns: partColumns(part),
    rows: Map.groupBy(inOrder(files.get(part.sheet.name) ?? [], part.position), ({ row }) => row[part.parent]),
  }));
  return (files.get(kind.sheet.name) ?? []).flatMap(({ line, row }) => {
    const own = parts.map((part) => ({ ...part, rows: part.rows.get(row.id ?? null) ?? [] }));
    const content: RecordContent = {
      fields: printCells(contentColumns(kind), row),
      parts: Object.fromEntries(
        own.map(({ sheet, columns, rows }) => [sheet, rows.map((each) => printCells(columns, each.row))]),
      ),
    };
    return (kind.rules?.(content) ?? []).map((broken): Problem => {
      const rows = own.find(({ sheet }) => sheet === broken.sheet)?.rows ?? [];
      return {
        file: `${broken.sheet}.csv`,
        line: broken.row === null ? line : (rows[broken.row]?.line ?? null),
        column: broken.column,
        value: shortenValue(broken.value),
        reason: "broken-rule",
        expected: broken.rule,
      };
    });
  });
}

function inOrder(rows: SheetRow[], position: string | null): SheetRow[] {
  return position === null ? rows : rows.toSorted((a, b) => Number(a.row[position]) - Number(b.row[position]));
}

function printCells(columns: readonly Column[], row: Row): Cells {
  const printed = columns.map((column) => [column.name, printCell(column, row[column.name] ?? null)] as const);
  return Object.fromEntries(printed.filter(([, text]) => text !== ""));
}
