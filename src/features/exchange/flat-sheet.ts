import { type Language, languages } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import { type CellContext, printCellText } from "../../records/cell-codec.ts";
import type { CellKnowledge } from "../../records/cell-knowledge.ts";
import { type Cells, contentColumns, type RecordContent, type RecordKind } from "../../records/kind.ts";
import { choicesOf, printChoice } from "../../sheets/choice-cell.ts";
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
        name: message(language, `exchange.kind.${kind.id}`),
        columns: [describeId(language), ...describeColumns(kind, language, knowledge)],
      },
    ],
    errors: {
      header: message(language, "exchange.errorsHeader"),
      headers: languages.map((each) => message(each, "exchange.errorsHeader")),
    },
  };
}

function describeId(language: Language): TemplateColumn {
  return {
    id: idColumn,
    header: message(language, "exchange.idHeader"),
    headers: languages.map((each) => message(each, "exchange.idHeader")),
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
    header: columnLabel(sheet, name, language),
    headers: languages.map((each) => columnLabel(sheet, name, each)),
    help: describeHelp(column, language),
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

function partLabel(part: FlatPart, column: PartColumn, language: Language): string {
  const own = findMessageKey(`exchange.partColumn.${column.id}`);
  if (own !== null) return message(language, own);
  const frame = findMessageKey(`exchange.part.${part.sheet}`);
  const label = column.label(language);
  return frame === null ? label : message(language, frame, { label });
}

/** What a column is called; a text in three languages says which one. */
export function columnLabel(sheet: string, name: string, language: Language): string {
  const [, base = name, inLanguage] = /^(.*)_(ja|zh|en)$/.exec(name) ?? [];
  const key = findMessageKey(`exchange.column.${sheet}.${base}`) ?? findMessageKey(`exchange.column.any.${base}`);
  const label = key === null ? base : message(language, key);
  const each = languages.find((candidate) => candidate === inLanguage);
  return each === undefined
    ? label
    : message(language, "exchange.inLanguage", { label, language: message(language, `exchange.language.${each}`) });
}

/** Sources are filled in by the system where a record was entered here and stands in no document. */
export function isRequired(column: Column): boolean {
  return column.required && !column.name.startsWith("source");
}

function describeHelp(column: Column, language: Language): string {
  const isLocalized = /_(ja|zh|en)$/.test(column.name);
  const parts = [
    isRequired(column) ? message(language, isLocalized ? "exchange.help.oneLanguage" : "exchange.help.required") : "",
    findHelp(column, language),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function findHelp(column: Column, language: Language): string {
  const { type } = column.value;
  const target = "sheet" in column.value ? column.value.sheet : "";
  const own = findMessageKey(`exchange.help.column.${column.name}`);
  const key = own ?? findMessageKey(`exchange.help.${target}.${type}`) ?? findMessageKey(`exchange.help.type.${type}`);
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
