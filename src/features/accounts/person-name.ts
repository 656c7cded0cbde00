import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";

/** Stands in the database where a name stood. */
export const erasedName = "(erased)";

/** A person's name as lists show it; of an erased account the reader's words for that. */
export function showName(name: string, language: Language): string {
  return name === erasedName ? message(language, "account.erased") : name;
}
