import type { Language } from "../../core/language.ts";
import { mostRowsTogether, type PrintCell, type PrintColumn, type PrintTable } from "../print-table.ts";
import { breakLongWords, cleanText, measureEm } from "./clean-text.ts";
import { fitColumns } from "./fit-columns.ts";

/** A table as the template takes it: everything decided but the drawing. */
export interface TableData {
  /** points */
  size: number;
  /** short enough to stand on one page as a whole */
  together: boolean;
  language: Language;
  asOf: string;
  columns: { width: number; align: PrintColumn["align"]; figures: boolean }[];
  head: HeadCell[][];
  rows: { total: boolean; shaded: boolean; breakable: boolean; cells: CellData[] }[];
  empty: string;
  notesTitle: string;
  notes: string[];
}

interface CellData {
  text: string;
  strong: boolean;
  /** in place of `text` where a part of it stands in another language */
  runs: { text: string; language: Language | null }[] | null;
}

interface HeadCell {
  text: string;
  columns: number;
  rows: number;
}

/** Points: A4 without its margins (style.typ). */
export const frames = {
  portrait: { width: 482, height: 690 },
  landscape: { width: 728, height: 440 },
} as const;

/** Points: size of a table's text, height of its line, what a cell leaves free at both sides (style.typ). */
export const cellText = { size: 9, line: 13.5, inset: 9 } as const;

export function layOutTable(table: PrintTable): TableData {
  const frame = frames[table.orientation];
  const { widths, scale } = fitColumns(table, frame.width);
  const size = cellText.size * scale;
  const heights = table.rows.map(({ cells }) =>
    estimateHeight(
      cells.map(({ text }) => text),
      widths,
    ),
  );
  const fit = (text: string, width: number) =>
    breakLongWords(cleanText(text), Math.max(1, (width - cellText.inset) / size));
  return {
    size,
    together:
      table.rows.length <= mostRowsTogether && heights.reduce((sum, height) => sum + height, 0) < frame.height * 0.5,
    language: table.language,
    asOf: cleanText(table.asOfText),
    columns: table.columns.map(({ align }, index) => ({
      width: widths[index] ?? 0,
      align,
      figures: holdsFigures(table.rows.map(({ cells }) => cells[index])),
    })),
    head: layOutHead(table.columns, widths, fit),
    rows: table.rows.map(({ kind, shaded, cells }) => {
      const texts = cells.map(({ text }, index) => fit(text, widths[index] ?? 0));
      return {
        total: kind === "total",
        shaded,
        // A row stays on one page unless it would leave most of the page before it empty.
        breakable: estimateHeight(texts, widths) > frame.height * 0.5,
        cells: texts.map((text, index) => ({
          text,
          strong: kind === "total" || cells[index]?.heading === true,
          runs:
            cells[index]?.runs?.map((run) => ({
              text: fit(run.text, widths[index] ?? 0),
              language: run.language ?? null,
            })) ?? null,
        })),
      };
    }),
    empty: cleanText(table.emptyText),
    notesTitle: cleanText(table.notesTitle),
    notes: table.notes.map((note) => fit(note, frame.width)),
  };
}

/** One row, or two where neighbouring columns share a heading: then the others reach over both. */
function layOutHead(
  columns: readonly PrintColumn[],
  widths: readonly number[],
  fit: (text: string, width: number) => string,
): HeadCell[][] {
  const grouped = columns.some(({ group }) => group);
  const first: HeadCell[] = [];
  const second: HeadCell[] = [];
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0;
    const label = fit(column.label, width);
    if (!column.group) {
      first.push({ text: label, columns: 1, rows: grouped ? 2 : 1 });
      continue;
    }
    second.push({ text: label, columns: 1, rows: 1 });
    const before = columns[index - 1]?.group;
    const last = first.at(-1);
    if (last && before?.key === column.group.key) last.columns += 1;
    else first.push({ text: fit(column.group.label, width), columns: 1, rows: 1 });
  }
  return grouped ? [first, second] : [first];
}

/** Figures of one kind stand digit under digit. */
function holdsFigures(cells: readonly (PrintCell | undefined)[]): boolean {
  const texts = cells.map((cell) => cell?.text ?? "").filter((text) => !["", "—", "-"].includes(text));
  const units = new Set(texts.map((text) => text.replace(/^[\d,.]+/, "")));
  return texts.length > 1 && units.size === 1 && texts.every((text) => /^\d/.test(text));
}

function estimateHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => {
    const width = Math.max(1, ((widths[index] ?? 0) - cellText.inset) / cellText.size);
    return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(measureEm(line) / width)), 0);
  });
  return Math.max(1, ...lines) * cellText.line;
}
