import type { Language } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import { sheetLabel } from "../../sheets/field-label.ts";

/** What people call a sheet: the word that the other pages use, or ours for those that only a whole programme has. */
export function nameSheet(language: Language, sheet: string): string {
  const own = findMessageKey(`openData.sheet.${sheet}`);
  return own === null ? sheetLabel(language, sheet) : message(language, own);
}
