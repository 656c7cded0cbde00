import type { Language } from "../core/language.ts";
import { findMessageKey, message } from "../messages/message.ts";

/** What heads a column: 「件名」; of one of its languages 「件名（日本語）」. */
export function fieldLabel(language: Language, sheet: string, column: string): string {
  const own = findMessageKey(`field.${sheet}.${column}`);
  if (own !== null) return message(language, own);
  const [, base = "", end = ""] = column.match(/^(.*)_(ja|zh|en)$/) ?? [];
  const group = findMessageKey(`field.${sheet}.${base}`);
  if (group === null || (end !== "ja" && end !== "zh" && end !== "en")) return column;
  return message(language, "field.inLanguage", {
    label: message(language, group),
    language: message(language, `documents.languageName.${end}`),
  });
}

/** One sentence for a column where people err; null where none is needed. */
export function fieldHelp(language: Language, sheet: string, column: string): string | null {
  const key = findMessageKey(`fieldHelp.${sheet}.${column}`);
  return key === null ? null : message(language, key);
}

/** What people call a sheet: 「活動の参加機関」. */
export function sheetLabel(language: Language, sheet: string): string {
  const key = findMessageKey(`documents.sheet.${sheet}`);
  return key === null ? sheet : message(language, key, { count: 2 });
}
