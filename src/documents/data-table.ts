import type { Language } from "../core/language.ts";

/**
 * A table for machines, one observation a row (long form), as the Japanese government's rule of 2026-03-31 on machine-readable
 * tables asks. Numbers carry no unit: the field does.
 */
export interface DataTable {
  /** base of the file's name and name of the sheet: `consultations`, `consultations-parties` */
  id: string;
  title: string;
  language: Language;
  fields: DataField[];
  /** one value for each field; null where there is none, which is not 0 (L1-09) */
  rows: DataValue[][];
  /** code tables of the fields (L3-02) */
  codeLists: CodeList[];
  /** definition, method, source, day, encoding, licence (L3-08), in words */
  about: { term: string; text: string }[];
}

export type DataValue = string | number | null;

export interface DataField {
  /** physical name, `[a-z][a-z0-9_]*` (L3-08): the first row of the file */
  name: string;
  /** what it is called, in the reader's language */
  title: string;
  /** what it holds, in the reader's language */
  description: string;
  type: "text" | "integer" | "number" | "date" | "code";
  /** of a number (L3-04) */
  unit?: string;
  /** id of the code list whose codes stand here */
  codeList?: string;
}

export interface CodeList {
  id: string;
  title: string;
  codes: { code: string; label: string }[];
}
