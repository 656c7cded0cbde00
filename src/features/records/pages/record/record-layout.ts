import { languages } from "../../../../core/language.ts";
import {
  type Cells,
  contentColumns,
  type RecordContent,
  type RecordKind,
  type RecordPart,
} from "../../../../records/kind.ts";
import type { Column } from "../../../../sheets/sheet.ts";
import { dateTextColumns, formLayouts } from "../../form/layout.ts";

/** One thing that a record says: a cell, a text in the languages that are filled in, or the rows of a part. */
export type LaidOut =
  | { kind: "cell"; name: string; column: Column; text: string }
  | { kind: "texts"; name: string; texts: { column: Column; text: string }[] }
  | { kind: "rows"; part: RecordPart; columns: Column[]; rows: Cells[] };

export interface LaidOutGroup {
  /** heading `entryForm.group.{id}` */
  id: string;
  items: LaidOut[];
}

/** What is filled in, in the order of the form with which it was entered; columns that no form shows come last. */
export function layOutContent(kind: RecordKind, content: RecordContent): LaidOutGroup[] {
  const groups = formLayouts[kind.id].map(({ id, items }) => ({
    id,
    items: items.flatMap((item): LaidOut[] => {
      if ("part" in item) return layOutPart(kind, content, item.part);
      return "localized" in item
        ? layOutTexts(kind, content, item.localized)
        : layOutWithPrinted(kind, content, item.field);
    }),
  }));
  const shown = new Set(groups.flatMap(({ items }) => items.flatMap(columnsOf)));
  const rest = contentColumns(kind).filter(({ name }) => !shown.has(name));
  const others = rest.flatMap(({ name }) => layOutCell(kind, content, name));
  return [...groups, { id: "others", items: others }].filter(({ items }) => items.length > 0);
}

function columnsOf(item: LaidOut): string[] {
  if (item.kind === "cell") return [item.name];
  return item.kind === "texts" ? languages.map((language) => `${item.name}_${language}`) : [];
}

/** A date, and beside it how it was printed. */
function layOutWithPrinted(kind: RecordKind, content: RecordContent, name: string): LaidOut[] {
  const printed = dateTextColumns[name];
  return [...layOutCell(kind, content, name), ...(printed === undefined ? [] : layOutCell(kind, content, printed))];
}

function layOutCell(kind: RecordKind, content: RecordContent, name: string): LaidOut[] {
  const column = contentColumns(kind).find((candidate) => candidate.name === name);
  const text = content.fields[name] ?? "";
  return column && text !== "" ? [{ kind: "cell", name, column, text }] : [];
}

function layOutTexts(kind: RecordKind, content: RecordContent, name: string): LaidOut[] {
  const columns = contentColumns(kind).filter((column) =>
    languages.some((language) => column.name === `${name}_${language}`),
  );
  const texts = columns
    .map((column) => ({ column, text: content.fields[column.name] ?? "" }))
    .filter(({ text }) => text !== "");
  return texts.length > 0 ? [{ kind: "texts", name, texts }] : [];
}

/** A mark that no row bears is not worth a column. */
function says(type: Column["value"]["type"], text = ""): boolean {
  return text !== "" && !(type === "flag" && text === "no");
}

/** Columns in which no row says anything are left out. */
function layOutPart(kind: RecordKind, content: RecordContent, sheet: string): LaidOut[] {
  const part = kind.parts.find((candidate) => candidate.sheet.name === sheet);
  const rows = content.parts[sheet] ?? [];
  if (!part || rows.length === 0) return [];
  const columns = part.sheet.columns
    .filter(({ name }) => name !== part.parent && name !== part.position)
    .filter(({ name, value }) => rows.some((row) => says(value.type, row[name])));
  return [{ kind: "rows", part, columns, rows }];
}
