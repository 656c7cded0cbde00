import type { PrintColumn, PrintTable } from "../../../documents/print-table.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { toPrintTable } from "../../statistics/print.ts";
import { getTable } from "../../statistics/service.ts";
import type { Study } from "./study.ts";

/** 「表1」 for each of the tables that exist in the year, in this order. */
export function numberTables(ids: readonly string[], { catalogue, fiscalYear, language }: Study) {
  const present = ids.filter((id) =>
    catalogue.tables.some((table) => table.id === id && table.fiscalYears.includes(fiscalYear)),
  );
  return new Map(
    present.map((id, index) => [id, message(language, "report.sentence.tableLabel", { number: index + 1 })]),
  );
}

/** The published table of the year as it stands on paper; nothing where the year has none. */
export async function tableBlocks(study: Study, id: string, label: string | undefined): Promise<Block[]> {
  if (label === undefined) return [];
  const { context, fiscalYear, asOf, language, calendar, notebook } = study;
  const document = await getTable(context, id, { fiscalYear, asOf, language, calendar });
  for (const { records } of document.rows) notebook.use(recordsOf(document.id, study), records);
  // The pages' polite form of the same sentence has no place in a report.
  const emptyText = message(language, "report.sentence.noneOnRecord");
  const table = { ...toPrintTable(document, { calendar, inText: true }), emptyText };
  return [captionedTable(table, label, language)];
}

export function captionedTable(table: PrintTable, label: string, language: Study["language"]): Block {
  const caption = message(language, "report.sentence.caption", { label, title: table.title });
  return { is: "table", caption, table };
}

/** Rows of numbered lists and of counts rest on activities, those of other layouts on other records. */
function recordsOf(id: string, { catalogue }: Study): string {
  const layout = catalogue.tables.find((table) => table.id === id)?.layout ?? "";
  return { plans: "plan", achievements: "achievement", "partnership-matrix": "partnership" }[layout] ?? "activity";
}

export interface PlainColumn {
  key: string;
  label: string;
  /** share of the width, all of them together 1 */
  share: number;
  align?: PrintColumn["align"];
}

export interface PlainRow {
  key: string;
  cells: readonly string[];
  /** planned, as the ministry's tables shade it */
  shaded?: boolean;
}

/** A table that only this document has. */
export function plainTable(
  study: Study,
  {
    id,
    title,
    columns,
    rows,
    notes = [],
  }: { id: string; title: string; columns: readonly PlainColumn[]; rows: readonly PlainRow[]; notes?: string[] },
): PrintTable {
  const { language, asOf } = study;
  return {
    id,
    title,
    language,
    asOfText: message(language, "table.print.asOf", { date: study.date(asOf) }),
    columns: columns.map(({ align = "start", ...column }) => ({ ...column, align })),
    rows: rows.map(({ key, cells, shaded = false }) => ({
      key,
      kind: "row",
      shaded,
      cells: cells.map((text) => ({ text })),
    })),
    notes,
    notesTitle: message(language, "table.print.notes"),
    emptyText: message(language, "report.sentence.noneOnRecord"),
    orientation: "portrait",
  };
}
