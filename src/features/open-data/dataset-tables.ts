import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { CodeList, DataField, DataTable, DataValue } from "../../documents/data-table.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { choiceLabel } from "../../sheets/choice-label.ts";
import { fieldHelp, fieldLabel } from "../../sheets/field-label.ts";
import type { CellValue } from "../../sheets/parse-cell.ts";
import { readSheetRows } from "../../sheets/rows.ts";
import type { Column, Sheet } from "../../sheets/sheet.ts";
import { printCell } from "../../sheets/write-programme.ts";
import type { Programme } from "../programme/programme.ts";
import { getProgramme } from "../programme/service.ts";
import { licenceUrl } from "./archive/write-json.ts";
import type { Dataset } from "./datasets.ts";
import { nameSheet } from "./name-sheet.ts";

/** The sheets of a dataset that have rows, as tables for machines. */
export async function readDatasetTables(
  context: Context,
  { sheets }: Dataset,
  language: Language,
): Promise<DataTable[]> {
  const programme = await getProgramme(context);
  return read(context.database, async (transaction) => {
    const tables: DataTable[] = [];
    for (const sheet of sheets) {
      const rows: DataValue[][] = [];
      for await (const page of readSheetRows(transaction, sheet))
        rows.push(...page.map((row) => sheet.columns.map((column) => toValue(column, row[column.name] ?? null))));
      if (rows.length > 0) tables.push({ ...describeSheet(sheet, programme, language), rows });
    }
    return tables;
  });
}

function describeSheet(sheet: Sheet, programme: Programme, language: Language): Omit<DataTable, "rows"> {
  const title = nameSheet(language, sheet.name);
  return {
    id: sheet.name,
    title,
    language,
    fields: sheet.columns.map((column) => describeField(sheet, column, language)),
    codeLists: sheet.columns.flatMap((column) => describeCodes(sheet, column, language)),
    about: describe(language, [
      ["title", title],
      ["programme", localize(programme.name, language).text],
      ["asOf", programme.asOf],
      ["update", message(language, "dataTable.update", { date: writeEdtf(programme.asOf, language) })],
      ["missing", message(language, "dataTable.missing")],
      ["encoding", message(language, "dataTable.encoding")],
      ["licence", `CC BY 4.0 ${licenceUrl}`],
    ]),
  };
}

type AboutTerm = "title" | "programme" | "asOf" | "update" | "missing" | "encoding" | "licence";

function describe(language: Language, facts: readonly (readonly [AboutTerm, string])[]): DataTable["about"] {
  return facts.map(([term, text]) => ({ term: message(language, `dataTable.about.${term}`), text }));
}

function describeField(sheet: Sheet, column: Column, language: Language): DataField {
  const { name, value } = column;
  const title = fieldLabel(language, sheet.name, name);
  const base = { name, title, description: fieldHelp(language, sheet.name, name) ?? title };
  if (value.type === "choice") return { ...base, type: "code", codeList: codeListOf(sheet, column) };
  if (value.type === "integer" || value.type === "decimal") {
    const type = value.type === "integer" ? "integer" : "number";
    return { ...base, type, unit: message(language, `openData.unit.${units[name] ?? "ordinal"}`) };
  }
  return { ...base, type: "text" };
}

/** Of numbers, as the rule of 2026-03-31 asks (L3-04); what is not named here is a place in an order. */
const units: Record<string, "year" | "days" | "people" | "inRow" | "degrees" | "month"> = {
  fiscal_year: "year",
  first_fiscal_year: "year",
  last_fiscal_year: "year",
  stated_days: "days",
  count: "people",
  value: "inRow",
  latitude: "degrees",
  longitude: "degrees",
  start_month: "month",
  start_day: "days",
};

function describeCodes(sheet: Sheet, column: Column, language: Language): CodeList[] {
  const { name, value } = column;
  if (value.type !== "choice") return [];
  return [
    {
      id: codeListOf(sheet, column),
      title: fieldLabel(language, sheet.name, name),
      codes: value.choices.map((code) => ({ code, label: choiceLabel(language, sheet.name, name, code) })),
    },
  ];
}

function codeListOf({ name: sheet }: Sheet, { name }: Column): string {
  return `${sheet}_${name}`;
}

function toValue(column: Column, value: CellValue): DataValue {
  if (value === null || typeof value === "number") return value;
  return printCell(column, value) || null;
}
