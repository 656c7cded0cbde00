import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Release, ReleaseContents } from "../release.ts";

/** Bytes as people say them: 「1.2 MB」. */
export function writeSize(language: Language, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const unit = { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", unitDisplay: "short" } as const;
  const format = new Intl.NumberFormat(languageTags[language], { ...unit, maximumFractionDigits: isLarge ? 1 : 0 });
  // A number stays with its unit.
  return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000)).replaceAll(" ", "\u00a0");
}

export function writeNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(languageTags[language]).format(value);
}

/** 「2026年11月 第2版」 */
export function writeReleaseName(language: Language, { month, version }: Pick<Release, "month" | "version">): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const tag = language === "en" ? "en-GB" : language;
  const name = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    Date.UTC(year, number - 1, 1),
  );
  return message(language, "openData.releases.name", { month: name, version });
}

/** All rows of all kinds. */
export function countReleased({ datasets }: ReleaseContents): number {
  return datasets.flatMap(({ sheets }) => sheets.map(({ rows }) => rows)).reduce((sum, rows) => sum + rows, 0);
}

/** YYYY-MM-DD of the first day of the month after the day. */
export function firstOfNextMonth(day: string): string {
  return Temporal.PlainDate.from(day).with({ day: 1 }).add({ months: 1 }).toString();
}
