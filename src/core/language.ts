/** The languages of the interface, of names and of texts, in the order in which switches show them. */
export const languages = ["ja", "zh", "en"] as const;

export type Language = (typeof languages)[number];

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}

/** BCP 47 tags: Chinese is written in simplified characters here, and `lang` decides the glyphs a browser draws. */
export const languageTags: Record<Language, string> = { ja: "ja", zh: "zh-Hans", en: "en" };

/** The reader's own language before the others: the one order of whatever stands in several languages. */
export function orderLanguages(reader: Language): Language[] {
  return [reader, ...languages.filter((language) => language !== reader)];
}
