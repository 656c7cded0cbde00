import { parseEdtf } from "../core/edtf.ts";
import { writeEdtf } from "../core/edtf-format.ts";
import type { Language } from "../core/language.ts";
import { displayWidth } from "./plain-text.ts";
import type { PrintCell, PrintColumn, PrintRow, PrintTable } from "./print-table.ts";
import { pageCapacity, shareColumns } from "./share-columns.ts";
import { type Cell, cellText, type FigureCell, type TableDocument, type TableRow } from "./table.ts";

export interface PrintWords {
  asOfText: string;
  notesTitle: string;
  emptyText: string;
  /** heading of the column with the rows' labels */
  rowLabels: string;
  /** headings over neighbouring columns, by the columns' keys: 「研修期間」 over `date` and `days` */
  groups: readonly { key: string; label: string; columns: readonly string[] }[];
  /** 「富山県：JICA草の根技術協力として実施」 */
  noteOfRow(row: string, note: string): string;
  /** what the mark says behind a figure that a document states and records do not add up to; null where all figures are of one kind */
  claimMark: { mark: string; note: string } | null;
}

export interface PrintOptions {
  /** 和暦, in Japanese only */
  calendar: "gregorian" | "wareki";
  /** between texts: the page stays upright as long as the columns are not too many for it */
  inText?: boolean;
}

/** A published table as paper shows it: cells as text, widths by what they hold, headings over columns that belong together. */
export function layOutPrint(table: TableDocument, words: PrintWords, options: PrintOptions): PrintTable {
  const { calendar, inText = false } = options;
  const labelled = table.rows.some(({ label }) => label !== undefined);
  const totals = table.totals ? [table.totals] : [];
  const toRow = (row: TableRow): PrintRow => ({
    key: row.key,
    kind: row === table.totals ? "total" : "row",
    shaded: row.status === "planned" || row.status === "adjusting",
    cells: [
      ...(labelled ? [{ text: row.label ?? "", heading: true }] : []),
      ...table.columns.map(({ key }) => layOutCell(row.cells[key], table, words, calendar)),
    ],
  });
  const rows = [...table.rows, ...totals].map(toRow);
  const headings: Omit<PrintColumn, "share" | "align">[] = [
    ...(labelled ? [{ key: "label", label: words.rowLabels }] : []),
    ...table.columns.map(({ key, label, group }) => {
      const own =
        (group === undefined ? null : { key: group, label: group }) ??
        words.groups.find(({ columns }) => columns.includes(key));
      // The unit stands with every figure: 「4名」.
      const heading = { key, label };
      return own ? { ...heading, group: { key: own.key, label: own.label } } : heading;
    }),
  ];
  const texts = headings.map((_, index) => rows.map(({ cells }) => displayWidth(cells[index]?.text ?? "")));
  const usual = headings.reduce((sum, { label }, index) => sum + measureUsual(label, texts[index] ?? []), 0);
  const staysUpright = usual <= pageCapacity.portrait || (inText && headings.length <= mostUpright);
  const orientation = staysUpright ? "portrait" : "landscape";
  const labels = headings.map(({ label }) => displayWidth(label));
  const shares = shareColumns(texts, labels, pageCapacity[orientation]);
  const columns = headings.map((heading, index): PrintColumn => {
    const isLabel = labelled && index === 0;
    return {
      ...heading,
      share: shares[index] ?? 0,
      align: isLabel ? "start" : alignColumn(heading.key, rows, index),
    };
  });
  const marked =
    words.claimMark && rows.some(({ cells }) => cells.some(({ text }) => text.includes(words.claimMark?.mark ?? "")));
  return {
    id: table.id,
    title: table.title,
    language: table.lang,
    asOfText: words.asOfText,
    columns,
    rows,
    notes: [
      ...(marked && words.claimMark ? [words.claimMark.note] : []),
      ...new Set([...table.rows.flatMap((row) => describeRowNotes(row, table, words)), ...table.notes]),
    ],
    notesTitle: words.notesTitle,
    emptyText: words.emptyText,
    orientation,
  };
}

function layOutCell(
  cell: Cell | undefined,
  table: TableDocument,
  { claimMark }: PrintWords,
  calendar: PrintOptions["calendar"],
): PrintCell {
  if (!cell) return { text: "" };
  if ("figures" in cell) return layOutFigures(cell, claimMark?.mark ?? "");
  if ("edtf" in cell) return { text: writeDate(cell.edtf, table.lang, calendar) };
  return { text: cellText(cell) };
}

/**
 * Days as 「2015.7.21」; what is not a day in words, as the ministry's tables have it: 「2016年1月頃」, not 「2016.1頃」. In 和暦 all of a
 * column is short: 「H27.9.8」 above 「H28.1頃」.
 */
function writeDate(edtf: string, language: Language, calendar: PrintOptions["calendar"]): string {
  const parsed = parseEdtf(edtf);
  const parts = parsed.ok ? [parsed.value.start, parsed.value.end] : [];
  const isOfDays = parts.every((part) => part === null || (part.day !== null && !part.approximate && !part.uncertain));
  return writeEdtf(edtf, language, { style: isOfDays || calendar === "wareki" ? "short" : "long", calendar });
}

function layOutFigures(cell: FigureCell, mark: string): PrintCell {
  const [figure, ...more] = cell.figures;
  const isClaim = mark !== "" && cell.figures.some(({ basis }) => basis === "claim");
  // U+2060: the mark never begins a line.
  const text = `${cellText(cell)}${isClaim ? `\u2060${mark}` : ""}`;
  const isPlain = figure && more.length === 0 && !cell.places?.length && !figure.approximate && !isClaim;
  return isPlain ? { text, number: { value: figure.value, unit: figure.unitLabel } } : { text };
}

/** What is said of one row names it: below the table nothing else does. */
function describeRowNotes(row: TableRow, { columns }: TableDocument, { noteOfRow }: PrintWords): string[] {
  const name = row.label ?? cellText(row.cells[columns[0]?.key ?? ""]);
  return (row.notes ?? []).map((note) => (name === "" ? note : noteOfRow(name, note)));
}

/** Columns that an upright page bears, at two or three characters a line in the narrowest. */
const mostUpright = 10;
const narrowestColumn = 6;
const widestColumn = 44;

/** Room for most of what the column holds: by it the page is turned or not. */
function measureUsual(label: string, texts: readonly number[]): number {
  const usual = texts.toSorted((a, b) => a - b)[Math.floor(texts.length * 0.85)] ?? 0;
  return Math.min(widestColumn, Math.max(narrowestColumn, usual + 2, Math.min(displayWidth(label) + 2, 14)));
}

function alignColumn(key: string, rows: readonly PrintRow[], index: number): PrintColumn["align"] {
  const texts = rows.map(({ cells }) => cells[index]?.text ?? "").filter((text) => text !== "");
  if (key === "number" || key === "days") return "center";
  return texts.length > 0 && texts.every((text) => displayWidth(text) <= 8) ? "center" : "start";
}
