import { parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type CellContext, printCellText } from "../../../records/cell-codec.ts";
import type { CellProblem } from "../../../records/cell-problem.ts";
import type { ContentProblem } from "../../../records/check.ts";
import { type Cells, type RecordContent, type RecordKind, splitCell } from "../../../records/kind.ts";
import { choiceLabel } from "../../../sheets/choice-label.ts";
import { fieldHelp, fieldLabel, sheetLabel } from "../../../sheets/field-label.ts";
import type { Column, Sheet } from "../../../sheets/sheet.ts";
import { describeCellProblem, describeContentProblem } from "../describe-content-problem.ts";
import { type FormItem, formLayouts } from "./layout.ts";
import { describePolicy, writePolicy } from "./policy-titles.ts";
import { inputName, showDate } from "./read-entry-form.ts";
import { isAskedLanguage, languageOf, placeOf } from "./written-language.ts";

export interface FormOption {
  value: string;
  text: string;
}

interface FieldBase {
  name: string;
  label: string;
  help: string | null;
  required: boolean;
  error: string | null;
}

/** One question, ready to be drawn. */
export type FormField =
  | (FieldBase & { kind: "text" | "number" | "long"; value: string; language: Language | null })
  /** the date as typed; `understood` is what it was read as */
  | (FieldBase & { kind: "date"; value: string; understood: string | null; choices: FormOption[] })
  | (FieldBase & { kind: "choice"; value: string; options: FormOption[] })
  | (FieldBase & { kind: "choices"; values: string[]; options: FormOption[] })
  /** one or more organisations by name; `choices` where a name fits several */
  | (FieldBase & { kind: "organisation"; value: string; understood: string | null; choices: FormOption[] })
  /** one policy, found by words of its title in any language */
  | (FieldBase & { kind: "policy"; value: string; choices: FormOption[] });

export interface LocalizedField {
  name: string;
  label: string;
  help: string | null;
  required: boolean;
  long: boolean;
  fields: Extract<FormField, { kind: "text" | "number" | "long" }>[];
}

export interface PartTable {
  sheet: string;
  label: string;
  help: string | null;
  /** rows of many questions are cards: `folded` are those that few fill */
  cards: boolean;
  rows: {
    fields: FormField[];
    folded: FormField[];
    open: boolean;
    hidden: { name: string; value: string }[];
    label: string;
  }[];
}

export type FormBlock = { field: FormField } | { localized: LocalizedField } | { part: PartTable };

export interface FormView {
  groups: { id: string; folded: boolean; blocks: FormBlock[] }[];
  /** every error with the input that it belongs to, in the order of the form */
  errors: { name: string; label: string; text: string }[];
}

export interface FormRequest {
  kind: RecordKind;
  content: RecordContent;
  typing: CellContext;
  /** what was typed and not understood stays as it was typed */
  typed?: ReadonlyMap<string, string> | undefined;
  typedProblems?: ReadonlyMap<string, CellProblem> | undefined;
  problems?: readonly ContentProblem[] | undefined;
  /** fiscal years to choose from */
  fiscalYears: FormOption[];
  /** further empty rows that a part shows */
  extraRows?: ReadonlyMap<string, number> | undefined;
}

/** Lays a record's form out: every question with its words, its value and what is wrong with it. */
export function layOutForm(request: FormRequest): FormView {
  const { kind, content, typing } = request;
  const groups = formLayouts[kind.id].map(({ id, items, folded }) => {
    const blocks = items.map((item) => layOutItem(request, item));
    const isFilled = items.some((item) => "field" in item && (content.fields[item.field] ?? "") !== "");
    const hasError = blocks.some((block) => errorsOf(block).length > 0);
    return { id, folded: folded === true && !isFilled && !hasError, blocks };
  });
  const errors = groups.flatMap(({ blocks }) => blocks.flatMap(errorsOf));
  const shown = new Set(errors.map(({ name }) => name));
  // A problem of a column that no form shows must not be kept from the person.
  const others = (request.problems ?? [])
    .filter(({ row, sheet, column }) => row === null && sheet === kind.sheet.name && !shown.has(column))
    .filter(({ column }) => !groups.some(({ blocks }) => blocks.some((block) => namesOf(block).includes(column))))
    .map((problem) => ({
      name: problem.column,
      label: fieldLabel(typing.language, kind.sheet.name, problem.column),
      text: describeContentProblem(problem, typing),
    }));
  return { groups, errors: [...errors, ...others] };
}

function layOutItem(request: FormRequest, item: FormItem): FormBlock {
  const { kind, content, typing } = request;
  if ("localized" in item) return { localized: layOutLocalized(request, item.localized, item.long === true) };
  if ("field" in item)
    return { field: layOutField(request, kind.sheet, item.field, content.fields, inputName(item.field), null) };
  const part = kind.parts.find(({ sheet }) => sheet.name === item.part);
  if (!part) throw new Error(`${kind.id} has no part ${item.part}`);
  const present = content.parts[item.part] ?? [];
  const spare =
    request.extraRows?.get(item.part) ?? (present.length === 0 ? (item.part === "activity_parties" ? 2 : 1) : 0);
  const rows = [...present, ...Array<Cells>(spare).fill({})];
  const { folded = [] } = item;
  const shown = [...item.columns, ...folded];
  const hiddenColumns = part.sheet.columns.filter(
    ({ name }) => name !== part.parent && name !== part.position && !shown.includes(name),
  );
  const layOutColumns = (columns: readonly string[], cells: Cells, row: number) =>
    columns.map((column) =>
      layOutField(request, part.sheet, column, cells, inputName(column, { sheet: item.part, row }), row),
    );
  return {
    part: {
      sheet: item.part,
      label: sheetLabel(typing.language, item.part),
      help: fieldHelp(typing.language, item.part, ""),
      cards: item.cards === true,
      rows: rows.map((cells, row) => {
        const foldedFields = layOutColumns(folded, cells, row);
        return {
          label: String(row + 1),
          fields: layOutColumns(item.columns, cells, row),
          folded: foldedFields,
          open:
            folded.some((column) => (cells[column] ?? "") !== "") || foldedFields.some(({ error }) => error !== null),
          hidden: hiddenColumns
            .filter(({ name }) => (cells[name] ?? "") !== "")
            .map(({ name }) => ({ name: inputName(name, { sheet: item.part, row }), value: cells[name] ?? "" })),
        };
      }),
    },
  };
}

function layOutLocalized(request: FormRequest, name: string, long: boolean): LocalizedField {
  const { kind, content, typing } = request;
  const fields = (["ja", "zh", "en"] as const).map((language) => {
    const column = findColumn(kind.sheet, `${name}_${language}`);
    return {
      kind: long ? ("long" as const) : ("text" as const),
      name: inputName(column.name),
      label: fieldLabel(typing.language, kind.sheet.name, column.name),
      help: null,
      required: false,
      error: findError(request, kind.sheet, column.name, inputName(column.name), null),
      value: content.fields[column.name] ?? "",
      language,
    };
  });
  const required = findColumn(kind.sheet, `${name}_ja`).required;
  const label = fieldLabel(typing.language, kind.sheet.name, name);
  return { name, label, help: fieldHelp(typing.language, kind.sheet.name, name), required, long, fields };
}

function layOutField(
  request: FormRequest,
  sheet: Sheet,
  columnName: string,
  cells: Cells,
  name: string,
  row: number | null,
): FormField {
  const { typing } = request;
  const column = findColumn(sheet, columnName);
  const cell = cells[columnName] ?? "";
  const typedProblem = request.typedProblems?.get(name);
  const base = {
    name,
    label: fieldLabel(typing.language, sheet.name, columnName),
    help: fieldHelp(typing.language, sheet.name, columnName),
    // A record without a source is one that its owner entered.
    required:
      column.required &&
      columnName !== "source" &&
      columnName !== "source_place" &&
      isAskedLanguage(columnName, cells, typing.language),
    error: findError(request, sheet, columnName, name, row),
  };
  const typed = request.typed?.get(name);
  switch (column.value.type) {
    case "edtf":
      return {
        ...base,
        kind: "date",
        value: typed ?? showDate(sheet, column, cells, typing),
        understood: typedProblem || cell === "" ? null : printUnderstood(cell, typing.language),
        choices: dateChoices(typedProblem, typing.language),
      };
    case "choice":
      return { ...base, kind: "choice", value: cell, options: listChoices(sheet, column, typing) };
    case "choices":
      return { ...base, kind: "choices", values: splitCell(cell), options: listChoices(sheet, column, typing) };
    case "flag":
      return { ...base, kind: "choice", value: cell, options: flagOptions(typing.language) };
    case "reference":
    case "references":
      return layOutReference(request, base, sheet, column, cells, typedProblem);
    case "integer":
      return columnName === "fiscal_year"
        ? { ...base, kind: "choice", value: cell, options: withPresent(request.fiscalYears, cell) }
        : { ...base, kind: "number", value: cell, language: null };
    default:
      return { ...base, kind: "text", value: cell, language: languageOf(columnName) };
  }
}

function layOutReference(
  request: FormRequest,
  base: FieldBase,
  sheet: Sheet,
  column: Column,
  cells: Cells,
  problem: CellProblem | undefined,
): FormField {
  const { typing } = request;
  const type = column.value;
  if (type.type !== "reference" && type.type !== "references") throw new Error(`${column.name} refers to nothing`);
  const cell = cells[column.name] ?? "";
  if (type.sheet === "organisations") {
    const shown = printCellText(sheet.name, column, cell, typing);
    return {
      ...base,
      kind: "organisation",
      value: request.typed?.get(base.name) && problem ? (request.typed.get(base.name) ?? "") : shown,
      understood: problem || cell === "" ? null : shown,
      choices:
        problem?.code === "ambiguous-reference"
          ? (problem.candidates ?? []).map((id) => ({ value: id, text: describeOrganisation(id, typing) }))
          : [],
    };
  }
  if (type.sheet === "policies")
    return {
      ...base,
      kind: "policy",
      value: problem ? (request.typed?.get(base.name) ?? cell) : writePolicy(cell, typing),
      choices: (problem?.candidates ?? []).map((id) => ({ value: id, text: describePolicy(id, typing) })),
    };
  const options = typing.knowledge
    .references(type.sheet)
    .all.map(({ id, name }) => ({ value: id, text: localize(name, typing.language).text || id }));
  return type.type === "references"
    ? { ...base, kind: "choices", values: splitCell(cell), options }
    : { ...base, kind: "choice", value: cell, options: withPresent(options, cell) };
}

/** Offices share names; with the body above it each is clear. */
function describeOrganisation(id: string, { knowledge, language }: CellContext): string {
  const name = localize(knowledge.references("organisations").name(id) ?? {}, language).text;
  return name === "" ? id : `${name}（${id}）`;
}

/** For reading, not for typing: in words, also where those would not lead back to it. */
function printUnderstood(date: string, language: Language): string {
  return parseEdtf(date).ok ? writeEdtf(date, language) : date;
}

function dateChoices(problem: CellProblem | undefined, language: Language): FormOption[] {
  if (problem?.code !== "bad-date") return [];
  return (problem.candidates ?? []).map((edtf) => ({ value: edtf, text: writeEdtf(edtf, language) }));
}

function listChoices(sheet: Sheet, { name, value }: Column, { language }: CellContext): FormOption[] {
  if (value.type !== "choice" && value.type !== "choices") return [];
  return value.choices.map((choice) => ({ value: choice, text: choiceLabel(language, sheet.name, name, choice) }));
}

function flagOptions(language: Language): FormOption[] {
  return (["no", "yes"] as const).map((flag) => ({ value: flag, text: message(language, `record.${flag}`) }));
}

/** What the record holds stays among the choices, also where it is none any more. */
function withPresent(options: FormOption[], cell: string): FormOption[] {
  return cell === "" || options.some(({ value }) => value === cell)
    ? options
    : [...options, { value: cell, text: cell }];
}

function findError(
  request: FormRequest,
  sheet: Sheet,
  column: string,
  name: string,
  row: number | null,
): string | null {
  const typed = request.typedProblems?.get(name);
  if (typed) return describeCellProblem(typed, request.typing);
  const found = request.problems?.find(
    (problem) => problem.sheet === sheet.name && problem.row === row && placeOf(problem, request.typing) === column,
  );
  return found ? describeContentProblem(found, request.typing) : null;
}

function errorsOf(block: FormBlock): FormView["errors"] {
  const fields =
    "field" in block
      ? [block.field]
      : "localized" in block
        ? block.localized.fields
        : block.part.rows.flatMap((row) =>
            [...row.fields, ...row.folded].map((field) => ({
              ...field,
              label: `${block.part.label} ${row.label} ${field.label}`,
            })),
          );
  return fields.flatMap(({ name, label, error }) => (error === null ? [] : [{ name, label, text: error }]));
}

function namesOf(block: FormBlock): string[] {
  if ("field" in block) return [block.field.name];
  return "localized" in block ? block.localized.fields.map(({ name }) => name) : [];
}

function findColumn(sheet: Sheet, name: string): Column {
  const column = sheet.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`${sheet.name} has no column ${name}`);
  return column;
}
