import { createHash } from "node:crypto";
import type { Column } from "../sheets/sheet.ts";
import { mostPartRows } from "./check.ts";
import { type Cells, contentColumns, partColumns, type RecordContent, type RecordKind } from "./kind.ts";

/**
 * The content in the one form in which it is kept and compared: known columns only, Unicode NFC, no spaces at the ends, no empty
 * cells, no empty rows. What people meant stays; how the browser or the spreadsheet wrote it does not.
 */
export function normaliseContent(kind: RecordKind, content: RecordContent): RecordContent {
  return {
    fields: normaliseCells(contentColumns(kind), content.fields),
    parts: Object.fromEntries(
      kind.parts.map((part) => {
        const rows = (content.parts[part.sheet.name] ?? []).slice(0, mostPartRows);
        const columns = partColumns(part);
        return [
          part.sheet.name,
          rows.map((row) => normaliseCells(columns, row)).filter((row) => Object.keys(row).length > 0),
        ];
      }),
    ),
  };
}

/** The same for contents that say the same, whatever the order of their cells. */
export function fingerprintContent(content: RecordContent): string {
  return createHash("sha256").update(printStable(content)).digest("base64url").slice(0, 22);
}

export function isSameContent(a: RecordContent, b: RecordContent): boolean {
  return printStable(a) === printStable(b);
}

function normaliseCells(columns: readonly Column[], cells: Cells): Cells {
  const clean: Cells = {};
  for (const { name } of columns) {
    const text = (cells[name] ?? "").replaceAll("\0", "").normalize("NFC").replaceAll("\r\n", "\n").trim();
    if (text !== "") clean[name] = text;
  }
  return clean;
}

/** The database keeps objects without the order of their keys. */
function printStable({ fields, parts }: RecordContent): string {
  const sort = (cells: Cells) => Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = Object.keys(parts).sort();
  return JSON.stringify([sort(fields), names.map((name) => [name, (parts[name] ?? []).map(sort)])]);
}
