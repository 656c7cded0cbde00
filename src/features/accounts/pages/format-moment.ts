import { type Language, languageTags } from "../../../core/language.ts";

/** A moment as the reader's country writes it, by that country's clock; English follows the programme's home. */
export function formatMoment(language: Language, moment: Date): string {
  return format(language, moment, { dateStyle: "medium", timeStyle: "short" });
}

export function formatDay(language: Language, moment: Date): string {
  return format(language, moment, { dateStyle: "medium" });
}

function format(language: Language, moment: Date, style: Intl.DateTimeFormatOptions): string {
  const timeZone = language === "zh" ? "Asia/Shanghai" : "Asia/Tokyo";
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : languageTags[language], { ...style, timeZone }).format(
    moment,
  );
}
