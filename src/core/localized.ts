import { type Language, languages } from "./language.ts";

export type Localized = Partial<Record<Language, string>>;

export interface LocalizedText {
  text: string;
  /** language in which the text stands, which may not be the one asked for */
  language: Language;
}

/** The text in the reader's language, or else in the first language that has one; empty where none has. */
export function localize(value: Localized, language: Language): LocalizedText {
  for (const candidate of [language, ...languages]) {
    const text = value[candidate];
    if (text) return { text, language: candidate };
  }
  return { text: "", language };
}

/** Collects `name_ja`, `name_zh`, `name_en` of a database row into one value. */
export function localizedFromRow(row: object, name: string): Localized {
  const cells = row as Record<string, unknown>;
  const value: Localized = {};
  for (const language of languages) {
    const text = cells[`${name}_${language}`];
    if (typeof text === "string" && text !== "") value[language] = text;
  }
  return value;
}

/** What a column of JSON holds in each language; an empty text stays one. */
export function localizedFromJson(json: unknown): Localized {
  const value: Localized = {};
  if (typeof json !== "object" || json === null) return value;
  const cells = json as Record<string, unknown>;
  for (const language of languages) {
    const text = cells[language];
    if (typeof text === "string") value[language] = text;
  }
  return value;
}
