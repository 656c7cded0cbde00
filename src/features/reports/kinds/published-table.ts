import type { PrintTable } from "../../../documents/print-table.ts";
import type { Block } from "../../../documents/report.ts";
import type { Cell, TableColumn, TableDocument, TableRow } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import { type ChartFile, getTableCharts } from "../../statistics/charts.ts";
import { toPrintTable } from "../../statistics/print.ts";
import { getTable } from "../../statistics/service.ts";
import type { Study } from "../compose/study.ts";
import type { Numbering } from "./number-captions.ts";
import { writePlainly } from "./plain-style.ts";

export interface PublishedTable {
  document: TableDocument;
  print: PrintTable;
}

const mostUpright = 8;

/** A published table over all years, as of the day of the document; its numbers and records are noted. */
export async function readPublishedTable(study: Study, id: string): Promise<PublishedTable> {
  const { context, asOf, language, calendar, notebook } = study;
  const document = dashEmptyYears(await getTable(context, id, { asOf, language, calendar }));
  for (const row of rowsOf(document)) noteFigures(row, document, study);
  for (const { records } of document.rows) notebook.use("activity", records);
  const printed = toPrintTable(document, { calendar, inText: true });
  const print = {
    ...printed,
    emptyText: writePlainly(printed.emptyText),
    notes: [...printed.notes, ...noteGaps(document, study)],
  };
  // Among text and charts a turned page for a few columns tears the document apart; their texts wrap.
  return { document, print: print.columns.length > mostUpright ? print : { ...print, orientation: "portrait" } };
}

const isYear = ({ key }: { key: string }) => /^\d{4}$/.test(key);

/** Columns that hold numbers in any row. */
function findCounted({ columns, rows }: TableDocument): TableColumn[] {
  return columns.filter(({ key }) => rows.some(({ cells }) => "figures" in (cells[key] ?? {})));
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || ("figures" in cell ? cell.figures.length === 0 : cell.text === "");
}

/** A row of a year with nothing on record has a dash under each number, not a gap in the paper. */
function dashEmptyYears(document: TableDocument): TableDocument {
  const counted = findCounted(document);
  const dashes = Object.fromEntries(counted.map(({ key }) => [key, { figures: [] }]));
  const isEmpty = (row: TableRow) => isYear(row) && counted.every(({ key }) => isBlank(row.cells[key]));
  return {
    ...document,
    rows: document.rows.map((row) => (isEmpty(row) ? { ...row, cells: { ...row.cells, ...dashes } } : row)),
  };
}

/** That a dash is no nought, and which years have nothing at all, so that a total is not read as one of all years. */
function noteGaps(document: TableDocument, { language, date, asOf }: Study): string[] {
  const { columns, rows, totals } = document;
  const counted = findCounted(document);
  const empty = [
    ...rows.filter((row) => isYear(row) && counted.every(({ key }) => isBlank(row.cells[key]))),
    ...columns.filter((column) => isYear(column) && rows.every(({ cells }) => isBlank(cells[column.key]))),
  ].map(({ label }) => label ?? "");
  const hasDash = rows.some(({ cells }) => counted.some(({ key }) => key in cells && isBlank(cells[key])));
  const hasTotal = totals !== undefined || columns.some(({ key }) => key === "total");
  const years = empty.join(message(language, "list.separator"));
  const ofYears = message(language, `report.overview.${hasTotal ? "emptyYearsTotal" : "emptyYears"}`, {
    years,
    date: date(asOf),
  });
  return [
    ...(hasDash ? [message(language, "report.overview.dashNote")] : []),
    ...(empty.length === 0 ? [] : [ofYears]),
  ];
}

/** Whether any number stands in it. */
export function holdsFigures({ document }: PublishedTable): boolean {
  return document.columns.some(({ key }) =>
    document.rows.some(({ cells }) => {
      const cell = cells[key];
      return cell !== undefined && "figures" in cell && cell.figures.length > 0;
    }),
  );
}

function rowsOf({ rows, totals }: TableDocument): TableRow[] {
  return totals ? [...rows, totals] : rows;
}

function noteFigures(row: TableRow, { id, title, columns }: TableDocument, { notebook }: Study): void {
  for (const { key, label } of columns) {
    const cell = row.cells[key];
    if (!cell || !("figures" in cell)) continue;
    for (const figure of cell.figures) {
      const words = [title, row.label ?? "", label].filter((part) => part !== "");
      notebook.figure(`${id}/${row.key}/${key}/${figure.unit}`, words.join(" "), figure.text);
    }
  }
}

/** Fewer years are read more quickly in the table; more charts of one table than two tell little more. */
const fewestYears = 4;
const mostCharts = 2;

/** The table with its caption, then the charts of its course over the years. */
export async function showPublishedTable(
  { document, print }: PublishedTable,
  numbering: Numbering,
  { context, language }: Study,
): Promise<Block[]> {
  const keys = [...document.rows, ...document.columns].map(({ key }) => key);
  const years = keys.filter((key) => /^\d{4}$/.test(key)).length;
  const charts = years < fewestYears ? [] : await getTableCharts(context, document, language);
  return [
    numbering.table(print),
    ...charts.slice(0, mostCharts).map((chart) => numbering.chart(writeChartPlainly(chart))),
  ];
}

/** Its remarks are written for pages. */
function writeChartPlainly(chart: ChartFile): ChartFile {
  return { ...chart, svg: writePlainly(chart.svg), description: writePlainly(chart.description) };
}
