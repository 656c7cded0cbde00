import { cellText, type TableDocument } from "./table.ts";

/** The table for a terminal: columns padded by display width, East Asian wide characters counting two. */
export function writeTableText(table: TableDocument): string {
  const labelled = table.rows.some((row) => row.label !== undefined);
  const header = [...(labelled ? [""] : []), ...table.columns.map((column) => column.label)];
  const body = [...table.rows, ...(table.totals ? [table.totals] : [])].map((row) => [
    ...(labelled ? [row.label ?? ""] : []),
    ...table.columns.map((column) => cellText(row.cells[column.key])),
  ]);
  const lines = alignColumns([header, ...body]);
  lines.splice(1, 0, "─".repeat(Math.min(100, displayWidth(lines[0] ?? ""))));
  return [table.title, "", ...lines, "", ...table.notes.map((note, index) => `${index + 1}. ${note}`)].join("\n");
}

export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - displayWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Unicode UAX #11: wide and fullwidth characters take two cells. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
