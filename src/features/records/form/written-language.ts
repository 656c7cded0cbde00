import { type Language, languages } from "../../../core/language.ts";
import type { CellContext } from "../../../records/cell-codec.ts";
import type { ContentProblem } from "../../../records/check.ts";
import type { Cells } from "../../../records/kind.ts";

/** A text is asked for in one language: that in which it is written, else the reader's own. */
export function isAskedLanguage(column: string, cells: Cells, own: Language): boolean {
  const language = languageOf(column);
  if (language === null) return true;
  const name = column.slice(0, -"_ja".length);
  const written = languages.filter((each) => (cells[`${name}_${each}`] ?? "") !== "");
  return language === (written.includes(own) ? own : (written[0] ?? own));
}

/** That a text stands in no language is said where the reader would write it. */
export function placeOf({ reason, column }: ContentProblem, { language }: CellContext): string {
  return reason === "required-in-any" ? column.replace(/_(ja|zh|en)$/, `_${language}`) : column;
}

/** Of a column that holds one language of a text. */
export function languageOf(column: string): Language | null {
  const end = column.match(/_(ja|zh|en)$/)?.[1];
  return end === "ja" || end === "zh" || end === "en" ? end : null;
}
