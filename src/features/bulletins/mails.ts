import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Config } from "../../platform/config.ts";
import type { NewMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { saluteByName, writeLetter } from "../mailing/letter.ts";
import type { Programme } from "../programme/programme.ts";
import type { ApprovedBulletin, BulletinEntry } from "./bulletin.ts";
import { sayMonth, sayTitle } from "./say.ts";
import type { Follower } from "./store-follows.ts";
import type { FollowNews, FollowNewsKind } from "./store-news.ts";

interface Desk {
  config: Pick<Config, "publicUrl" | "port">;
  programme: Pick<Programme, "shortName">;
}

type To = Pick<Follower, "userId" | "name" | "email" | "language">;

const mostLines = 40;

/** A number of the bulletin; `own`: its entries that the reader follows. */
export function writeBulletinMail(
  desk: Desk,
  to: To,
  {
    month,
    number,
    visibility,
    pages,
    content,
  }: Pick<ApprovedBulletin, "month" | "number" | "visibility" | "pages" | "content">,
  own: readonly BulletinEntry[],
): NewMail {
  const { language } = to;
  const site = publicAddress(desk.config);
  const title = sayTitle(month, language).replaceAll("\u3000", " ");
  const page = visibility === "public" ? links.bulletin(language, month) : links.deskBulletin(language, month);
  const file =
    visibility === "public"
      ? links.bulletinFile(language, month, "pdf", { number: String(number) })
      : links.deskBulletinFile(language, month, "pdf", { number: String(number) });
  const lines = own.map((entry) =>
    message(language, "mail.digest.item", { text: localize(entry.title, language).text }),
  );
  return address(desk, to, "bulletin", {
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
    ],
  });
}

/** What is new of what the reader follows. A mail leaves the house unencrypted: it carries titles, never what members wrote. */
export function writeFollowMail(desk: Desk, to: To, news: readonly FollowNews[], today: string): NewMail {
  const { language } = to;
  const site = publicAddress(desk.config);
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
  const mail = address(desk, to, "follow", {
    subject: message(language, "follow.mail.subject", { count: news.length }),
    paragraphs: [message(language, "follow.mail.lead"), ...sections],
  });
  return { ...mail, onceKey: `follow/${to.userId}/${today}` };
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

function address(
  desk: Desk,
  { userId, name, email, language }: To,
  purpose: string,
  { subject, paragraphs }: { subject: string; paragraphs: string[] },
): NewMail {
  const settings = `${message(language, "follow.mail.settings")}\n${publicAddress(desk.config)}${links.follows(language)}`;
  return {
    ...{ to: email, userId, language, purpose },
    ...writeLetter({
      language,
      programme: localize(desk.programme.shortName, language).text,
      salutation: saluteByName(language, name),
      subject,
      paragraphs: [...paragraphs, settings],
    }),
  };
}
