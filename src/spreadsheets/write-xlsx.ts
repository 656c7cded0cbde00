import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type ExcelJs from "exceljs";
import type { Language } from "../core/language.ts";
import type { FilledRow, FilledSheet } from "./filled-sheet.ts";
import { limits, SpreadsheetRefusal } from "./refusal.ts";
import {
  errorColumn,
  headerRow,
  identitySheet,
  listsSheet,
  type Template,
  type TemplateColumn,
  technicalPrefix,
} from "./template.ts";
import { cellAddress, columnLetters } from "./workbook.ts";

declare module "exceljs" {
  interface Worksheet {
    dataValidations: { add(range: string, validation: DataValidation): void };
  }
}

type Writer = InstanceType<typeof ExcelJs.stream.xlsx.WorkbookWriter>;
type Worksheet = ReturnType<Writer["addWorksheet"]>;

/** What Excel says when something else than a choice is typed. */
export interface ChoiceWords {
  title: string;
  text: string;
}

/** After so many rows other requests get their turn. */
const rowsAtOnce = 250;
/** On A4 across, still legible. */
const charactersAPage = 190;
const fonts: Record<Language, string> = { ja: "Yu Gothic", zh: "Microsoft YaHei", en: "Calibri" };
const colours = { required: "FFC5D7FB", optional: "FFE8F1FE", marked: "FFFFE0E0", errors: "FFCE0000" };

/** Writes a workbook to be filled in, or to be mended: each cell is text, so that Excel makes no numbers and dates of codes. */
export async function writeXlsx(
  template: Template,
  sheets: readonly FilledSheet[],
  words: ChoiceWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  // Read when the first workbook is written: the library takes 10 MB.
  const { default: library } = await import("exceljs");
  const writer = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  writer.creator = "Renkei";
  const lists: string[][] = [];
  for (const filled of sheets) await writeSheet(writer, template, filled, lists, words);
  writeLists(writer, lists);
  writeIdentity(writer, template);
  await writer.commit();
  return Uint8Array.from(Buffer.concat(chunks));
}

async function writeSheet(
  writer: Writer,
  template: Template,
  filled: FilledSheet,
  lists: string[][],
  words: ChoiceWords,
): Promise<void> {
  const { sheet, rows, errors } = filled;
  const columns = errors === null ? sheet.columns : [describeErrors(errors), ...sheet.columns];
  const worksheet = writer.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: errors === null ? 1 : 2, ySplit: headerRow }],
    pageSetup: {
      // A4
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / charactersAPage),
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      printTitlesColumn: errors === null ? "A:A" : "A:B",
    },
    headerFooter: { oddFooter: "&L&A&R&P / &N" },
  });
  const font = { name: fonts[template.language], size: 10 };
  const styles = createStyles(font);
  worksheet.columns = columns.map(({ width }) => ({ width, style: styles.text }));
  worksheet.autoFilter = `A${headerRow}:${cellAddress(columns.length - 1, headerRow)}`;
  const technical = worksheet.addRow(columns.map(({ id }) => `${technicalPrefix}${sheet.id}:${id}`));
  technical.hidden = true;
  technical.commit();
  writeHeaders(worksheet, columns, font);
  addChoices(worksheet, columns, lists, words);
  for (const [index, row] of rows.entries()) {
    writeRow(worksheet, columns, row, styles);
    if (index % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
  }
  worksheet.commit();
}

function writeHeaders(worksheet: Worksheet, columns: readonly TemplateColumn[], font: { name: string; size: number }) {
  const row = worksheet.addRow(columns.map(({ header }) => escapeText(header)));
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.font = { ...font, bold: true };
    const colour = column.required ? colours.required : colours.optional;
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: colour } };
    cell.border = { bottom: { style: "thin" } };
    if (column.help !== "") cell.note = column.help;
  }
  row.commit();
}

/** The writer knows a style again only as the same object; a style of each cell's own would take most of its time. */
function createStyles(font: Partial<ExcelJs.Font>) {
  const text: Partial<ExcelJs.Style> = { numFmt: "@", font, alignment: { vertical: "top", wrapText: true } };
  return {
    text,
    error: { ...text, font: { ...font, color: { argb: colours.errors } } },
    marked: { ...text, fill: { type: "pattern", pattern: "solid", fgColor: { argb: colours.marked } } },
  } satisfies Record<string, Partial<ExcelJs.Style>>;
}

function writeRow(
  worksheet: Worksheet,
  columns: readonly TemplateColumn[],
  filled: FilledRow,
  styles: ReturnType<typeof createStyles>,
): void {
  const row = worksheet.addRow([]);
  for (const [index, { id }] of columns.entries()) {
    const text = id === errorColumn ? filled.error : filled.cells[id];
    const isMarked = filled.marked?.has(id) === true;
    if (!text && !isMarked) continue;
    const cell = row.getCell(index + 1);
    if (text) cell.value = escapeText(text);
    cell.style = id === errorColumn ? styles.error : isMarked ? styles.marked : styles.text;
  }
  row.commit();
}

function addChoices(
  worksheet: Worksheet,
  columns: readonly TemplateColumn[],
  lists: string[][],
  words: ChoiceWords,
): void {
  for (const [index, column] of columns.entries()) {
    if (column.choices.length === 0) continue;
    const list = columnLetters(lists.length);
    lists.push(column.choices.map(escapeText));
    const letters = columnLetters(index);
    worksheet.dataValidations.add(`${letters}${headerRow + 1}:${letters}${headerRow + limits.rows}`, {
      type: "list",
      allowBlank: true,
      formulae: [`'${listsSheet}'!$${list}$1:$${list}$${column.choices.length}`],
      showErrorMessage: !column.open,
      errorStyle: "stop",
      errorTitle: words.title,
      error: words.text,
    });
  }
}

function writeLists(writer: Writer, lists: readonly string[][]): void {
  if (lists.length === 0) return;
  const worksheet = writer.addWorksheet(listsSheet, { state: "veryHidden" });
  const height = Math.max(...lists.map((list) => list.length));
  for (let index = 0; index < height; index++) worksheet.addRow(lists.map((list) => list[index] ?? null)).commit();
  worksheet.commit();
}

function writeIdentity(writer: Writer, { kind, version, language }: Template): void {
  const worksheet = writer.addWorksheet(identitySheet, { state: "veryHidden" });
  const facts = { kind, version: String(version), language };
  for (const fact of Object.entries(facts)) worksheet.addRow(fact).commit();
  worksheet.commit();
}

function describeErrors(header: string): TemplateColumn {
  return { id: errorColumn, header, headers: [], help: "", required: false, choices: [], open: true, width: 40 };
}

/** Characters that XML cannot hold, and texts that look like their escape: ST_Xstring, ECMA-376 Part 1, 22.9.2.19. */
function escapeText(text: string): string {
  if (text.length > limits.cellCharacters) throw new SpreadsheetRefusal("cell-too-long", limits.cellCharacters);
  return text.replace(
    /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n\u0080-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}
