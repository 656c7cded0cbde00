import type { Localized } from "../core/localized.ts";
import type { Sheet } from "../sheets/sheet.ts";

export const recordKindIds = [
  "activity",
  "project",
  "agreement",
  "partnership",
  "organisation",
  "claim",
  "news",
] as const;
export type RecordKindId = (typeof recordKindIds)[number];

export function isRecordKindId(text: string): text is RecordKindId {
  return (recordKindIds as readonly string[]).includes(text);
}

/** One row of a sheet, each cell as the CSV file would hold it; an absent cell is empty. */
export type Cells = Record<string, string>;

/** What a version of a record says: the row of its main sheet without the key, and the rows of the sheets that hang on it. */
export interface RecordContent {
  fields: Cells;
  /** rows by sheet, without the key of the record and without their position, which is their order */
  parts: Record<string, Cells[]>;
}

export interface RecordPart {
  sheet: Sheet;
  /** column with the id of the record that the row belongs to */
  parent: string;
  /** column with the order, where the sheet has one */
  position: string | null;
}

/** What a content breaks that no single cell tells, said at the cell that is to be changed. */
export interface BrokenRule {
  /** sheet of the cell */
  sheet: string;
  /** place of the row in its part, from 0; null for the record's own row */
  row: number | null;
  column: string;
  /** what is wrong: `recordRule.{rule}` says it */
  rule: string;
  value: string;
}

/** A kind of record that people enter: one row of its sheet, with the rows of others that belong to it. */
export interface RecordKind {
  id: RecordKindId;
  sheet: Sheet;
  parts: readonly RecordPart[];
  /** column of the fiscal year that the record belongs to; the year's closing locks it */
  fiscalYear: string | null;
  /** column of its date */
  date: string | null;
  /** part of the public address that shows it, below the language; null where no page is its own */
  publicPath(id: string): string | null;
  /** organisations that it names */
  organisations(content: RecordContent, lookup: RecordLookup): string[];
  ledger(content: RecordContent, lookup: RecordLookup): string | null;
  /** what must hold between its cells and rows; absent where nothing must */
  rules?(content: RecordContent): BrokenRule[];
  /** what lists call it; the languages that are filled in */
  title(content: RecordContent, lookup: RecordLookup): Localized;
}

/** What a kind has to know of other records to describe one of its own. */
export interface RecordLookup {
  organisationName(id: string): Localized;
  partnershipSides(id: string): string[];
  registerLedger(id: string): string | null;
  measureName(id: string): Localized;
  /** a ledger that the technical platform's institute owns; null where the programme has none */
  technicalLedger: string | null;
}

/** Columns that a form or a sheet of this kind fills: not the record's own key. */
export function contentColumns(kind: RecordKind) {
  return kind.sheet.columns.filter(({ name }) => name !== "id");
}

export function partColumns(part: RecordPart) {
  return part.sheet.columns.filter(({ name }) => name !== part.parent && name !== part.position);
}

/** The ids in a cell that may hold several. */
export function splitCell(text: string | undefined): string[] {
  return text ? text.split(";") : [];
}

export function localizedCells(fields: Cells, name: string): Localized {
  const value: Localized = {};
  for (const language of ["ja", "zh", "en"] as const) {
    const text = fields[`${name}_${language}`];
    if (text) value[language] = text;
  }
  return value;
}
