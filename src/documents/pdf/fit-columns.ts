import type { Language } from "../../core/language.ts";
import type { PrintTable } from "../print-table.ts";
import { cleanText, measureEm, measureWidestWord } from "./clean-text.ts";
import { cellText } from "./lay-out-table.ts";

/**
 * Widths of the columns in points, together `whole`: by their shares, but a column is at least as wide as its widest word where the others
 * can spare it, so that 「Kitakyushu」 is not broken beside an empty column. Where even the words find no room, `scale` says by how much the
 * letters are smaller. `size`: points of the text.
 */
export function fitColumns(
  table: PrintTable,
  whole: number,
  size: number = cellText.size,
): { widths: number[]; scale: number } {
  const shares = table.columns.map(({ share }) => share);
  const all = sum(shares) || 1;
  const wanted = shares.map((share) => (share / all) * whole);
  const least = chooseLeast(table, whole, size);
  const needed = sum(least);
  if (needed >= whole)
    return { widths: least.map((width) => (width / needed) * whole), scale: Math.max(smallestScale, whole / needed) };
  // What narrow columns lack is taken from the others, each by what it can spare.
  const lacking = wanted.reduce((all, width, index) => all + Math.max(0, (least[index] ?? 0) - width), 0);
  const spare = wanted.reduce((all, width, index) => all + Math.max(0, width - (least[index] ?? 0)), 0);
  const widths = wanted.map((width, index) => {
    const own = least[index] ?? 0;
    return width < own ? own : width - (spare === 0 ? 0 : (lacking * (width - own)) / spare);
  });
  return { widths, scale: 1 };
}

/**
 * What is kept in one piece, the most careful first, and the part of the table's width that it may take: words are only kept whole where
 * texts of several lines still find room beside them, days go before everything else.
 */
const choices = [
  { measure: measureWords, most: 0.85 },
  { measure: measureDates, most: 1 },
] as const;

function chooseLeast(table: PrintTable, whole: number, size: number): number[] {
  const measureAll = (measure: Measure) =>
    table.columns.map((_, index) => Math.min(measureLeast(table, index, size, measure), whole * 0.3));
  for (const { measure, most } of choices) {
    const widths = measureAll(measure);
    if (sum(widths) <= whole * most) return widths;
  }
  return measureAll(measureKept);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

type Measure = (text: string, language: Language) => number;

/** 9 pt become 6.5 pt: smaller print is not read on paper. */
const smallestScale = 0.72;
/** Bold letters are wider. */
const boldWidth = 1.08;

/** Em: no name of a place is wider; what is, is broken. */
const widestKept = 11;
/** Em. */
const widestShort = 7;

/** Em: 「2015.10.18～2015.11.7」. */
const widestDate = 15;
/** Where Word has not our fonts, another's digits may be wider. */
const dateWidth = 1.12;

function measureLeast({ columns, rows, language }: PrintTable, index: number, size: number, measure: Measure): number {
  const label = cleanText(columns[index]?.label ?? "");
  const texts = rows.map(({ kind, cells }) => {
    const isBold = kind === "total" || cells[index]?.heading === true;
    return measure(cleanText(cells[index]?.text ?? ""), language) * (isBold ? boldWidth : 1);
  });
  const widths = [measureKept(label) * boldWidth, ...texts];
  return Math.max(1, ...widths) * size + cellText.inset;
}

/** A short text (番号, 2016年度, 8回、46名) stands in one line; of others, at least the widest word. */
function measureKept(text: string): number {
  const whole = measureEm(text);
  return whole <= widestShort ? whole : Math.min(widestKept, measureWidestWord(text));
}

/** Days and numbers are not parted: 「2015.10.1／3」 would be read as two. */
function measureDates(text: string): number {
  const whole = measureEm(text) * dateWidth;
  return whole <= widestDate && /^[\d.,/／:：\s~～〜–—−-]+$/.test(text) ? whole : measureKept(text);
}

const segmenters = {
  ja: new Intl.Segmenter("ja", { granularity: "word" }),
  zh: new Intl.Segmenter("zh", { granularity: "word" }),
} as const;

/** Em: 「北九州：職員5名」. */
const widestPhrase = 9;

/** Words of languages that set no spaces between them, too, and a number with its unit: 「1,480ページ」. */
function measureWords(text: string, language: Language): number {
  if (language === "en") return measureDates(text);
  let widest = 0;
  let number = "";
  for (const { segment, isWordLike } of segmenters[language].segment(text)) {
    if (isWordLike) widest = Math.max(widest, measureEm(`${number}${segment}`));
    number = /^[\d,.]+$/.test(segment) ? segment : "";
  }
  const whole = measureEm(text);
  return Math.max(measureDates(text), whole <= widestPhrase ? whole : Math.min(widestKept, widest));
}
