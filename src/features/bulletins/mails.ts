import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { MailText } from "../mailing/mail-readers.ts";
import { sayTarget } from "../policies/describe-target.ts";
import type { PolicyTarget } from "../policies/item.ts";
import type { PolicyWords } from "../policies/policy-words.ts";
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
      writeSettings(site, language, "issue"),
    ],
    onceKey: `bulletin/${month}/${number}/${userId}${again === null ? "" : `/${again.toISOString()}`}`,
  };
}

const kinds = ["clipping", "policy", "target"] as const satisfies readonly FollowNewsKind[];

/** What the lines of a mail need beside the news. */
export interface FollowMailWords {
  words: Record<Language, PolicyWords>;
  /** by their subject, as `target/…` */
  targets: ReadonlyMap<string, PolicyTarget>;
}

/**
 * What is new of what the reader follows, each policy once. A mail leaves the house unencrypted: it carries titles and the numbers
 * of documents, never what members wrote.
 */
export function writeFollowMail(
  site: string,
  { userId, language, rhythm }: Pick<Follower, "userId" | "language" | "rhythm">,
  news: readonly FollowNews[],
  { words, targets }: FollowMailWords,
  today: string,
): MailText {
  const items = [...Map.groupBy(news, ({ item }) => item).values()];
  const sections = kinds.flatMap((kind) => {
    // The strongest of an item's news leads it: its clipping says more than that it was found.
    const own = items.filter((ofItem) => kinds.find((one) => ofItem.some((other) => other.kind === one)) === kind);
    if (own.length === 0) return [];
    const lines = own.map((ofItem) => writeItem(site, words[language], kind, ofItem, targets));
    return [
      [message(language, `follow.mail.section.${kind}`, { count: own.length }), ...cut(lines, language)].join("\n"),
    ];
  });
  const sent = rhythm === "daily" ? "daily" : "weekly";
  return {
    purpose: "follow",
    subject: message(language, "follow.mail.subject", { count: items.length }),
    paragraphs: [message(language, "follow.mail.lead"), ...sections, writeSettings(site, language, sent)],
    onceKey: `follow/${userId}/${today}`,
  };
}

/** Title, what tells it from others, its new targets, and where to read on. */
function writeItem(
  site: string,
  words: PolicyWords,
  kind: FollowNewsKind,
  ofItem: readonly FollowNews[],
  targets: ReadonlyMap<string, PolicyTarget>,
): string {
  const { language } = words;
  const lead = ofItem.find((one) => one.kind === kind) ?? ofItem[0];
  if (!lead) return "";
  const { item, isPublic } = lead;
  const promised = ofItem.flatMap(({ subject }) => targets.get(subject) ?? []);
  return [
    message(language, "mail.digest.itemWith", {
      text: localize(lead.title, language).text,
      note: describeNews(words, lead).join(message(language, "list.groupSeparator")),
    }),
    ...cut(
      promised.map((target) => message(language, "follow.mail.target", { target: sayTarget(target, words) })),
      language,
      mostTargets,
    ),
    `${site}${isPublic ? links.policy(language, item) : links.deskItem(language, item)}`,
  ].join("\n");
}

const mostTargets = 6;
const mostRegions = 3;

/** A title in another language says little to who cannot read it: where and when it is from says more. */
function describeNews(words: PolicyWords, { title, regions, published, month }: FollowNews): string[] {
  const { language } = words;
  const named = regions.slice(0, mostRegions).map((id) => words.region(id));
  const shown = localize(title, language).language;
  return [
    regions.length === 0 ? words.region(null) : named.join(message(language, "list.slash")),
    ...(published === null ? [] : [writeEdtf(published, language)]),
    ...(month === null ? [] : [message(language, "follow.mail.inBulletin", { month: sayMonth(month, language) })]),
    ...(shown === language ? [] : [message(language, "follow.mail.titleIn", { language: shown })]),
  ];
}

function cut(lines: readonly string[], language: Language, most = mostLines): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most), message(language, "mail.digest.others", { count: lines.length - most })];
}

/** When such mails are sent, and where that is changed. */
function writeSettings(site: string, language: Language, sent: "daily" | "weekly" | "issue"): string {
  return [
    message(language, `follow.mail.sent.${sent}`),
    message(language, "follow.mail.settings"),
    `${site}${links.follows(language)}`,
  ].join("\n");
}
