import type { Language } from "../../core/language.ts";
import type { TableDocument } from "../../documents/table.ts";
import { message } from "../../messages/message.ts";

/** Heading of the column that the rows' labels stand in. */
export function labelOfRows({ rows, id }: TableDocument, language: Language): string {
  if (id === "partnership-matrix") return message(language, "table.column.home");
  return message(language, rows.every(({ key }) => /^\d{4}$/.test(key)) ? "quality.year" : "quality.measure");
}
