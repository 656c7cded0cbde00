import { generateAtomFeed, generateRssFeed } from "feedsmith";
import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { PageRequest, RawHandler } from "../../web/page.ts";
import type { Activity } from "./activity.ts";
import { describePeople, describePlace } from "./describe.ts";
import { gatherKnowledge, type Knowledge } from "./filter-knowledge.ts";
import { listGovernments } from "./list-items.ts";
import { carryFilter, type ReadFilter, readActivityFilter } from "./read-filter.ts";
import { getActivities } from "./service.ts";
import { writeDate } from "./summarise.ts";

const mostMovements = 50;

/** What has happened, newest first, as RFC 4287. */
export const sendAtom: RawHandler = async (request) => {
  const { knowledge, read, movements } = await gatherMovements(request);
  const { language } = knowledge;
  const { origin } = request.url;
  const content = generateAtomFeed({
    id: carryFilter(nameRecord("movements", knowledge), read),
    title: { value: nameFeed(knowledge) },
    subtitle: { value: message(language, "feeds.description") },
    updated: newestDay(movements, knowledge),
    authors: [{ name: localize(knowledge.programme.name, language).text }],
    links: [
      { href: `${origin}${carryFilter(links.atom(language), read)}`, rel: "self", type: "application/atom+xml" },
      { href: `${origin}${carryFilter(links.activities(language), read)}`, rel: "alternate", type: "text/html" },
    ],
    entries: movements.map((activity) => ({
      id: nameRecord(`activities/${activity.id}`, knowledge),
      title: { value: writeTitle(activity, language) },
      updated: dayOfStatement(activity, knowledge),
      ...(activity.dateFrom === null ? {} : { published: toInstant(activity.dateFrom) }),
      summary: { value: summarise(activity, knowledge) },
      categories: [{ term: activity.kind, label: choiceMessage(language, "activity.kind", activity.kind) }],
      links: [{ href: `${origin}${links.activity(language, activity.id)}`, rel: "alternate", type: "text/html" }],
    })),
    xml: { lang: languageTags[language] },
  });
  return { content, contentType: "application/atom+xml; charset=utf-8" };
};

/** The same as RSS 2.0, for readers that know nothing else. */
export const sendRss: RawHandler = async (request) => {
  const { knowledge, read, movements } = await gatherMovements(request);
  const { language } = knowledge;
  const { origin } = request.url;
  const content = generateRssFeed({
    title: nameFeed(knowledge),
    link: `${origin}${carryFilter(links.activities(language), read)}`,
    description: message(language, "feeds.description"),
    language: languageTags[language],
    lastBuildDate: newestDay(movements, knowledge),
    atom: {
      links: [{ href: `${origin}${carryFilter(links.rss(language), read)}`, rel: "self", type: "application/rss+xml" }],
    },
    items: movements.map((activity) => ({
      title: writeTitle(activity, language),
      link: `${origin}${links.activity(language, activity.id)}`,
      description: summarise(activity, knowledge),
      guid: { value: nameRecord(`activities/${activity.id}`, knowledge), isPermaLink: false },
      pubDate: activity.dateFrom === null ? dayOfStatement(activity, knowledge) : toInstant(activity.dateFrom),
      categories: [{ name: choiceMessage(language, "activity.kind", activity.kind) }],
    })),
  });
  return { content, contentType: "application/rss+xml; charset=utf-8" };
};

async function gatherMovements({ context, language, url }: PageRequest): Promise<{
  knowledge: Knowledge;
  read: ReadFilter;
  movements: Activity[];
}> {
  const knowledge = await gatherKnowledge(context, language);
  const read = readActivityFilter(url, knowledge);
  const statuses = read.filter.statuses?.length ? read.filter.statuses : ["done", "cancelled"];
  const filter = { ...read.filter, statuses, begunBy: knowledge.today, onceEachEvent: true };
  const movements = await getActivities(context, filter, { limit: mostMovements, order: "newest" });
  return { knowledge, read, movements };
}

/** RFC 4151: stays the same when the site moves to another address, so that no reader shows an entry twice. */
function nameRecord(record: string, { programme, language }: Knowledge): string {
  return `tag:renkei,${programme.firstFiscalYear}:${programme.id}/${record}/${language}`;
}

function nameFeed({ programme, language }: Knowledge): string {
  return message(language, "feeds.title", { programme: localize(programme.shortName, language).text });
}

function writeTitle(activity: Activity, language: Language): string {
  return message(language, "feeds.entryTitle", {
    date: writeDate(activity.date, activity.dateText, language).date,
    title: localize(activity.title, language).text,
  });
}

function summarise(activity: Activity, knowledge: Knowledge): string {
  const { language } = knowledge;
  const parts = [
    choiceMessage(language, "activity.kind", activity.kind),
    listGovernments(activity, knowledge).join(message(language, "list.slash")),
    describePlace(activity, knowledge),
    describePeople(activity.people, knowledge),
    localize(activity.theme, language).text,
    localize(activity.result, language).text,
  ];
  return parts.filter((part) => part !== "").join(message(language, "list.semicolon"));
}

/** The day for which the source speaks: a record changes when a later document states it anew, not when it is loaded again. */
function dayOfStatement(activity: Activity, { books, programme }: Knowledge): Date {
  const parsed = parseEdtf(books.document(activity.source.document).asOf);
  return toInstant((parsed.ok ? edtfBounds(parsed.value).to : null) ?? programme.asOf);
}

function newestDay(movements: readonly Activity[], knowledge: Knowledge): Date {
  const days = movements.map((activity) => dayOfStatement(activity, knowledge).getTime());
  return days.length === 0 ? toInstant(knowledge.programme.asOf) : new Date(Math.max(...days));
}

function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
