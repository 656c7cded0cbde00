import { type Language, languageTags } from "./language.ts";

/** An instant as its reader's clock shows it: Chinese readers sit in Beijing's time, the others in Tokyo's. */
export function formatMoment(language: Language, moment: Date): string {
  return new Intl.DateTimeFormat(languageTags[language], {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: language === "zh" ? "Asia/Shanghai" : "Asia/Tokyo",
  }).format(moment);
}
