import type { Language } from "../core/language.ts";
import { foldText } from "../core/text-folding.ts";

/** A workbook that people fill in: what each column is called, explained and allowed to hold. */
export interface Template {
  /** what kind of sheet this is; a file of another kind is told so */
  kind: string;
  /** rises when columns change their meaning */
  version: number;
  language: Language;
  sheets: TemplateSheet[];
  /** heading of the column that says what is wrong, in the reader's language and in every language */
  errors: { header: string; headers: readonly string[] };
}

export interface TemplateSheet {
  id: string;
  /** name of the tab: Excel allows 31 characters, without : \ / ? * [ ] */
  name: string;
  columns: TemplateColumn[];
}

export interface TemplateColumn {
  /** technical name, by which the column is found in whatever order */
  id: string;
  header: string;
  /** every other heading by which it is known: the other languages', the technical name */
  headers: readonly string[];
  help: string;
  required: boolean;
  /** labels to choose from in the reader's language; empty where anything may stand */
  choices: readonly string[];
  /** whether several of the choices may stand in a cell, or something that is not in the list */
  open: boolean;
  /** in characters of the standard font */
  width: number;
}

/** Above the first record stand technical names (hidden), then headings. */
export const headerRow = 2;
export const technicalPrefix = "renkei:";
/** The very hidden sheet that tells one template from another. */
export const identitySheet = "renkei";
export const listsSheet = "renkei-lists";
export const errorColumn = "errors";

/** A heading as it is compared: without spaces, line breaks, marks, and differences of width and of Han variants. */
export function foldHeader(text: string): string {
  return foldText(text);
}

/** Every folded heading of a template, for choosing the encoding of a CSV file. */
export function headersOf(template: Template): Set<string> {
  const headers = new Set(template.errors.headers.map(foldHeader));
  for (const { columns } of template.sheets) {
    for (const column of columns) {
      for (const header of [column.header, column.id, ...column.headers]) headers.add(foldHeader(header));
    }
  }
  headers.delete("");
  return headers;
}
