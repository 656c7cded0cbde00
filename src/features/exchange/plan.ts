import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import type { TextEncoding } from "../../spreadsheets/workbook.ts";
import type { LikenessPlace, LikenessSort } from "../records/likenesses/likeness.ts";
import type { Visibility } from "../records/record.ts";
import type { SheetProblem } from "./sheet-problem.ts";

export const rowStatuses = ["error", "new", "changed", "same"] as const;
export type RowStatus = (typeof rowStatuses)[number];

export interface RowProblem extends SheetProblem {
  /** technical name of the column; null for the row as a whole */
  column: string | null;
  /** cell, or number of the row where its column is not in the sheet */
  address: string;
}

/** What one row of the sheet would do. */
export interface RowResult {
  number: number;
  status: RowStatus;
  /** record that it is, or is to become; null for a new one without a key */
  record: string | null;
  title: string;
  problems: RowProblem[];
  /** whether taking it over corrects an approved record, which needs a reason */
  corrects: boolean;
  /** cells as people read them: of a new record what they were understood as, where that is not what was typed */
  changes: { column: string; before: string; after: string }[];
  /** what it looks like; absent where that is nothing */
  likenesses?: RowLikeness[];
}

/** Another record that a row looks like: a doubt, which keeps nobody from going on. */
export interface RowLikeness {
  sort: LikenessSort;
  /** its record; null for another row of the sheet */
  id: string | null;
  title: string;
  /** EDTF */
  date: string | null;
  place: LikenessPlace;
}

/** What the sheet as a whole looks like. */
export interface SheetFacts {
  /** another kind of record whose sheet this is; `unknown` where it is none of them */
  wrongKind: RecordKindId | "unknown" | null;
  format: "xlsx" | "csv";
  encoding: TextEncoding | null;
  sheetName: string;
  unknownColumns: { header: string; address: string }[];
  missingColumns: string[];
  repeatedColumns: { header: string; address: string }[];
  formulas: number;
  merged: string[];
  /** other sheets of the file that are not read */
  ignoredSheets: string[];
}

/** Kept with the upload and shown until it is decided. */
export interface ImportResult {
  language: Language;
  facts: SheetFacts;
  rows: RowResult[];
}

/** A row with what is needed to take it over. */
export interface PlannedRow extends RowResult {
  content: RecordContent;
  target: RowTarget;
}

export type RowTarget =
  | { is: "new"; newId: string | null }
  | { is: "record"; record: string; version: number; visibility: Visibility }
  | { is: "entry"; entry: string; revision: number; visibility: Visibility; corrects: boolean };

export interface ImportPlan extends Omit<ImportResult, "rows"> {
  rows: PlannedRow[];
}

export function countRows(rows: readonly RowResult[]): Record<RowStatus, number> {
  const counts = { error: 0, new: 0, changed: 0, same: 0 };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}

/** Whether nothing stands in the way of taking it over, and there is something to take over. */
export function isReady({ facts, rows }: Pick<ImportResult, "facts" | "rows">): boolean {
  const counts = countRows(rows);
  return (
    facts.wrongKind === null &&
    facts.repeatedColumns.length === 0 &&
    counts.error === 0 &&
    counts.new + counts.changed > 0
  );
}

export function titleOf(title: Parameters<typeof localize>[0], language: Language): string {
  return localize(title, language).text;
}

/** A sheet may be wrong in every cell; what nobody reads to its end is not kept. */
const keptARow = 20;
const keptInAll = 5_000;
const longestText = 300;

/** As it is kept: the contents are read again from the file when they are taken over. Of each wrong row one reason stays at least. */
export function toResult({ language, facts, rows }: ImportPlan): ImportResult {
  let kept = 0;
  const keep = <Item>(items: readonly Item[]): Item[] => {
    const some = items.slice(0, kept < keptInAll ? keptARow : 1);
    kept += some.length;
    return some;
  };
  return {
    language,
    facts,
    rows: rows.map(({ number, status, record, title, problems, corrects, changes, likenesses }) => ({
      number,
      status,
      record,
      title: shorten(title),
      problems: keep(problems),
      corrects,
      changes: keep(changes).map(({ column, before, after }) => ({
        column,
        before: shorten(before),
        after: shorten(after),
      })),
      ...(likenesses
        ? { likenesses: keep(likenesses).map((likeness) => ({ ...likeness, title: shorten(likeness.title) })) }
        : {}),
    })),
  };
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
