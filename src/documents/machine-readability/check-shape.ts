import { columnLetters } from "./address.ts";
import type { Findings } from "./report.ts";
import { type CheckedSheet, cellAt, countFilled } from "./sheet.ts";

/** Where the table begins and ends: one table, undivided, from the first cell on, with nothing around it. */
export function checkShape(sheet: CheckedSheet, findings: Findings): void {
  const { name, rows, header, width } = sheet;
  if (header < 0) return;
  const at = (row: number) => ({ sheet: name, address: `${row + 1}:${row + 1}` });
  const last = rows.findLastIndex((row) => countFilled(row) > 0);
  const firstColumn = rows.reduce((first, row) => {
    const index = row.findIndex(({ text }) => text !== "");
    return index === -1 ? first : Math.min(first, index);
  }, width);
  if (header > 0 || firstColumn > 0) findings.add("L3-01", "not-first", at(header));
  const secondTables = findSecondTables(sheet, last);
  for (const row of secondTables) findings.add("L1-02", "second-table", at(row));
  for (let row = 0; row < last; row += 1)
    if (countFilled(rows[row] ?? []) === 0) findings.add("L1-03", "blank-row", at(row));
  for (let column = firstColumn; column < width; column += 1) {
    const isBlank = rows.every((row) => (row[column]?.text ?? "") === "");
    if (!isBlank) continue;
    const letters = columnLetters(column);
    findings.add("L1-03", "blank-column", { sheet: name, address: `${letters}:${letters}` });
    if (namesRepeat(sheet, column))
      findings.add("L1-02", "table-beside", { sheet: name, address: `${letters}:${letters}` });
  }
  if (width < 3) return;
  for (let row = 0; row < header; row += 1)
    if (countFilled(rows[row] ?? []) > 0) findings.add("L1-04", "above", at(row), { value: firstText(sheet, row) });
  for (let row = last; row > header + 1 && countFilled(rows[row] ?? []) === 1; row -= 1)
    if (cellAt(sheet, row, firstColumn).text !== "")
      findings.add("L1-04", "below", at(row), { value: firstText(sheet, row) });
}

/** Rows that name columns anew below a blank row. */
function findSecondTables(sheet: CheckedSheet, last: number): number[] {
  const { rows, header } = sheet;
  const found: number[] = [];
  for (let row = header + 2; row < last; row += 1) {
    const cells = (rows[row] ?? []).filter(({ text }) => text !== "");
    const isAfterBlank = countFilled(rows[row - 1] ?? []) === 0;
    const isBeforeData = countFilled(rows[row + 1] ?? []) > 1;
    if (!isAfterBlank || !isBeforeData || cells.length < 2) continue;
    const texts = cells.map(({ text }) => text);
    const isOfNames = cells.every(({ isNumber }) => !isNumber) && new Set(texts).size === texts.length;
    const hasNumbersBelow = (rows[row + 1] ?? []).some(({ isNumber }) => isNumber);
    const isSameHeader =
      texts.join("\n") ===
      (rows[header] ?? [])
        .map(({ text }) => text)
        .filter((text) => text !== "")
        .join("\n");
    if (isSameHeader || (isOfNames && hasNumbersBelow)) found.push(row);
  }
  return found;
}

function namesRepeat({ rows, header }: CheckedSheet, blank: number): boolean {
  const names = (rows[header] ?? []).map(({ text }) => text);
  const before = names.slice(0, blank).filter((text) => text !== "");
  return before.length > 1 && names.slice(blank + 1).some((text) => before.includes(text));
}

function firstText({ rows }: CheckedSheet, row: number): string {
  return rows[row]?.find(({ text }) => text !== "")?.text ?? "";
}
