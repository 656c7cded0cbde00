import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { homeTimeZone } from "../../platform/clock.ts";
import type { BulletinContent, BulletinEntry, EntryAuthor } from "./bulletin.ts";

/** 「2015年12月号」, “December 2015”. */
export function sayIssue(month: string, language: Language): string {
  return message(language, "bulletin.issue", { month: sayMonth(month, language) });
}

export function sayMonth(month: string, language: Language): string {
  return writeEdtf(month, language);
}

/** 「中国大気政策動向月報 2015年12月号」 */
export function sayTitle(month: string, language: Language): string {
  return message(language, "bulletin.titleOf", { issue: sayIssue(month, language) });
}

/** Which number it is and who approved it when, or that nobody has. */
export function sayApproval({ approval }: Pick<BulletinContent, "approval">, language: Language): string {
  if (approval === null) return message(language, "bulletin.unapproved");
  return message(language, "bulletin.approved", {
    number: approval.number,
    date: writeEdtf(approval.on, language),
  });
}

export function sayMark({ marks }: Pick<BulletinEntry, "marks">, language: Language): string {
  return message(language, `bulletin.mark.${marks[language]}`);
}

/** Null where no person is known. */
export function sayAuthor({ office, at }: EntryAuthor, language: Language): string | null {
  if (at === null) return null;
  const date = sayDay(new Date(at), language);
  const name = office === null ? message(language, "bulletin.author.unknown") : localize(office, language).text;
  return message(language, "bulletin.author.on", { name, date });
}

/** The day by the clock of the programme's home, as the approval's own: what was approved at eight in the morning is of that day. */
export function sayDay(moment: Date, language: Language): string {
  return writeEdtf(moment.toTemporalInstant().toZonedDateTimeISO(homeTimeZone).toPlainDate().toString(), language);
}

export function sayBodies({ bodies }: Pick<BulletinEntry, "bodies">, language: Language): string {
  return bodies.map((body) => localize(body, language).text).join(message(language, "bulletin.bodySeparator"));
}

/** Part of it has not been written in the reader's language, and Japanese stands in its place. */
export function lacksLanguage(
  { title, summary, why }: Pick<BulletinEntry, "title" | "summary" | "why">,
  language: Language,
): boolean {
  return [title, summary, why].some((text) => {
    const shown = localize(text, language);
    return shown.text !== "" && shown.language !== language;
  });
}

/** A title for a place that cannot show in which language it stands. */
export function sayEntryTitle({ title }: Pick<BulletinEntry, "title">, language: Language): string {
  const shown = localize(title, language);
  return shown.language === "ja" && language !== "ja"
    ? message(language, "bulletin.titleInJapanese", { title: shown.text })
    : shown.text;
}

/** 「2015年12月2日付、2015年12月7日公表」 */
export function sayDates(
  { written, published }: Pick<BulletinEntry, "written" | "published">,
  language: Language,
): string {
  const dates = [
    written === null ? null : message(language, "bulletin.date.written", { date: writeEdtf(written, language) }),
    published === null ? null : message(language, "bulletin.date.published", { date: writeEdtf(published, language) }),
  ].filter((date) => date !== null);
  return dates.join(message(language, "bulletin.date.separator"));
}
