import { type Language, languageTags } from "./language.ts";

/** Readers in China sit by Beijing's clock, the others by that of the programme's home. */
const clocks: Record<Language, { timeZone: string; write(text: string): string }> = {
  ja: { timeZone: "Asia/Tokyo", write: (text) => `${text}（日本時間）` },
  zh: { timeZone: "Asia/Shanghai", write: (text) => `${text}（北京时间）` },
  en: { timeZone: "Asia/Tokyo", write: (text) => `${text} JST` },
};

/**
 * An instant as its reader's clock shows it. Both countries read the same pages and mails, an hour apart, so a time always
 * names its zone. The day alone is that of the same clock.
 */
export function formatMoment(language: Language, moment: Date, detail: "day" | "minute" | "second" = "minute"): string {
  const { timeZone, write } = clocks[language];
  const tag = language === "en" ? "en-GB" : languageTags[language];
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone }).format(moment);
  if (detail === "day") return day;
  const time = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(detail === "second" ? { second: "2-digit" } : {}),
    hourCycle: "h23",
    timeZone,
  }).format(moment);
  return write(language === "en" ? `${day}, ${time}` : `${day} ${time}`);
}
