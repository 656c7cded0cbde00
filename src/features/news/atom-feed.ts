import { generateAtomFeed } from "feedsmith";
import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import type { RawHandler } from "../../web/page.ts";
import { type Books, getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import type { News } from "./news.ts";
import { getNews } from "./service.ts";

const mostEntries = 50;

/** The newest news as RFC 4287, beside the feed of activities: who reads the one may not want the other. */
export const sendNewsAtom: RawHandler = async ({ context, language, url }) => {
  const programme = await getProgramme(context);
  const books = await getBooks(context);
  const news = (await getNews(context)).slice(0, mostEntries);
  // RFC 4151: stays the same when the site moves to another address.
  const name = (record: string) => `tag:renkei,${programme.firstFiscalYear}:${programme.id}/${record}/${language}`;
  const updated = news.map((item) => dayOfStatement(item, books) ?? programme.asOf);
  const content = generateAtomFeed({
    id: name("news"),
    title: { value: await nameNewsFeed(context, language) },
    subtitle: { value: message(language, "news.lead") },
    updated: toInstant(updated.toSorted().at(-1) ?? programme.asOf),
    authors: [{ name: localize(programme.name, language).text }],
    links: [
      { href: `${url.origin}${links.newsAtom(language)}`, rel: "self", type: "application/atom+xml" },
      { href: `${url.origin}${links.news(language)}`, rel: "alternate", type: "text/html" },
    ],
    entries: news.map((item, index) => ({
      id: name(`news/${item.id}`),
      title: {
        value: message(language, "feeds.entryTitle", {
          date: writeEdtf(item.published, language),
          title: localize(item.title, language).text,
        }),
      },
      updated: toInstant(updated[index] ?? programme.asOf),
      ...(item.publishedFrom === null ? {} : { published: toInstant(item.publishedFrom) }),
      summary: { value: localize(item.body, language).text },
      categories: item.topics.map((topic) => ({
        term: topic,
        label: localize(books.topic(topic).name, language).text,
      })),
      links: [{ href: `${url.origin}${links.newsItem(language, item.id)}`, rel: "alternate", type: "text/html" }],
    })),
    xml: { lang: languageTags[language] },
  });
  return { content, contentType: "application/atom+xml; charset=utf-8" };
};

export async function nameNewsFeed(context: Context, language: Language): Promise<string> {
  const programme = localize((await getProgramme(context)).shortName, language).text;
  return message(language, "news.feedTitle", { programme });
}

/** The day for which the source speaks, as in the feed of activities, or the news itself where it is later. */
function dayOfStatement({ source, publishedFrom }: News, books: Books): string | null {
  const parsed = parseEdtf(books.document(source.document).asOf);
  const day = parsed.ok ? edtfBounds(parsed.value).to : null;
  return day === null || (publishedFrom !== null && publishedFrom > day) ? publishedFrom : day;
}

function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
