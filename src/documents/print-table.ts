import type { Language } from "../core/language.ts";

/**
 * A table as it stands on paper: Word, Excel for people, PDF. Everything is text in the reader's language; nothing here
 * is looked up again by the writers.
 */
export interface PrintTable {
  id: string;
  title: string;
  language: Language;
  /** 「2016年1月19日現在」 */
  asOfText: string;
  columns: PrintColumn[];
  rows: PrintRow[];
  /** 備考, without numbers: a writer numbers them where there are several */
  notes: string[];
  /** 「備考」 */
  notesTitle: string;
  /** in place of rows where there are none */
  emptyText: string;
  /** of an A4 page on which the table is readable */
  orientation: "portrait" | "landscape";
}

export interface PrintColumn {
  key: string;
  label: string;
  /** heading over several neighbouring columns: a merged cell */
  group?: { key: string; label: string };
  /** share of the table's width; all shares add up to 1 */
  share: number;
  align: "start" | "center" | "end";
}

export interface PrintRow {
  key: string;
  kind: "row" | "total";
  /** planned and adjusting rows, as the ministry's tables shade them; the notes say so in words */
  shaded: boolean;
  /** one for each column */
  cells: PrintCell[];
}

export interface PrintCell {
  text: string;
  /** `text` in its parts, where one of them stands in another language than the table */
  runs?: PrintRun[];
  /** the row's heading */
  heading?: boolean;
  /** where the cell is one plain number: Excel keeps it as a number and shows `text` by a format */
  number?: { value: number; unit: string };
}

export interface PrintRun {
  text: string;
  /** where it is not the table's */
  language?: Language;
}

/** Rows of a table that is not parted by the end of a page. */
export const mostRowsTogether = 10;
