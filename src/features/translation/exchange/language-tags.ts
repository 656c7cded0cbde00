import { type Language, languages, languageTags } from "../../../core/language.ts";

/** The language of a tag as other programs write it (ja-JP, zh_CN, ZH-HANS, en-us); null for one that is not ours, as zh-TW. */
export function readLanguageTag(tag: string | undefined): Language | null {
  const [primary = "", ...rest] = (tag ?? "").toLowerCase().replaceAll("_", "-").split("-");
  if (primary === "zh" && rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part))) return null;
  return languages.find((language) => language === primary) ?? null;
}

export function writeLanguageTag(language: Language): string {
  return languageTags[language];
}
