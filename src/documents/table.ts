import type { Language } from "../core/language.ts";

/**
 * One published table, as every output shows it: page, JSON, CSV, text.
 * It knows no feature; labels and texts are already in the reader's language.
 */
export interface TableDocument {
  id: string;
  title: string;
  /** null for a table that spans all years */
  fiscalYear: number | null;
  /** YYYY-MM-DD: what was held by this day counts as held */
  asOf: string;
  lang: Language;
  columns: TableColumn[];
  rows: TableRow[];
  totals?: TableRow;
  /** 備考 */
  notes: string[];
}

export interface TableColumn {
  key: string;
  label: string;
  unit?: string;
  /** key and label of a heading over several columns */
  group?: string;
}

export interface TableRow {
  key: string;
  label?: string;
  /** 番号 as printed */
  no?: string;
  /** planned and adjusting rows are shaded */
  status?: string;
  cells: Record<string, Cell>;
  /** ids of the records behind the row */
  records: string[];
  notes?: string[];
}

export type Cell = TextCell | DateCell | FigureCell;

export interface TextCell {
  text: string;
}

export interface DateCell {
  /** ISO 8601-2 */
  edtf: string;
  /** as the source prints it */
  text: string;
  /** in the reader's language */
  label: string;
}

export interface FigureCell {
  figures: Figure[];
  places?: string[];
}

export interface Figure {
  unit: string;
  unitLabel: string;
  value: number;
  /** value and unit in the reader's language: 「1,480ページ」 */
  text: string;
  basis: "records" | "claim";
  /** what the records add up to; null where the system holds none */
  records: number | null;
  /** what a document states; null where none does */
  claim: number | null;
  /** records minus claim; null where either is missing */
  difference: number | null;
  approximate: boolean;
  /** the document of the claim */
  document?: string;
  explanation?: string;
}

/** A cell as plain text: for CSV, the terminal and alternative texts. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return "";
  if ("figures" in cell) return figureCellText(cell);
  return "label" in cell ? cell.label || cell.text : cell.text;
}

function figureCellText({ figures, places = [] }: FigureCell): string {
  if (figures.length === 0) return "—";
  const [separator, open, close] = figures.some((figure) => figure.text.includes(" "))
    ? [", ", " (", ")"]
    : ["、", "（", "）"];
  const brackets = places.length > 0 ? `${open}${places.join(separator)}${close}` : "";
  return `${figures.map((figure) => figure.text).join(separator)}${brackets}`;
}
