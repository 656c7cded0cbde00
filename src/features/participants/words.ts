import { type Language, languages } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import { type ParticipantField, participantCategories, participantFields } from "./participant.ts";
import type { PasteWords } from "./read-paste.ts";

export function fieldLabel(language: Language, field: ParticipantField): string {
  return message(language, `participant.field.${field}`);
}

export function categoryLabel(language: Language, category: string): string {
  const key = findMessageKey(`participant.category.${category}`);
  return key === null ? category : message(language, key);
}

/** In every language: a sheet may come from the other side. */
export const pasteWords: PasteWords = {
  fields: inEveryLanguage(participantFields, fieldLabel),
  categories: inEveryLanguage(participantCategories, categoryLabel),
};

function inEveryLanguage<Name extends string>(
  names: readonly Name[],
  label: (language: Language, name: Name) => string,
): Record<Name, string[]> {
  const entries = names.map((name) => [name, languages.map((language) => label(language, name))] as const);
  return Object.fromEntries(entries) as Record<Name, string[]>;
}
