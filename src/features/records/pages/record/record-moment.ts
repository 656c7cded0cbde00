import { type Language, languageTags } from "../../../../core/language.ts";

/** A moment as the reader's country writes it, on its own clock. */
export function writeMoment(moment: Date, language: Language, detail: "day" | "minute" = "minute"): string {
  return new Intl.DateTimeFormat(languageTags[language], {
    dateStyle: "long",
    ...(detail === "minute" ? { timeStyle: "short" } : {}),
    timeZone: language === "zh" ? "Asia/Shanghai" : "Asia/Tokyo",
  }).format(moment);
}

/** Whole days since then. */
export function countDays(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000));
}
