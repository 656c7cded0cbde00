import type { Language } from "../../../core/language.ts";
import { cleanData } from "../../../documents/clean-data.ts";
import type { CodeList, DataField, DataTable, DataValue } from "../../../documents/data-table.ts";
import { choiceMessage, type MessageKey, message } from "../../../messages/message.ts";
import type { Books } from "../../programme/books.ts";
import type { LayoutRequest } from "../layouts/request.ts";

/** What a data table is composed from, beside the records. */
export interface DataRequest extends LayoutRequest {
  books: Books;
}

/** A column of a data table and how a record fills it. */
export interface DataColumn<Row> {
  field: DataField;
  codes?: CodeList;
  value(row: Row): DataValue;
}

export function composeTable<Row>(
  table: Pick<DataTable, "id" | "title" | "language" | "about">,
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): DataTable {
  const lists = new Map(columns.flatMap(({ codes }) => (codes ? [[codes.id, codes] as const] : [])));
  return {
    ...table,
    fields: columns.map(({ field }) => field),
    rows: rows.map((row) => columns.map(({ value }) => clean(value(row)))),
    codeLists: [...lists.values()],
  };
}

function clean(value: DataValue): DataValue {
  if (typeof value !== "string") return value;
  const text = cleanData(value);
  return text === "" ? null : text;
}

/** Words of a field: `dataTable.field.NAME` and `dataTable.describe.NAME`, with whose they are where several have the like. */
export function describeField(language: Language, name: string, words = name, whose = ""): Omit<DataField, "type"> {
  return {
    name,
    title: message(language, `dataTable.field.${words}` as MessageKey, { whose }),
    description: message(language, `dataTable.describe.${words}` as MessageKey, { whose }),
  };
}

export function textColumn<Row>(
  { language }: DataRequest,
  name: string,
  value: (row: Row) => string | null,
): DataColumn<Row> {
  return { field: { ...describeField(language, name), type: "text" }, value };
}

export function dateColumn<Row>(
  { language }: DataRequest,
  name: string,
  value: (row: Row) => string | null,
): DataColumn<Row> {
  return { field: { ...describeField(language, name), type: "date" }, value };
}

/** `unit`: in words; `dataTable.unit.*` has those that are no unit of a measure. */
export function numberColumn<Row>(
  { language }: DataRequest,
  name: string,
  unit: string,
  value: (row: Row) => number | null,
): DataColumn<Row> {
  return { field: { ...describeField(language, name), type: "integer", unit }, value };
}

/** Fiscal years by the calendar year that names them (L3-05). */
export function yearColumn<Row>(request: DataRequest, value: (row: Row) => number | null): DataColumn<Row> {
  return numberColumn(request, "fiscal_year", message(request.language, "dataTable.unit.year"), value);
}

/** The code and, beside it, what it stands for. `group`: messages that name the choices; `list`: where two lists share a name. */
export function choiceColumns<Row>(
  { language }: DataRequest,
  name: string,
  { choices, group, list = name }: { choices: readonly string[]; group: string; list?: string },
  value: (row: Row) => string | null,
): DataColumn<Row>[] {
  const title = message(language, `dataTable.field.${name}` as MessageKey, { whose: "" });
  const codes: CodeList = {
    id: list,
    title,
    codes: choices.map((code) => ({ code, label: cleanData(choiceMessage(language, group, code)) })),
  };
  return listedColumns(language, name, codes, value);
}

export function listedColumns<Row>(
  language: Language,
  name: string,
  codes: CodeList,
  value: (row: Row) => string | null,
): DataColumn<Row>[] {
  const { title } = codes;
  const labels = new Map(codes.codes.map(({ code, label }) => [code, label]));
  return [
    {
      field: {
        name: `${name}_code`,
        title: message(language, "dataTable.codeOf", { title }),
        description: message(language, "dataTable.describeCode", { title }),
        type: "code",
        codeList: codes.id,
      },
      codes,
      value,
    },
    {
      field: {
        name: `${name}_label`,
        title,
        description: message(language, "dataTable.describeLabel", { title }),
        type: "text",
      },
      value: (row) => labels.get(value(row) ?? "") ?? null,
    },
  ];
}
