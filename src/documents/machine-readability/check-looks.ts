import ExcelJs from "exceljs";
import { cellAddress, columnLetters } from "./address.ts";
import type { Findings } from "./report.ts";
import type { CheckedSheet } from "./sheet.ts";

/** What only a workbook has: merged and hidden cells, formulas, and looks that mean something. */
export function checkLooks(worksheet: ExcelJs.Worksheet, sheet: CheckedSheet, findings: Findings): void {
  const { name } = worksheet;
  for (const range of worksheet.model.merges) findings.add("L1-12", "merged", { sheet: name, address: range });
  if (worksheet.state !== "visible") findings.add("L1-13", "hidden-sheet", { sheet: name, address: name });
  for (let column = 1; column <= worksheet.columnCount; column += 1) {
    const letters = columnLetters(column - 1);
    if (worksheet.getColumn(column).hidden)
      findings.add("L1-13", "hidden-column", { sheet: name, address: `${letters}:${letters}` });
    checkColumnLooks(worksheet, sheet, column, findings);
  }
  worksheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.hidden) findings.add("L1-13", "hidden-row", { sheet: name, address: `${number}:${number}` });
    row.eachCell((cell) => {
      if (cell.type === ExcelJs.ValueType.Formula)
        findings.add("L2-06", "formula", { sheet: name, address: cell.address }, { value: `=${cell.formula}` });
    });
  });
}

/** Cells of a column that look unlike the column's first: their look says something that the table does not (L1-11). */
function checkColumnLooks(worksheet: ExcelJs.Worksheet, sheet: CheckedSheet, column: number, findings: Findings): void {
  const first = sheet.header + 2;
  if (sheet.header < 0) return;
  const usual = lookOf(worksheet.getRow(first).getCell(column));
  for (let row = first + 1; row <= worksheet.rowCount; row += 1) {
    const look = lookOf(worksheet.getRow(row).getCell(column));
    if (look !== usual)
      findings.add("L1-11", "look", { sheet: worksheet.name, address: cellAddress(row - 1, column - 1) });
  }
}

function lookOf({ font, fill }: ExcelJs.Cell): string {
  const { bold, italic, strike, underline, color, size } = font ?? {};
  const isFilled = fill !== undefined && !(fill.type === "pattern" && fill.pattern === "none");
  return JSON.stringify([
    bold === true,
    italic === true,
    strike === true,
    underline ?? false,
    color,
    size,
    isFilled && fill,
  ]);
}
