import { setImmediate } from "node:timers/promises";
import type { Language } from "../../core/language.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { CellContext } from "../../records/cell-codec.ts";
import { readCellKnowledge, targetsOf } from "../../records/cell-knowledge.ts";
import { cellProblem } from "../../records/cell-problem.ts";
import type { Cells, RecordContent, RecordKind } from "../../records/kind.ts";
import { readSurroundings } from "../../records/lookup.ts";
import { fingerprintContent, isSameContent, normaliseContent } from "../../records/normalise.ts";
import { isId } from "../../sheets/parse-cell.ts";
import type { RecognisedSheet } from "../../spreadsheets/recognise-sheets.ts";
import { cellAddress, type GridRow, type Workbook } from "../../spreadsheets/workbook.ts";
import { canCorrect, type Standing } from "../records/access.ts";
import { idColumn, printRecord } from "./flat-sheet.ts";
import { type ImportPlan, type PlannedRow, type RowProblem, type RowTarget, titleOf } from "./plan.ts";
import { type KnownRow, type Present, readPresent } from "./present.ts";
import { readRow } from "./read-row.ts";
import { recogniseUpload } from "./recognise-upload.ts";
import type { SheetProblem } from "./sheet-problem.ts";

export interface ImportRequest {
  kind: RecordKind;
  owner: string;
  language: Language;
  workbook: Workbook;
  /** share of the rows that are compared, 0 to 1 */
  onProgress?: (share: number) => Promise<void>;
}

/** After so many rows other requests get their turn. */
const rowsAtOnce = 100;

/** Compares every row with what there is, and changes nothing. */
export async function planImport(
  transaction: ReadTransaction,
  standing: Standing,
  request: ImportRequest,
): Promise<ImportPlan> {
  const { kind, owner, language, workbook } = request;
  const { facts, sheet } = recogniseUpload(workbook, kind, language);
  if (!sheet) return { language, facts, rows: [] };
  const knowledge = await readCellKnowledge(transaction, targetsOf(kind));
  const surroundings = await readSurroundings(transaction);
  const idsInFile = readIds(sheet);
  const present = await readPresent(transaction, standing, kind, owner, idsInFile);
  const planner = createRowPlanner(kind, standing, sheet, present, { knowledge, language });
  const rows: PlannedRow[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    const planned = planner(row);
    const title = titleOf(kind.title(planned.content, surroundings), language);
    rows.push({ ...planned, title });
    if (index % rowsAtOnce !== rowsAtOnce - 1) continue;
    await setImmediate();
    await request.onProgress?.((index + 1) / sheet.rows.length);
  }
  return { language, facts, rows };
}

function readIds(sheet: RecognisedSheet): string[] {
  const place = [...sheet.columns].find(([, { id }]) => id === idColumn)?.[0];
  if (place === undefined) return [];
  return [...new Set(sheet.rows.map(({ cells }) => (cells[place] ?? "").trim()).filter((id) => id !== ""))];
}

function createRowPlanner(
  kind: RecordKind,
  standing: Standing,
  sheet: RecognisedSheet,
  present: Present,
  context: CellContext,
): (row: GridRow) => Omit<PlannedRow, "title"> {
  const places = new Map([...sheet.columns].map(([index, { id }]) => [id, index]));
  const notes = new Map(sheet.grid.notes.map(({ address, what }) => [address, what]));
  const seenIds = new Map<string, number>();
  const seenContents = new Map<string, number>();
  return (row) => {
    const cells: Cells = {};
    const problems: RowProblem[] = [];
    const addressOf = (column: string | null) => {
      const place = column === null ? undefined : places.get(column);
      return place === undefined ? String(row.number) : cellAddress(place, row.number);
    };
    const report = (column: string | null, problem: SheetProblem) =>
      problems.push({ ...problem, column, address: addressOf(column) });
    for (const [id, index] of places) {
      cells[id] = row.cells[index] ?? "";
      const note = notes.get(cellAddress(index, row.number));
      if (note === "error" || note === "damaged")
        report(id, cellProblem(note === "error" ? "error-value" : "damaged", cells[id]));
    }
    const id = (cells[idColumn] ?? "").trim();
    const byId = id === "" ? null : (present.byId.get(id) ?? null);
    const reading = readRow(kind, cells, byId?.content ?? null, context);
    for (const { column, ...problem } of reading.problems) report(column, problem);
    const content = normaliseContent(kind, reading.content);
    const known = byId ?? (id === "" ? (present.byContent.get(fingerprintContent(content)) ?? null) : null);
    const isSame = known !== null && isSameContent(content, known.content);
    checkRepeats({ id, content, row: row.number, seenIds, seenContents }, report);
    if (!isSame) checkTarget(kind, standing, { id, known, content, present }, report);
    const status = problems.length > 0 ? "error" : known === null ? "new" : isSame ? "same" : "changed";
    return {
      number: row.number,
      status,
      record: known?.id ?? (id === "" ? null : id),
      problems,
      corrects: status === "changed" && known?.record != null,
      changes: isSame
        ? []
        : known
          ? listChanges(kind, known, content, context)
          : listUnderstood(kind, id, cells, content, context),
      content,
      target: describeTarget(known, id),
    };
  };
}

type Report = (column: string | null, problem: SheetProblem) => void;

function checkRepeats(
  row: {
    id: string;
    content: RecordContent;
    row: number;
    seenIds: Map<string, number>;
    seenContents: Map<string, number>;
  },
  report: Report,
): void {
  const key = row.id === "" ? fingerprintContent(row.content) : row.id;
  const seen = row.id === "" ? row.seenContents : row.seenIds;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row.row);
  else if (row.id === "") report(null, cellProblem("repeated-row", "", String(first)));
  else report(idColumn, cellProblem("repeated-record", row.id, String(first)));
}

/** Whether the actor may write what the row asks for. */
function checkTarget(
  kind: RecordKind,
  standing: Standing,
  row: { id: string; known: KnownRow | null; content: RecordContent; present: Present },
  report: Report,
): void {
  const { id, known, content, present } = row;
  if (id !== "" && !known) {
    if (!isId(id)) report(idColumn, cellProblem("bad-id", id));
    else if (present.usedIds.has(id)) report(idColumn, cellProblem("taken-record", id));
  }
  if (known?.entry?.state === "submitted") report(null, cellProblem("under-review"));
  if (known?.record?.removed) report(idColumn, cellProblem("removed-record", known.id));
  if (known?.record && !known.entry && !canCorrect(standing, known.record))
    report(idColumn, cellProblem("not-yours", known.id));
  if (kind.fiscalYear === null) return;
  const years = [Number(content.fields[kind.fiscalYear]), known?.record?.fiscalYear ?? Number.NaN];
  const closed = years.find((year) => present.closedYears.has(year));
  if (closed !== undefined) report(kind.fiscalYear, cellProblem("year-closed", "", String(closed)));
}

function describeTarget(known: KnownRow | null, id: string): RowTarget {
  if (!known) return { is: "new", newId: id === "" ? null : id };
  const { entry, record } = known;
  if (entry) {
    const { id: key, revision, visibility } = entry;
    return { is: "entry", entry: key, revision, visibility, corrects: record !== null };
  }
  if (!record) throw new Error("a known row without record and entry");
  return { is: "record", record: record.id, version: record.version, visibility: record.visibility };
}

function listChanges(kind: RecordKind, known: KnownRow, content: RecordContent, context: CellContext) {
  const before = printRecord(kind, known.id, known.content, context);
  const after = printRecord(kind, known.id, content, context);
  return Object.keys(after).flatMap((column) => {
    const [from = "", to = ""] = [before[column], after[column]];
    return from === to ? [] : [{ column, before: from, after: to }];
  });
}

/** Of a new record: cells that were understood as something else than what stands in them, such as a date or an alias. */
function listUnderstood(kind: RecordKind, id: string, cells: Cells, content: RecordContent, context: CellContext) {
  const understood = printRecord(kind, id, content, context);
  const plain = new Set(kind.sheet.columns.filter(({ value }) => value.type === "integer").map(({ name }) => name));
  return Object.entries(understood).flatMap(([column, after]) => {
    const before = (cells[column] ?? "").trim();
    return plain.has(column) || before === "" || after === "" || before === after ? [] : [{ column, before, after }];
  });
}
