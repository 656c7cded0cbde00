import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { readCellKnowledge, targetsOf } from "../../records/cell-knowledge.ts";
import type { RecordKind } from "../../records/kind.ts";
import { sheetLabel } from "../../sheets/field-label.ts";
import type { CsvEncoding } from "../../spreadsheets/encode-text.ts";
import type { FilledSheet } from "../../spreadsheets/filled-sheet.ts";
import { limits } from "../../spreadsheets/refusal.ts";
import type { Template } from "../../spreadsheets/template.ts";
import { type UnencodableCell, writeCsvSheet } from "../../spreadsheets/write-csv.ts";
import { writeXlsx } from "../../spreadsheets/write-xlsx.ts";
import type { RawContent } from "../../web/page.ts";
import type { Actor } from "../accounts/actor.ts";
import { canCorrect, findStanding, ownersFor } from "../records/access.ts";
import { readOpenEntries, readSheetRecords } from "../records/sheet-reads.ts";
import { describeTemplate, printRecord } from "./flat-sheet.ts";
import { joinRows } from "./present.ts";

export type SheetFormat = "xlsx" | CsvEncoding;

export interface SheetRequest {
  kind: RecordKind;
  /** headings, lists and names */
  language: Language;
  format: SheetFormat;
  /** without records, to be filled in */
  empty: boolean;
  fiscalYear: number | null;
}

export type WrittenSheet = { file: RawContent } | { unencodable: UnencodableCell[] };

/** The sheet of a kind with the records that the actor may correct, and with what the actor's organisations are entering. */
export async function writeSheet(context: Context, actor: Actor, request: SheetRequest): Promise<WrittenSheet> {
  const { template, filled } = await fillSheet(context, actor, request);
  return writeFile(template, filled, request.format, nameFile(request));
}

async function fillSheet(context: Context, actor: Actor, request: SheetRequest) {
  const { kind, language, empty } = request;
  const standing = await findStanding(context, actor);
  const owners = ownersFor(standing, kind.id);
  if (owners.length === 0) throw new AppError("forbidden", { kind: kind.id });
  const fiscalYear = kind.fiscalYear === null ? null : request.fiscalYear;
  return read(context.database, async (transaction) => {
    const knowledge = await readCellKnowledge(transaction, targetsOf(kind));
    const template = describeTemplate(kind, language, knowledge);
    const [sheet] = template.sheets;
    if (!sheet) throw new Error(`no sheet of ${kind.id}`);
    const filled: FilledSheet = { sheet, rows: [], errors: null };
    if (empty) return { template, filled };
    const choice = { ...(fiscalYear === null ? {} : { fiscalYear }), limit: limits.rows };
    const records = await readSheetRecords(transaction, kind.id, standing, choice);
    const entries = await readOpenEntries(transaction, kind.id, owners);
    const rows = await joinRows(
      transaction,
      kind,
      records.filter((record) => !record.removed && canCorrect(standing, record)),
      entries.filter((entry) => fiscalYear === null || entry.fiscalYear === fiscalYear),
    );
    const printed = rows.map(({ id, content }) => ({ cells: printRecord(kind, id, content, { knowledge, language }) }));
    return { template, filled: { ...filled, rows: printed } };
  });
}

export async function writeFile(
  template: Template,
  filled: FilledSheet,
  format: SheetFormat,
  name: string,
): Promise<WrittenSheet> {
  if (format === "xlsx") {
    const words = {
      title: message(template.language, "exchange.choiceTitle"),
      text: message(template.language, "exchange.choiceText"),
    };
    const content = await writeXlsx(template, [filled], words);
    const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { file: { contentType, content, fileName: `${name}.xlsx` } };
  }
  const written = writeCsvSheet(filled, format);
  if ("unencodable" in written) return written;
  const charset = { "utf-8-bom": "utf-8", "utf-8": "utf-8", cp932: "shift_jis", gb18030: "gb18030" }[format];
  const contentType = `text/csv; charset=${charset}`;
  return { file: { contentType, content: written.bytes, fileName: `${name}.csv` } };
}

function nameFile({ kind, language, empty, fiscalYear }: SheetRequest): string {
  const name = sheetLabel(language, kind.sheet.name);
  if (empty) return message(language, "exchange.emptyFileName", { name });
  return fiscalYear === null || kind.fiscalYear === null ? name : `${name}-${fiscalYear}`;
}
