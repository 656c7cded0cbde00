import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";

/** as 4 or 5-2-1 */
const printedNumber = /^[\d-]+$/;

/** A place in a document with rows of it: 「表3　番号4、5」, and where a row is found by its words, as they are printed: 「表3　「会合」」. */
export function describeRows(place: string, rows: readonly string[], language: Language): string {
  if (rows.length === 0) return place;
  const row = rows.join(message(language, "list.separator"));
  return message(
    language,
    rows.every((one) => printedNumber.test(one)) ? "projects.sourceRow" : "projects.sourceWords",
    {
      place,
      row,
    },
  );
}
