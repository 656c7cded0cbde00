import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { readCellKnowledge, targetsOf } from "../../records/cell-knowledge.ts";
import type { FilledRow, FilledSheet } from "../../spreadsheets/filled-sheet.ts";
import type { RecognisedSheet } from "../../spreadsheets/recognise-sheets.ts";
import type { Template, TemplateColumn } from "../../spreadsheets/template.ts";
import type { TextEncoding } from "../../spreadsheets/workbook.ts";
import type { RawContent } from "../../web/page.ts";
import type { Actor } from "../accounts/actor.ts";
import { describeRowProblem } from "./describe-problem.ts";
import { describeTemplate } from "./flat-sheet.ts";
import { reopenUpload } from "./import-service.ts";
import type { RowResult } from "./plan.ts";
import { headersById, recogniseUpload } from "./recognise-upload.ts";
import { type SheetFormat, writeFile } from "./write-sheet.ts";

/** The uploaded sheet again, its columns in their order and its texts as they were, with what is wrong in front of each row. */
export async function writeErrorSheet(
  context: Context,
  actor: Actor,
  id: string,
  language: Language,
): Promise<RawContent | null> {
  const { found, kind, workbook } = await reopenUpload(context, actor, id, language);
  const { sheet } = recogniseUpload(workbook, kind, language);
  if (!found.result || !sheet) return null;
  const knowledge = await read(context.database, (transaction) => readCellKnowledge(transaction, targetsOf(kind)));
  const template = describeTemplate(kind, language, knowledge);
  const columns = orderColumns(sheet, template);
  const results = new Map(found.result.rows.map((row) => [row.number, row]));
  const headers = headersById(kind, language);
  const filled: FilledSheet = {
    sheet: {
      ...sheet.sheet,
      name: template.sheets[0]?.name ?? sheet.sheet.name,
      columns: columns.map(([, column]) => column),
    },
    rows: sheet.rows.map(({ number, cells }) => {
      const texts = Object.fromEntries(columns.map(([index, { id: column }]) => [column, cells[index] ?? ""]));
      return { cells: texts, ...markErrors(results.get(number), headers, language) };
    }),
    errors: template.errors.header,
  };
  const format = formatOf(workbook.format, workbook.encoding);
  // Under another name than the upload, which it would overwrite or be taken for.
  const name = message(language, "exchange.withErrors", { name: found.fileName.replace(/\.[^.]*$/, "").slice(0, 80) });
  const written = await writeFile(template, filled, format, name);
  if ("file" in written) return written.file;
  // The words of an error may need characters that the sheet's own encoding lacks.
  const again = await writeFile(template, filled, "utf-8-bom", name);
  return "file" in again ? again.file : null;
}

/** The columns as they stand in the file, those that nobody knows among them. */
function orderColumns(sheet: RecognisedSheet, template: Template): [number, TemplateColumn][] {
  const described = new Map(template.sheets.flatMap(({ columns }) => columns.map((column) => [column.id, column])));
  const known = [...sheet.columns].map(([index, column]): [number, TemplateColumn] => [
    index,
    described.get(column.id) ?? column,
  ]);
  const unknown = sheet.unknown.map(({ column, header }): [number, TemplateColumn] => [
    column,
    { id: `unknown ${column}`, header, headers: [], help: "", required: false, choices: [], open: true, width: 16 },
  ]);
  return [...known, ...unknown].sort(([a], [b]) => a - b);
}

function markErrors(
  result: RowResult | undefined,
  headers: ReadonlyMap<string, string>,
  language: Language,
): Pick<FilledRow, "error" | "marked"> {
  if (!result || result.problems.length === 0) return {};
  return {
    error: result.problems
      .map((problem) => describeRowProblem(problem, headers, language, { address: false }))
      .join("\n"),
    marked: new Set(result.problems.flatMap(({ column }) => (column === null ? [] : [column]))),
  };
}

function formatOf(format: "xlsx" | "csv", encoding: TextEncoding | null): SheetFormat {
  if (format === "xlsx") return "xlsx";
  return encoding === null || encoding === "utf-16" ? "utf-8-bom" : encoding;
}
