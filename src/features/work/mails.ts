import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { Reader } from "../accounts/readers.ts";
import type { MailText } from "../mailing/mail-readers.ts";
import { sayChange, sayMissing, sayTitle } from "./say.ts";
import type { Work, WorkActivity, WorkConcern } from "./work.ts";

/** A mail leaves the house unencrypted: it carries titles and counts, never what people wrote. */
export function writeDigest(site: string, { userId, language }: Reader, work: Work, today: string): MailText {
  const date = writeEdtf(today, language);
  const titles = (list: readonly { title: Work["next"]["items"][number]["title"] }[]) =>
    list.map(({ title }) => message(language, "mail.digest.item", { text: sayTitle(title, language).text }));
  const themes = (list: readonly WorkConcern[]) =>
    list.map(({ theme }) =>
      message(language, "mail.digest.item", { text: message(language, `concern.theme.${theme}`) }),
    );
  const sections: [MessageKey, number, string[]][] = [
    ["mail.digest.section.returned", work.returned.total, titles(work.returned.items)],
    ["mail.digest.section.approvals", work.approvals.total, titles(work.approvals.items)],
    ["mail.digest.section.clippings", work.clippings.total, titles(work.clippings.items)],
    ["mail.digest.section.translations", work.translations.total, titles(work.translations.items)],
    ["mail.digest.section.meetings", work.meetings.total, titles(work.meetings.items)],
    ["mail.digest.section.surveys", work.surveys.total, titles(work.surveys.items)],
    ["mail.digest.section.assessments", work.assessments.total, titles(work.assessments.items)],
    ["mail.digest.section.evaluations", work.evaluations.total, titles(work.evaluations.items)],
    ["mail.digest.section.matches", work.matches.total, titles(work.matches.items)],
    ["mail.digest.section.needs", work.needs.total, titles(work.needs.items)],
    ["mail.digest.section.milestones", work.milestones.total, titles(work.milestones.items)],
    // What was raised is somebody's words: the mail tells its theme.
    ["mail.digest.section.concernsToAnswer", work.concernsToAnswer.total, themes(work.concernsToAnswer.items)],
    ["mail.digest.section.concernsToJudge", work.concernsToJudge.total, themes(work.concernsToJudge.items)],
    ["mail.digest.section.comments", work.comments.total, titles(work.comments.items)],
    [
      "mail.digest.section.changes",
      work.changes.total,
      work.changes.items.map((change) =>
        message(language, "mail.digest.itemWith", {
          text: sayTitle(change.title, language).text,
          note: sayChange(change, language),
        }),
      ),
    ],
    [
      "mail.digest.section.next",
      work.next.total,
      work.next.items.map((activity) =>
        message(language, "mail.digest.itemOn", {
          text: sayTitle(activity.title, language).text,
          date: activity.date === null ? "" : writeEdtf(activity.date, language),
        }),
      ),
    ],
  ];
  const text = sections
    .filter(([, count]) => count > 0)
    .map(([key, count, lines]) =>
      [
        message(language, key, { count }),
        ...lines,
        ...(count > lines.length ? [message(language, "mail.digest.others", { count: count - lines.length })] : []),
      ].join("\n"),
    );
  return {
    purpose: "digest",
    subject: message(language, "mail.digest.subject", { date }),
    paragraphs: [
      message(language, "mail.digest.lead", { date }),
      ...text,
      `${message(language, "mail.toWork")}\n${site}${links.members(language)}`,
      writeSettings(site, language),
    ],
    onceKey: `digest/${userId}/${today}`,
  };
}

export type ReminderStage = "before-14" | "before-3" | "after-7" | "after-30";

export function writeReminder(
  site: string,
  { userId, language }: Reader,
  activity: WorkActivity,
  stage: ReminderStage,
): MailText {
  const when = stage.startsWith("before") ? "before" : "after";
  const words = {
    title: sayTitle(activity.title, language).text,
    date: activity.date === null ? "" : writeEdtf(activity.date, language),
    missing: sayMissing(activity, language).join(message(language, "list.separator")),
  };
  return {
    purpose: "reminder",
    subject: message(language, `mail.reminder.${when}.subject`, words),
    paragraphs: [
      `${message(language, `mail.reminder.${when}.text`, words)}\n${site}${links.correctRecord(language, "activity", activity.id)}`,
      writeSettings(site, language),
    ],
    // An activity that was put off is announced again.
    onceKey: `reminder/${stage}/${activity.id}/${activity.date ?? ""}/${userId}`,
  };
}

function writeSettings(site: string, language: Language): string {
  return `${message(language, "mail.settings")}\n${site}${links.account(language)}`;
}
