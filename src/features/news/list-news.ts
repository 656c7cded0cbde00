import { parseEdtf } from "../../core/edtf.ts";
import { writeEdtf } from "../../core/edtf-format.ts";
import { localize } from "../../core/localized.ts";
import type { ListedActivity } from "../../web/components/activity-list.tsx";
import { links } from "../../web/links.ts";
import { type News, yearOf } from "./news.ts";
import { type NewsKnowledge, namePair, nameTopic } from "./news-knowledge.ts";

/** One line of a list: date, headline, partnership, topics. */
export function listNewsItem(item: News, knowledge: NewsKnowledge): ListedActivity {
  const { language } = knowledge;
  return {
    id: item.id,
    date: writeEdtf(item.published, language),
    dateTime: exactDate(item.published),
    title: localize(item.title, language),
    href: links.newsItem(language, item.id),
    parties: [
      ...(item.partnership === null ? [] : [namePair(item.partnership, knowledge)]),
      ...item.topics.map((topic) => nameTopic(topic, knowledge)),
    ],
  };
}

/** News by calendar year, in the order of the list. */
export function groupByYear(items: readonly News[]): { year: number | null; items: News[] }[] {
  return [...Map.groupBy(items, yearOf)].map(([year, news]) => ({ year, items: news }));
}

/** A day, month or year of ISO 8601 that both `<time>` and schema.org understand; none for intervals and doubtful dates. */
export function exactDate(published: string): string | undefined {
  return /^\d{4}(-\d{2}){0,2}$/.test(published) && parseEdtf(published).ok ? published : undefined;
}
