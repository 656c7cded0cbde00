import type { PrintTable } from "../print-table.ts";
import { cleanText, measureEm, measureWidestWord } from "./clean-text.ts";
import { cellText } from "./lay-out-table.ts";

/**
 * Widths of the columns in points, together `whole`: by their shares, but a column is at least as wide as its widest word where the others
 * can spare it, so that 「Kitakyushu」 is not broken beside an empty column. Where even the words find no room, `scale` says by how much the
 * letters are smaller.
 */
export function fitColumns(table: PrintTable, whole: number): { widths: number[]; scale: number } {
  const shares = table.columns.map(({ share }) => share);
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  const wanted = shares.map((share) => (share / all) * whole);
  const least = table.columns.map((_, index) => Math.min(measureLeast(table, index), whole * 0.3));
  const needed = least.reduce((sum, width) => sum + width, 0);
  if (needed >= whole)
    return { widths: least.map((width) => (width / needed) * whole), scale: Math.max(smallestScale, whole / needed) };
  // What narrow columns lack is taken from the others, each by what it can spare.
  const lacking = wanted.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0);
  const spare = wanted.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0);
  const widths = wanted.map((width, index) => {
    const own = least[index] ?? 0;
    return width < own ? own : width - (spare === 0 ? 0 : (lacking * (width - own)) / spare);
  });
  return { widths, scale: 1 };
}

/** 9 pt become 6.5 pt: smaller print is not read on paper. */
const smallestScale = 0.72;
/** Bold letters are wider. */
const boldWidth = 1.08;

/** Em: no name of a place is wider; what is, is broken. */
const widestKept = 11;
/** Em. */
const widestShort = 7;

function measureLeast({ columns, rows }: PrintTable, index: number): number {
  const label = cleanText(columns[index]?.label ?? "");
  const texts = rows.map(({ kind, cells }) => {
    const isBold = kind === "total" || cells[index]?.heading === true;
    return measureKept(cleanText(cells[index]?.text ?? "")) * (isBold ? boldWidth : 1);
  });
  const widths = [measureKept(label) * boldWidth, ...texts];
  return Math.max(1, ...widths) * cellText.size + cellText.inset;
}

/** A short text (番号, 2016年度, 8回、46名) stands in one line; of others, at least the widest word. */
function measureKept(text: string): number {
  const whole = measureEm(text);
  return whole <= widestShort ? whole : Math.min(widestKept, measureWidestWord(text));
}
