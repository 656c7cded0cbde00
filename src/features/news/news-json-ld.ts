import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { links } from "../../web/links.ts";
import type { Programme } from "../programme/programme.ts";
import { exactDate } from "./list-news.ts";
import type { News } from "./news.ts";
import { type NewsKnowledge, namePair, nameTopic } from "./news-knowledge.ts";

/** schema.org/NewsArticle. A date that is no single day, month or year is left out, never rounded. */
export function describeNewsAsJsonLd(
  item: News,
  knowledge: NewsKnowledge,
  programme: Programme,
  origin: string,
): unknown {
  const { language, books } = knowledge;
  const address = `${origin}${links.newsItem(language, item.id)}`;
  const date = exactDate(item.published);
  const publisher = {
    "@type": "Organization",
    name: localize(programme.name, language).text,
    url: `${origin}${links.home(language)}`,
  };
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": address,
    url: address,
    mainEntityOfPage: address,
    headline: localize(item.title, language).text,
    articleBody: localize(item.body, language).text,
    inLanguage: languageTags[localize(item.title, language).language],
    ...(date === undefined ? {} : { datePublished: date }),
    ...(item.topics.length === 0 ? {} : { keywords: item.topics.map((topic) => nameTopic(topic, knowledge)) }),
    ...(item.partnership === null
      ? {}
      : {
          about: {
            "@type": "Project",
            name: namePair(item.partnership, knowledge),
            url: `${origin}${links.partnership(language, item.partnership)}`,
          },
        }),
    citation: localize(books.document(item.source.document).title, language).text,
    author: publisher,
    publisher,
  };
}
