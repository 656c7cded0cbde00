import type { TemplateSheet } from "./template.ts";

/** A sheet of a template with what stands in it. */
export interface FilledSheet {
  sheet: TemplateSheet;
  rows: readonly FilledRow[];
  /** heading of the column of errors, which comes first; null where there is none */
  errors: string | null;
}

export interface FilledRow {
  /** texts by the column's technical name */
  cells: Readonly<Record<string, string>>;
  error?: string;
  /** columns whose cells are marked */
  marked?: ReadonlySet<string>;
}
