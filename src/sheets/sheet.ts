/**
 * A sheet is one CSV file of a programme and the database table of the same name.
 * Features declare theirs in `sheets.ts`; reading, checking, loading, exporting and `docs/programme-format.md` follow from the declaration.
 */

export type ColumnType =
  /** lower-case words joined by hyphens, the record's own key */
  | { type: "id" }
  /** the id of a record in another sheet */
  | { type: "reference"; sheet: string }
  /** several ids of another sheet, separated by semicolons */
  | { type: "references"; sheet: string }
  | { type: "text" }
  /** several short texts, separated by semicolons */
  | { type: "texts" }
  | { type: "integer"; minimum?: number; maximum?: number }
  | { type: "decimal"; minimum: number; maximum: number }
  | { type: "choice"; choices: readonly string[] }
  | { type: "choices"; choices: readonly string[] }
  /** "yes" or "no" */
  | { type: "flag" }
  /** ISO 8601-2 (EDTF) date or interval; the table also gets its first and last possible day */
  | { type: "edtf" }
  | { type: "integers" }
  /** a code whose form is checked here and whose check digit is a finding */
  | { type: "code"; pattern: RegExp };

export interface Column {
  /** CSV header and database column */
  name: string;
  value: ColumnType;
  required: boolean;
  /** one English sentence for docs/programme-format.md */
  help: string;
}

export interface Sheet {
  /** database table; the file is `${name}.csv` */
  name: string;
  /** columns that identify a row, unique together */
  key: readonly string[];
  columns: readonly Column[];
  /** one English sentence for docs/programme-format.md */
  help: string;
}

interface Options {
  optional?: true;
}

export function column(name: string, value: ColumnType, help: string, options: Options = {}): Column {
  return { name, value, help, required: options.optional !== true };
}

/** Three columns, one a language: `name_ja`, `name_zh`, `name_en`. */
export function localizedColumns(name: string, help: string, options: Options = {}): Column[] {
  const language = { ja: "Japanese", zh: "Chinese", en: "English" };
  return Object.entries(language).map(([code, word]) =>
    column(`${name}_${code}`, { type: "text" }, `${help} (${word})`, options),
  );
}

/** Where the row comes from: every sheet that carries facts ends with these. */
export const sourceColumns: Column[] = [
  column("source", { type: "reference", sheet: "documents" }, "document that states it"),
  column("source_place", { type: "text" }, "table, page or section of the document"),
  column("source_row", { type: "text" }, "row number within it", { optional: true }),
];

export function defineSheet(sheet: Sheet): Sheet {
  return sheet;
}
