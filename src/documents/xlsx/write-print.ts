import ExcelJs from "exceljs";
import { type Language, languageTags } from "../../core/language.ts";
import type { PrintCell, PrintTable } from "../print-table.ts";
import { writeAmountFormat } from "./amount-format.ts";
import { writeCellText } from "./cell-text.ts";
import { countLines } from "./count-lines.ts";
import { fixArchive } from "./fix-archive.ts";

type Worksheet = ReturnType<InstanceType<typeof ExcelJs.Workbook>["addWorksheet"]>;

export interface PrintMaker {
  /** who made it: stands in the file's properties */
  maker: string;
  /** YYYY-MM-DD */
  date: string;
}

/** Fonts that Office has in each country, and the height of a line of 10 points in them. */
const fonts: Record<Language, { name: string; line: number }> = {
  ja: { name: "游ゴシック", line: 17 },
  zh: { name: "微软雅黑", line: 16.5 },
  en: { name: "Calibri", line: 13.5 },
};
/** Width of an A4 page in characters of Excel's standard font, at the size of print. */
const pageWidths = { portrait: 108, landscape: 156 };
const highestRow = 409;
const shades = { header: "FFE3E9F2", planned: "FFD9D9D9", total: "FFF2F2F2" };
const line = { style: "thin", color: { argb: "FF404040" } } as const;
const frame = { top: line, left: line, bottom: line, right: line };
const titleRow = 1;
const dayRow = 2;
const firstHeader = 3;

/** A table for people, as a ministry hands it round: A4, ruled, with its heading on each page. Amounts stay numbers. */
export async function writePrintXlsx(table: PrintTable, { maker, date }: PrintMaker): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJs.Workbook();
  const moment = new Date(`${date}T00:00:00Z`);
  Object.assign(workbook, { creator: maker, lastModifiedBy: maker, created: moment, modified: moment });
  Object.assign(workbook, { title: table.title, language: languageTags[table.language] });
  const columns = table.columns.length;
  const headerRows = table.columns.some(({ group }) => group) ? 2 : 1;
  const lastHeader = firstHeader + headerRows - 1;
  const sheet = workbook.addWorksheet(nameSheet(table.title), {
    views: [{ state: "frozen", ySplit: lastHeader, showGridLines: false }],
    pageSetup: {
      // A4
      paperSize: 9,
      orientation: table.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${firstHeader}:${lastHeader}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  });
  const page: Page = { sheet, table, widths: table.columns.map(({ share }) => widthOf(share, table)), columns };
  for (const [index, width] of page.widths.entries()) sheet.getColumn(index + 1).width = width;
  writeAcross(page, titleRow, table.title, { size: 14, bold: true, horizontal: "center" });
  writeAcross(page, dayRow, table.asOfText, { size: 10, horizontal: "right" });
  writeHeader(page, headerRows);
  const afterRows = writeRows(page, lastHeader + 1);
  const last = writeNotes(page, afterRows);
  // The library makes the columns absolute and leaves the rows as they are.
  sheet.pageSetup.printArea = `A$1:${sheet.getColumn(columns).letter}$${last}`;
  return fixArchive(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

interface Page {
  sheet: Worksheet;
  table: PrintTable;
  /** of each column, in characters */
  widths: number[];
  columns: number;
}

function widthOf(share: number, { orientation }: PrintTable): number {
  return Math.max(4, Math.round(share * pageWidths[orientation] * 100) / 100);
}

/** Excel allows 31 characters, without : \ / ? * [ ]; an apostrophe would have to be doubled in the print area. */
function nameSheet(title: string): string {
  const name = [...title.replace(/[:\\/?*[\]'\p{Cc}]/gu, " ").trim()].slice(0, 31).join("");
  return (
    [...name].reduce((kept, character) => (kept.length + character.length > 31 ? kept : kept + character), "") || "1"
  );
}

function writeAcross(
  page: Page,
  row: number,
  text: string,
  look: { size: number; bold?: boolean; horizontal: "left" | "center" | "right" },
): void {
  const { sheet, table, columns, widths } = page;
  const font = fonts[table.language];
  const cell = sheet.getCell(row, 1);
  cell.value = writeCellText(text);
  cell.font = { name: font.name, size: look.size, bold: look.bold === true };
  cell.alignment = { horizontal: look.horizontal, vertical: "top", wrapText: true };
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  const all = widths.reduce((sum, width) => sum + width, 0);
  sheet.getRow(row).height = heightOf(countLines(text, (all * 10) / look.size - 2), (font.line * look.size) / 10);
}

/** Headings over neighbouring columns are merged across, all others down. */
function writeHeader({ sheet, table, widths }: Page, rows: number): void {
  const last = firstHeader + rows - 1;
  const height = fonts[table.language].line;
  let inGroups = 1;
  let alone = 1;
  for (const [index, column] of table.columns.entries()) {
    const { group } = column;
    const place = index + 1;
    const isFirst = group !== undefined && table.columns[index - 1]?.group?.key !== group.key;
    const lines = countLines(column.label, usable(widths[index] ?? 0));
    if (group) inGroups = Math.max(inGroups, lines);
    else alone = Math.max(alone, lines);
    if (isFirst) {
      let end = index;
      while (table.columns[end + 1]?.group?.key === group.key) end += 1;
      writeHeading(sheet.getCell(firstHeader, place), group.label, table);
      if (end > index) sheet.mergeCells(firstHeader, place, firstHeader, end + 1);
    }
    writeHeading(sheet.getCell(group ? last : firstHeader, place), column.label, table);
    if (!group && rows > 1) sheet.mergeCells(firstHeader, place, last, place);
  }
  if (rows === 1) sheet.getRow(firstHeader).height = heightOf(alone, height);
  else {
    sheet.getRow(firstHeader).height = heightOf(1, height);
    sheet.getRow(last).height = heightOf(Math.max(inGroups, alone - 1), height);
  }
}

function writeHeading(cell: ExcelJs.Cell, text: string, { language }: PrintTable): void {
  cell.value = writeCellText(text);
  cell.font = { name: fonts[language].name, size: 10, bold: true };
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: shades.header } };
  cell.border = frame;
}

/** The row below the last. */
function writeRows(page: Page, first: number): number {
  const { sheet, table, widths, columns } = page;
  const { name, line: lineHeight } = fonts[table.language];
  if (table.rows.length === 0) {
    writeAcross(page, first, table.emptyText, { size: 10, horizontal: "center" });
    for (let column = 1; column <= columns; column += 1) sheet.getCell(first, column).border = frame;
    return first + 1;
  }
  for (const [offset, { kind, shaded, cells }] of table.rows.entries()) {
    const row = sheet.getRow(first + offset);
    const shade = kind === "total" ? shades.total : shaded ? shades.planned : null;
    let lines = 1;
    for (const [index, { align }] of table.columns.entries()) {
      const source: PrintCell = cells[index] ?? { text: "" };
      const cell = row.getCell(index + 1);
      const number = source.number && Number.isFinite(source.number.value) ? source.number : undefined;
      if (number) {
        cell.value = number.value;
        cell.numFmt = writeAmountFormat(source.text, number);
      } else if (source.text !== "") cell.value = writeCellText(source.text);
      cell.font = { name, size: 10, bold: kind === "total" || source.heading === true };
      cell.alignment = { ...horizontals[align], vertical: "middle", wrapText: true };
      cell.border = frame;
      if (shade !== null) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: shade } };
      lines = Math.max(lines, countLines(source.text, usable(widths[index] ?? 0)));
    }
    row.height = heightOf(lines, lineHeight);
  }
  return first + table.rows.length;
}

/** Text keeps off the rule beside it. */
const horizontals = {
  start: { horizontal: "left", indent: 1 },
  center: { horizontal: "center" },
  end: { horizontal: "right", indent: 1 },
} as const;

/** The last row of the page's content. */
function writeNotes(page: Page, first: number): number {
  const { notes, notesTitle } = page.table;
  if (notes.length === 0) return first - 1;
  writeAcross(page, first, notesTitle, { size: 10, bold: true, horizontal: "left" });
  page.sheet.getCell(first, 1).alignment = { horizontal: "left", vertical: "bottom" };
  page.sheet.getRow(first).height = fonts[page.table.language].line * 1.6;
  for (const [index, note] of notes.entries()) {
    const text = notes.length > 1 ? `${index + 1}. ${note}` : note;
    writeAcross(page, first + 1 + index, text, { size: 10, horizontal: "left" });
  }
  return first + notes.length;
}

/** Characters that fit beside the cell's margins; a character of 10 points is narrower than one of the standard font. */
function usable(width: number): number {
  return width - 2;
}

function heightOf(lines: number, lineHeight: number): number {
  return Math.min(highestRow, Math.round((lines * lineHeight + 3) * 4) / 4);
}
