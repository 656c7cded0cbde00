import { type Language, languages } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import { type CellContext, printCellText } from "../../records/cell-codec.ts";
import type { CellKnowledge } from "../../records/cell-knowledge.ts";
import { type Cells, contentColumns, type RecordContent, type RecordKind } from "../../records/kind.ts";
import { choicesOf, printChoice } from "../../sheets/choice-cell.ts";
import { fieldHelp, fieldLabel, sheetLabel } from "../../sheets/field-label.ts";
import type { Column } from "../../sheets/sheet.ts";
import type { Template, TemplateColumn } from "../../spreadsheets/template.ts";
import { type FlatPart, flatPartsOf, type PartColumn } from "./flat-parts.ts";

/** Column with the record's key; the same in every kind. */
export const idColumn = "id";
/** Rises when a column changes its meaning. */
const templateVersion = 1;

/** One sheet a kind: the record, its columns in three languages, and its parts in columns of their own. */
export function describeTemplate(kind: RecordKind, language: Language, knowledge: CellKnowledge | null): Template {
  return {
    kind: kind.id,
    version: templateVersion,
    language,
    sheets: [
      {
        id: kind.sheet.name,
        name: sheetLabel(language, kind.sheet.name),
        columns: [describeId(kind, language), ...describeColumns(kind, language, knowledge)],
      },
    ],
    errors: {
      header: message(language, "exchange.errorsHeader"),
      headers: languages.map((each) => message(each, "exchange.errorsHeader")),
    },
  };
}

function describeId(kind: RecordKind, language: Language): TemplateColumn {
  return {
    id: idColumn,
    header: fieldLabel(language, kind.sheet.name, idColumn),
    headers: languages.map((each) => fieldLabel(each, kind.sheet.name, idColumn)),
    help: message(language, "exchange.help.id"),
    required: false,
    choices: [],
    open: true,
    width: 18,
  };
}

function describeColumns(kind: RecordKind, language: Language, knowledge: CellKnowledge | null): TemplateColumn[] {
  const parts = flatPartsOf(kind);
  const main = contentColumns(kind).map((column) => describeColumn(kind, column, language, knowledge));
  const flat = parts.flatMap((part) => part.columns.map((column) => describePart(part, column, language)));
  // Where the record comes from stands last.
  const end = main.findIndex(({ id }) => id === "source");
  return end === -1 ? [...main, ...flat] : [...main.slice(0, end), ...flat, ...main.slice(end)];
}

function describeColumn(
  kind: RecordKind,
  column: Column,
  language: Language,
  knowledge: CellKnowledge | null,
): TemplateColumn {
  const { value, name } = column;
  const sheet = kind.sheet.name;
  const isReference = value.type === "reference" || value.type === "references";
  const choices = isReference
    ? (knowledge?.references(value.sheet).choices(language) ?? [])
    : value.type === "flag"
      ? ["yes", "no"].map((flag) => printFlag(flag, column, language, knowledge))
      : choicesOf(column).map((choice) => printChoice(sheet, column, choice, language));
  return {
    id: name,
    header: fieldLabel(language, sheet, name),
    headers: languages.map((each) => fieldLabel(each, sheet, name)),
    help: describeHelp(sheet, column, language),
    required: isRequired(column),
    choices,
    open: value.type === "choices" || isReference,
    width: widthOf(column),
  };
}

function printFlag(flag: string, column: Column, language: Language, knowledge: CellKnowledge | null): string {
  return knowledge ? printCellText("", column, flag, { knowledge, language }) : flag;
}

function describePart(part: FlatPart, column: PartColumn, language: Language): TemplateColumn {
  const isPeople = part.sheet === "activity_people";
  const help = findMessageKey(`exchange.help.part.${part.sheet}`);
  return {
    id: column.id,
    header: partLabel(part, column, language),
    headers: languages.map((each) => partLabel(part, column, each)),
    help: help === null ? "" : message(language, help),
    required: false,
    choices: [],
    open: true,
    width: isPeople ? 14 : 22,
  };
}

/** 「活動の参加機関：実施主体」: the part as forms and pages call it, with which of its rows the column tells. */
function partLabel(part: FlatPart, column: PartColumn, language: Language): string {
  const label = column.label(language);
  const name = sheetLabel(language, part.sheet);
  return label === "" ? name : message(language, "exchange.partColumn", { part: name, rows: label });
}

/** Sources are filled in by the system where a record was entered here and stands in no document. */
export function isRequired(column: Column): boolean {
  return column.required && !column.name.startsWith("source");
}

/** What the form says of the column, and how several things are written into one cell. */
function describeHelp(sheet: string, column: Column, language: Language): string {
  const base = /^(.*)_(ja|zh|en)$/.exec(column.name)?.[1];
  const ofForm = fieldHelp(language, sheet, base ?? column.name);
  const parts = [
    isRequired(column) ? message(language, base ? "exchange.help.oneLanguage" : "exchange.help.required") : "",
    ofForm ?? "",
    findHelp(column, ofForm !== null, language),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function findHelp({ value }: Column, isExplained: boolean, language: Language): string {
  const isList = value.type === "references" || value.type === "choices";
  if (isExplained && !isList) return "";
  const target = "sheet" in value ? value.sheet : "";
  const key =
    findMessageKey(`exchange.help.${target}.${value.type}`) ?? findMessageKey(`exchange.help.type.${value.type}`);
  return key === null ? "" : message(language, key);
}

function widthOf({ value, name }: Column): number {
  if (/^(theme|result|remark|content|body|note|definition|explanation)_/.test(name)) return 36;
  if (/_(ja|zh|en)$/.test(name)) return 28;
  if (value.type === "integer" || value.type === "flag" || value.type === "code") return 11;
  return value.type === "text" || value.type === "edtf" ? 18 : 20;
}

/** A record as the cells of its row. */
export function printRecord(kind: RecordKind, id: string, content: RecordContent, context: CellContext): Cells {
  const cells: Cells = { [idColumn]: id };
  for (const column of contentColumns(kind))
    cells[column.name] = printCellText(kind.sheet.name, column, content.fields[column.name] ?? "", context);
  for (const part of flatPartsOf(kind)) {
    const rows = content.parts[part.sheet] ?? [];
    for (const column of part.columns) cells[column.id] = column.print(rows.filter(column.tells), context);
  }
  return cells;
}
