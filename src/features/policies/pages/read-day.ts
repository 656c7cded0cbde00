import type { Language } from "../../../core/language.ts";
import { readDate } from "../../../core/read-date.ts";
import { findDates } from "../understand/dates.ts";

/** More than any number of a document needs, joint ones included. */
export const longestNumber = 100;

/** A day as officials type it, YYYY-MM-DD; null for what is no single day, or could be two. */
export function readDay(text: string, language: Language): string | null {
  const reading = readDate(text, { language });
  if (reading.ok) {
    const isSure = reading.alternatives === undefined && reading.unread === undefined;
    return isSure && /^\d{4}-\d{2}-\d{2}$/.test(reading.edtf) ? reading.edtf : null;
  }
  // As documents print it: 二〇一六年四月八日.
  const [found] = findDates(text.trim());
  return found?.text === text.trim() ? found.date : null;
}
