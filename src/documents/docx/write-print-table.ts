import { fitColumns } from "../pdf/fit-columns.ts";
import {
  mostRowsTogether,
  type PrintCell,
  type PrintColumn,
  type PrintRow,
  type PrintRun,
  type PrintTable,
} from "../print-table.ts";
import type { BlockContext } from "./block-context.ts";
import { colors, sizes } from "./measures.ts";
import { writeRuns } from "./run.ts";
import { writeGap } from "./write-grid.ts";
import { escapeAttribute } from "./xml.ts";

/** A table with 備考 below; the title stands above it as a caption or heading of the caller. */
export function writePrintTable(table: PrintTable, width: number, context: BlockContext): string {
  const widths = measureColumns(table, width);
  const properties = [
    `<w:tblStyle w:val="${context.style("table")}"/>`,
    `<w:tblW w:w="${width}" w:type="dxa"/>`,
    '<w:tblLayout w:type="fixed"/>',
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    `<w:tblCaption w:val="${escapeAttribute(shorten(table.title))}"/>`,
    `<w:tblDescription w:val="${escapeAttribute(shorten(describe(table)))}"/>`,
  ].join("");
  const rows =
    table.rows.length > 0
      ? table.rows.map((row, index) => writeRow(row, { stays: staysWithNext(table, index) }, table, widths, context))
      : [writeEmptyRow(table, width, context)];
  return [
    table.asOfText === "" ? "" : writeLine("tableDate", table.asOfText, table, context),
    `<w:tbl><w:tblPr>${properties}</w:tblPr>`,
    `<w:tblGrid>${widths.map((twips) => `<w:gridCol w:w="${twips}"/>`).join("")}</w:tblGrid>`,
    writeHeaderRows(table, widths, context),
    ...rows,
    "</w:tbl>",
    writeNotes(table, context),
  ].join("");
}

/** Word's limit for an alternative text that is shown whole. */
const longestDescription = 1000;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longestDescription ? `${characters.slice(0, longestDescription).join("")}…` : text;
}

function describe({ title, columns, asOfText }: PrintTable): string {
  const headings = columns.map(({ label, group }) => (group ? `${group.label} ${label}` : label));
  return [title, asOfText, headings.filter((heading) => heading !== "").join(" | ")]
    .filter((part) => part !== "")
    .join(" – ");
}

const twipsPerPoint = 20;

/** Whole twips that add up to the width; columns share it as they do in the PDF, so that no name is broken where there is room. */
function measureColumns(table: PrintTable, width: number): number[] {
  let before = 0;
  let points = 0;
  return fitColumns(table, width / twipsPerPoint, sizes[table.language].table / 2).widths.map((own) => {
    points += own;
    const end = Math.round(Math.min(width, points * twipsPerPoint));
    const twips = end - before;
    before = end;
    return Math.max(1, twips);
  });
}

/**
 * A short table stays on one page. A longer one is parted where three rows stand above and two below; of every table the last row
 * stays with the notes.
 */
function staysWithNext({ rows, notes }: PrintTable, index: number): boolean {
  if (index === rows.length - 1) return notes.length > 0;
  return rows.length <= mostRowsTogether || index < 2 || index === rows.length - 2;
}

interface HeaderSpan {
  label: string;
  from: number;
  to: number;
  isGroup: boolean;
}

function writeHeaderRows(table: PrintTable, widths: readonly number[], context: BlockContext): string {
  const spans = joinGroups(table.columns);
  const isGrouped = spans.some((span) => span.isGroup);
  const top = spans.map(({ label, from, to, isGroup }) =>
    writeHeaderCell(label, sum(widths.slice(from, to)), table, context, {
      span: to - from,
      merge: isGrouped && !isGroup ? "restart" : null,
    }),
  );
  const bottom = spans.flatMap(({ from, to, isGroup }) =>
    table.columns.slice(from, to).map(({ label }, index) =>
      writeHeaderCell(isGroup ? label : "", widths[from + index] ?? 1, table, context, {
        span: 1,
        merge: isGroup ? null : "continue",
      }),
    ),
  );
  const row = (cells: string[]) => `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join("")}</w:tr>`;
  return isGrouped ? row(top) + row(bottom) : row(top);
}

function joinGroups(columns: readonly PrintColumn[]): HeaderSpan[] {
  const spans: (HeaderSpan & { key: string | null })[] = [];
  columns.forEach(({ label, group }, index) => {
    const last = spans.at(-1);
    if (group && last && last.key === group.key) last.to = index + 1;
    else
      spans.push({
        label: group?.label ?? label,
        from: index,
        to: index + 1,
        isGroup: group !== undefined,
        key: group?.key ?? null,
      });
  });
  return spans;
}

function writeHeaderCell(
  label: string,
  width: number,
  table: PrintTable,
  context: BlockContext,
  { span, merge }: { span: number; merge: "restart" | "continue" | null },
): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : "",
    merge ? `<w:vMerge w:val="${merge}"/>` : "",
    `<w:shd w:val="clear" w:color="auto" w:fill="${colors.headingFill}"/>`,
    '<w:vAlign w:val="center"/>',
  ].join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${writeLine("tableHeading", label, table, context)}</w:tc>`;
}

/** The last row goes with the notes, so that they never stand on a page without their table. */
function writeRow(
  row: PrintRow,
  { stays }: { stays: boolean },
  table: PrintTable,
  widths: readonly number[],
  context: BlockContext,
): string {
  const cells = table.columns.map((column, index) =>
    writeCell(row.cells[index] ?? { text: "" }, column, { row, stays, width: widths[index] ?? 1 }, table, context),
  );
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
}

function writeCell(
  cell: PrintCell,
  { align }: PrintColumn,
  { row, stays, width }: { row: PrintRow; stays: boolean; width: number },
  table: PrintTable,
  context: BlockContext,
): string {
  const isTotal = row.kind === "total";
  const fill = row.shaded ? colors.plannedFill : isTotal ? colors.totalFill : cell.heading ? colors.labelFill : null;
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    isTotal ? `<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="${colors.ink}"/></w:tcBorders>` : "",
    fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : "",
    '<w:vAlign w:val="center"/>',
  ].join("");
  const alignment =
    (stays ? "<w:keepNext/>" : "") +
    (align === "start" ? "" : `<w:jc w:val="${align === "end" ? "right" : "center"}"/>`);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${writeLine("tableText", cell.runs ?? [cell], table, context, alignment, isTotal)}</w:tc>`;
}

function writeEmptyRow(table: PrintTable, width: number, context: BlockContext): string {
  const span = table.columns.length > 1 ? `<w:gridSpan w:val="${table.columns.length}"/>` : "";
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}</w:tcPr>${writeLine("tableText", table.emptyText, table, context, '<w:jc w:val="center"/>')}</w:tc></w:tr>`;
}

/** Notes that stay together on a page. */
const mostKept = 5;

/** 備考 as the ministry prints it: one note stands alone, several are numbered. */
function writeNotes(table: PrintTable, context: BlockContext): string {
  const { notes, notesTitle, language } = table;
  const separator = language === "en" ? ": " : "：";
  if (notes.length === 0) return writeGap(context);
  if (notes.length === 1)
    return writeLine(
      "tableNote",
      `${notesTitle}${separator}${notes[0]}`,
      table,
      context,
      '<w:spacing w:before="100" w:after="160"/>',
    );
  const title = writeLine("tableNote", notesTitle, table, context, '<w:keepNext/><w:spacing w:before="100"/>', true);
  const numbered = notes.map((note, index) => {
    const isLast = index === notes.length - 1;
    return writeLine(
      "tableNote",
      `${index + 1}.\t${note}`,
      table,
      context,
      `${isLast || index >= mostKept ? "" : "<w:keepNext/>"}<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="340"/></w:tabs>${isLast ? '<w:spacing w:after="160"/>' : ""}`,
    );
  });
  return title + numbered.join("");
}

function writeLine(
  style: "tableText" | "tableHeading" | "tableNote" | "tableDate",
  text: string | readonly PrintRun[],
  table: PrintTable,
  context: BlockContext,
  properties = "",
  strong = false,
): string {
  const look = { documentLanguage: context.language, strong };
  const runs = (typeof text === "string" ? [{ text }] : text).map((run: PrintRun) =>
    writeRuns(run.text, { ...look, language: run.language ?? table.language }),
  );
  return `<w:p><w:pPr><w:pStyle w:val="${context.style(style)}"/>${properties}</w:pPr>${runs.join("")}</w:p>`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
