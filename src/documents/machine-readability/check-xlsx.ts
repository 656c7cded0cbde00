import ExcelJs from "exceljs";
import { unzipSync } from "fflate";
import { checkLooks } from "./check-looks.ts";
import { checkNames } from "./check-names.ts";
import { checkShape } from "./check-shape.ts";
import { checkTexts } from "./check-texts.ts";
import { checkValues } from "./check-values.ts";
import { checkExplanation, readExplanation } from "./explanation.ts";
import { type CheckedFile, Findings, refuseFile } from "./report.ts";
import { type CheckedCell, createSheet } from "./sheet.ts";

/** Checks a workbook against the rule on machine-readable tables, each of its sheets as a table. */
export async function checkXlsx(bytes: Uint8Array, name: string): Promise<CheckedFile> {
  if (bytes.length === 0) return refuseFile(name, "empty");
  const workbook = await read(bytes);
  if (workbook === null) return refuseFile(name, "unreadable");
  const findings = new Findings("xlsx");
  for (const part of Object.keys(workbook.parts))
    if (/^xl\/(media|charts|diagrams|embeddings|drawings(?!\/_rels)(?!.*\.vml)|comments|threadedComments)/.test(part))
      findings.add("L1-10", "object", { sheet: null, address: part });
  const sheets = workbook.book.worksheets.map((worksheet) => {
    const sheet = createSheet(worksheet.name, readRows(worksheet));
    checkLooks(worksheet, sheet, findings);
    return sheet;
  });
  if (sheets.every(({ width }) => width === 0)) return refuseFile(name, "empty");
  const { tables, explanation } = readExplanation(sheets);
  for (const sheet of sheets) {
    checkShape(sheet, findings);
    checkNames(sheet, findings);
    checkTexts(sheet, findings, { encoding: "utf-8" });
    if (tables.includes(sheet)) checkValues(sheet, findings, explanation);
  }
  checkExplanation(tables, explanation, findings);
  return findings.finish(name);
}

async function read(bytes: Uint8Array) {
  try {
    const parts = unzipSync(bytes);
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    // Other files of Office are ZIP archives as well, of which the reader makes a workbook without sheets.
    return book.worksheets.length === 0 ? null : { parts, book };
  } catch {
    return null;
  }
}

function readRows(worksheet: ExcelJs.Worksheet): CheckedCell[][] {
  return Array.from({ length: worksheet.rowCount }, (_, row) =>
    Array.from({ length: worksheet.columnCount }, (_, column) =>
      readCell(worksheet.getRow(row + 1).getCell(column + 1)),
    ),
  );
}

/** The value, of a merged range only in its first cell. */
function readCell(cell: ExcelJs.Cell): CheckedCell {
  if (cell.isMerged && cell.master !== cell) return { text: "", isNumber: false };
  const value = cell.type === ExcelJs.ValueType.Formula ? cell.result : cell.value;
  if (typeof value === "number") return { text: String(value), isNumber: true };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), isNumber: false };
  return { text: value === null || value === undefined ? "" : cell.text, isNumber: false };
}
