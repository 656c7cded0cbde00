import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { MailText } from "../mailing/mail-readers.ts";
import type { ApprovedBulletin, BulletinEntry } from "./bulletin.ts";
import { sayMonth, sayTitle } from "./say.ts";
import type { Follower } from "./store-follows.ts";
import type { FollowNews, FollowNewsKind } from "./store-news.ts";

const mostLines = 40;

/** A number of the bulletin; `own`: its entries that the reader follows. */
export function writeBulletinMail(
  site: string,
  { userId, language }: Pick<Follower, "userId" | "language">,
  {
    month,
    number,
    visibility,
    pages,
    content,
  }: Pick<ApprovedBulletin, "month" | "number" | "visibility" | "pages" | "content">,
  /** `again`: when it was asked for once more */
  { own, again }: { own: readonly BulletinEntry[]; again: Date | null },
): MailText {
  const title = sayTitle(month, language).replaceAll("\u3000", " ");
  const page = visibility === "public" ? links.bulletin(language, month) : links.deskBulletin(language, month);
  const file =
    visibility === "public"
      ? links.bulletinFile(language, month, "pdf", { number: String(number) })
      : links.deskBulletinFile(language, month, "pdf", { number: String(number) });
  const lines = own.map((entry) =>
    message(language, "mail.digest.item", { text: localize(entry.title, language).text }),
  );
  return {
    purpose: "bulletin",
    subject: message(language, number === 1 ? "bulletin.mail.subject" : "bulletin.mail.correctedSubject", {
      title,
      number,
    }),
    paragraphs: [
      message(language, number === 1 ? "bulletin.mail.text" : "bulletin.mail.correctedText", {
        title,
        number,
        entries: content.entries.length,
        pages,
      }),
      ...(lines.length === 0 ? [] : [[message(language, "bulletin.mail.own"), ...cut(lines, language)].join("\n")]),
      `${message(language, "bulletin.mail.page")}\n${site}${page}`,
      `${message(language, "bulletin.mail.file")}\n${site}${file}`,
      writeSettings(site, language),
    ],
    onceKey: `bulletin/${month}/${number}/${userId}${again === null ? "" : `/${again.toISOString()}`}`,
  };
}

/** What is new of what the reader follows. A mail leaves the house unencrypted: it carries titles, never what members wrote. */
export function writeFollowMail(
  site: string,
  { userId, language }: Pick<Follower, "userId" | "language">,
  news: readonly FollowNews[],
  today: string,
): MailText {
  const sections = (["clipping", "policy", "target"] as const).flatMap((kind) => {
    const own = news.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const head = message(language, `follow.mail.section.${kind}`, { count: own.length });
    return [
      [
        head,
        ...cut(
          own.map((one) => writeLine(one, kind, language, site)),
          language,
        ),
      ].join("\n"),
    ];
  });
  return {
    purpose: "follow",
    subject: message(language, "follow.mail.subject", { count: news.length }),
    paragraphs: [message(language, "follow.mail.lead"), ...sections, writeSettings(site, language)],
    onceKey: `follow/${userId}/${today}`,
  };
}

function writeLine(news: FollowNews, kind: FollowNewsKind, language: Language, site: string): string {
  const { item, title, published, month, isPublic } = news;
  const href = isPublic ? links.policy(language, item) : links.deskItem(language, item);
  const text = localize(title, language).text;
  const note =
    kind === "clipping" && month !== null
      ? message(language, "follow.mail.inBulletin", { month: sayMonth(month, language) })
      : published === null
        ? ""
        : writeEdtf(published, language);
  const line =
    note === ""
      ? message(language, "mail.digest.item", { text })
      : message(language, "mail.digest.itemWith", { text, note });
  return `${line}\n${site}${href}`;
}

function cut(lines: readonly string[], language: Language): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), message(language, "mail.digest.others", { count: lines.length - mostLines })];
}

function writeSettings(site: string, language: Language): string {
  return `${message(language, "follow.mail.settings")}\n${site}${links.follows(language)}`;
}
