import { languages } from "../core/language.ts";
import type { ReadTransaction } from "../db/transaction.ts";
import { type CellProblem, parseCell, type Row } from "../sheets/parse-cell.ts";
import { type ProblemReason, shortenValue } from "../sheets/problem.ts";
import type { Column, Sheet } from "../sheets/sheet.ts";
import {
  type Cells,
  contentColumns,
  partColumns,
  type RecordContent,
  type RecordKind,
  type RecordPart,
} from "./kind.ts";
import { type FindKnownIds, findKnownIds } from "./known-ids.ts";

/** Why a cell of a record cannot be taken, and which. */
export interface ContentProblem {
  sheet: string;
  /** place of the row in its part, from 0; null for the record's own row */
  row: number | null;
  column: string;
  reason: ProblemReason | "required-in-any" | "translation-missing" | "too-long";
  value: string;
  expected: string | null;
}

/** `submit`: one language of a text that has three is enough. `approve`: everything that a public page needs. */
export type CheckStage = "submit" | "approve";

/** The rows that the content makes in each table; the record's key and the order are put in here. */
export interface ContentRows {
  main: Row;
  parts: { part: RecordPart; rows: Row[] }[];
}

export interface CheckedContent {
  rows: ContentRows;
  problems: ContentProblem[];
}

/** Longest text of a cell, in UTF-16 units: a page of a report. */
export const longestCell = 20_000;
export const mostPartRows = 500;

/** Checks every cell by its column, references by what the database knows, and keys within a part. */
export async function checkContent(
  transaction: ReadTransaction,
  kind: RecordKind,
  id: string,
  content: RecordContent,
  stage: CheckStage,
  findIds: FindKnownIds = (references) => findKnownIds(transaction, references),
): Promise<CheckedContent> {
  const problems: ContentProblem[] = [];
  const main = checkRow(kind.sheet, contentColumns(kind), content.fields, null, stage, problems);
  const parts = kind.parts.map((part) => {
    const cells = content.parts[part.sheet.name] ?? [];
    const rows = cells.map((row, index) => checkRow(part.sheet, partColumns(part), row, index, stage, problems));
    problems.push(...findRepeatedKeys(part, rows));
    return {
      part,
      rows: rows.map((row, index) => ({
        ...row,
        [part.parent]: id,
        ...(part.position === null ? {} : { [part.position]: index + 1 }),
      })),
    };
  });
  problems.push(...findBrokenRules(kind, content, problems));
  problems.push(...(await findUnknownReferences(findIds, kind, id, content)));
  return { rows: { main: { id, ...main }, parts }, problems };
}

/** A cell that cannot even be read would only be told twice. */
function findBrokenRules(
  kind: RecordKind,
  content: RecordContent,
  problems: readonly ContentProblem[],
): ContentProblem[] {
  const told = new Set(problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`));
  return (kind.rules?.(content) ?? [])
    .filter(({ sheet, row, column }) => !told.has(`${sheet} ${row} ${column}`))
    .map(({ rule, value, ...place }) => ({
      ...place,
      reason: "broken-rule",
      value: shortenValue(value),
      expected: rule,
    }));
}

function checkRow(
  sheet: Sheet,
  columns: readonly Column[],
  cells: Cells,
  index: number | null,
  stage: CheckStage,
  problems: ContentProblem[],
): Row {
  const row: Row = {};
  for (const column of columns) {
    const text = cells[column.name] ?? "";
    const found = checkCell(column, text, cells, row, stage);
    if (found) problems.push({ sheet: sheet.name, row: index, column: column.name, ...found });
  }
  return row;
}

function checkCell(
  column: Column,
  text: string,
  cells: Cells,
  row: Row,
  stage: CheckStage,
): (Omit<CellProblem, "reason"> & Pick<ContentProblem, "reason">) | null {
  if (text.length > longestCell)
    return { reason: "too-long", value: shortenValue(text), expected: String(longestCell) };
  if (/(?![\t\n\r])\p{Cc}/u.test(text)) return { reason: "control-character", value: "", expected: null };
  // A person types what a person writes: neutralising formulas is the work of those who write spreadsheets.
  const found = parseCell(column, text, row, { allowFormula: true });
  if (found?.reason !== "required") return found;
  const [, group, language] = column.name.match(/^(.*)_(ja|zh|en)$/) ?? [];
  if (group === undefined) return found;
  const isElsewhere = languages.some((each) => (cells[`${group}_${each}`] ?? "") !== "");
  // Said once for the three columns, at the first of them.
  if (!isElsewhere) return language === languages[0] ? { ...found, reason: "required-in-any" } : null;
  return stage === "submit" ? null : { ...found, reason: "translation-missing" };
}

function findRepeatedKeys(part: RecordPart, rows: readonly Row[]): ContentProblem[] {
  const key = part.sheet.key.filter((name) => name !== part.parent && name !== part.position);
  if (key.length === 0) return [];
  const seen = new Map<string, number>();
  return rows.flatMap((row, index): ContentProblem[] => {
    const text = key.map((name) => String(row[name] ?? "")).join(", ");
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, index);
      return [];
    }
    const place = { sheet: part.sheet.name, row: index, column: key[0] ?? "" };
    return [{ ...place, reason: "duplicate-key", value: shortenValue(text), expected: String(first + 1) }];
  });
}

async function findUnknownReferences(
  findIds: FindKnownIds,
  kind: RecordKind,
  id: string,
  content: RecordContent,
): Promise<ContentProblem[]> {
  const references = [...listReferences(kind, content)];
  const known = await findIds(references);
  return references
    .filter(({ target, value }) => !known.get(target)?.has(value) && !(target === kind.sheet.name && value === id))
    .map(({ target, value, place }) => ({
      ...place,
      reason: "unknown-reference",
      value: shortenValue(value),
      expected: target,
    }));
}

function* listReferences(kind: RecordKind, content: RecordContent) {
  const rows = [
    { sheet: kind.sheet, columns: contentColumns(kind), cells: content.fields, row: null },
    ...kind.parts.flatMap((part) =>
      (content.parts[part.sheet.name] ?? []).map((cells, row) => ({
        sheet: part.sheet,
        columns: partColumns(part),
        cells,
        row,
      })),
    ),
  ];
  for (const { sheet, columns, cells, row } of rows) {
    for (const { name, value: type } of columns) {
      const text = cells[name] ?? "";
      if (text === "" || (type.type !== "reference" && type.type !== "references")) continue;
      for (const value of type.type === "references" ? text.split(";") : [text])
        yield { target: type.sheet, value, place: { sheet: sheet.name, row, column: name } };
    }
  }
}
