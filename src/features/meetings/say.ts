import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Meeting, MeetingParticipant } from "./meeting.ts";

type When = Pick<Meeting, "startsOn" | "startsAt" | "endsOn" | "endsAt" | "timeZone">;

/** 「2026年12月3日（木）14:00～16:30（日本時間）」; `wareki`: as letters in Japanese write the year. */
export function sayWhen(meeting: When, language: Language, { wareki = false } = {}): string {
  const calendar = wareki ? ({ calendar: "wareki" } as const) : {};
  const day = (text: string) =>
    message(language, "meeting.when.day", {
      date: writeEdtf(text, language, calendar),
      weekday: sayWeekday(text, language),
    });
  const { startsOn, startsAt, endsOn, endsAt } = meeting;
  const at = (text: string, hour: string | null) =>
    hour === null ? day(text) : message(language, "meeting.when.at", { day: day(text), hour });
  const period =
    startsOn === endsOn
      ? startsAt === null || endsAt === null
        ? day(startsOn)
        : message(language, "meeting.when.to", { from: at(startsOn, startsAt), to: endsAt })
      : message(language, "meeting.when.to", { from: at(startsOn, startsAt), to: at(endsOn, endsAt) });
  if (startsAt === null) return period;
  return message(language, "meeting.when.zoned", { period, zone: sayZone(meeting, language) });
}

function sayWeekday(day: string, language: Language): string {
  const style = language === "en" ? "long" : "short";
  const format = new Intl.DateTimeFormat(languageTags[language], { weekday: style, timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** 「日本標準時」, “China Standard Time” */
export function sayZone({ timeZone, startsOn }: Pick<Meeting, "timeZone" | "startsOn">, language: Language): string {
  const parts = new Intl.DateTimeFormat(languageTags[language], { timeZone, timeZoneName: "long" }).formatToParts(
    new Date(`${startsOn}T12:00:00Z`),
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** As the reader reads it, with how the person writes it where that is another script: 「李偉（李伟）」. */
export function sayName({ name, erased }: Pick<MeetingParticipant, "name" | "erased">, language: Language): string {
  if (erased) return message(language, "meeting.erased");
  return localize(name, language).text;
}

export function sayText(text: Localized, language: Language): string {
  return localize(text, language).text;
}
