import type { Language } from "../../core/language.ts";
import { isRecordKindId, type RecordKind, type RecordKindId } from "../../records/kind.ts";
import { recordKinds } from "../../records/registry.ts";
import { type RecognisedSheet, recogniseSheets } from "../../spreadsheets/recognise-sheets.ts";
import { headersOf } from "../../spreadsheets/template.ts";
import type { Workbook } from "../../spreadsheets/workbook.ts";
import { describeTemplate } from "./flat-sheet.ts";
import type { SheetFacts } from "./plan.ts";

export interface RecognisedUpload {
  facts: SheetFacts;
  sheet: RecognisedSheet | null;
}

/** Headings of every kind's sheet: a sheet of the wrong kind must be readable to be told so. */
export function allHeaders(language: Language): Set<string> {
  return new Set(recordKinds.flatMap((kind) => [...headersOf(describeTemplate(kind, language, null))]));
}

/** Finds the kind's sheet in the file; where there is none, says which kind's sheet it is. */
export function recogniseUpload(workbook: Workbook, kind: RecordKind, language: Language): RecognisedUpload {
  const { identity, sheets } = recogniseSheets(workbook, describeTemplate(kind, language, null));
  const [sheet = null] = sheets;
  const said = identity && isRecordKindId(identity.kind) ? identity.kind : null;
  const likeliest = said ?? findLikeliest(workbook, language);
  const isWrong = sheet === null || (said !== null && said !== kind.id) || isLikelier(likeliest, kind.id, said);
  const visible = workbook.grids.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  return {
    sheet: isWrong ? null : sheet,
    facts: {
      wrongKind: isWrong ? (likeliest === kind.id ? "unknown" : (likeliest ?? "unknown")) : null,
      format: workbook.format,
      encoding: workbook.encoding,
      sheetName: sheet?.grid.name ?? "",
      unknownColumns: sheet?.unknown.map(({ header, address }) => ({ header, address })) ?? [],
      missingColumns: sheet?.missing.map(({ header }) => header) ?? [],
      repeatedColumns: sheet?.repeated ?? [],
      formulas: sheet?.grid.notes.filter(({ what }) => what === "formula").length ?? 0,
      merged: sheet?.grid.merged.slice(0, 20) ?? [],
      ignoredSheets: visible.filter((grid) => grid !== sheet?.grid).map(({ name }) => name),
    },
  };
}

/** Without the hidden name of its kind a sheet is of the kind whose headings it shows most of. */
function findLikeliest(workbook: Workbook, language: Language): RecordKindId | null {
  const scores = recordKinds.map((kind) => {
    const [sheet] = recogniseSheets(workbook, describeTemplate(kind, language, null)).sheets;
    return { kind: kind.id, known: sheet?.columns.size ?? 0, unknown: sheet?.unknown.length ?? 0 };
  });
  const [best] = scores.sort((a, b) => b.known - a.known || a.unknown - b.unknown);
  return best && best.known > 1 ? best.kind : null;
}

function isLikelier(likeliest: RecordKindId | null, kind: RecordKindId, said: RecordKindId | null): boolean {
  return said === null && likeliest !== null && likeliest !== kind;
}

/** What a column of the kind's sheet is called, by its technical name. */
export function headersById(kind: RecordKind, language: Language): Map<string, string> {
  const columns = describeTemplate(kind, language, null).sheets[0]?.columns ?? [];
  return new Map(columns.map(({ id, header }) => [id, header]));
}
