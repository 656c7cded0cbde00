import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { nameNewsFeed } from "../atom-feed.ts";
import { groupByYear, listNewsItem } from "../list-news.ts";
import { chooseNews, type News } from "../news.ts";
import { gatherNewsKnowledge, type NewsKnowledge } from "../news-knowledge.ts";
import { readNewsQuery } from "../read-news-query.ts";
import { getNews } from "../service.ts";
import { NewsFilterForm } from "./news-filter-form.tsx";

const pageSize = 50;

/** What is new in the programme, newest first, by year. */
export const showNews: PageHandler = async ({ context, language, url }) => {
  const knowledge = await gatherNewsKnowledge(context, language);
  const all = await getNews(context);
  const { filter, problems } = readNewsQuery(url, knowledge);
  const chosen = chooseNews(all, filter);
  const page = choosePage(chosen, pageSize, url);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const title = message(language, "news.title");
  const feed = links.newsAtom(language);
  return {
    title,
    description: message(language, "news.description"),
    area: null,
    trail: [],
    unlisted: url.search !== "",
    feeds: [{ href: feed, title: await nameNewsFeed(context, language), type: "application/atom+xml" }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "news.lead")}
          links={[
            { text: message(language, "activities.atom"), href: feed },
            { text: "JSON", href: links.api("news", { lang: language }) },
          ]}
        />
        {problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        {all.length > 0 && <NewsFilterForm url={url} filter={filter} all={all} knowledge={knowledge} />}
        {isFiltered && chosen.length > 0 && <p>{message(language, "news.found", { count: chosen.length })}</p>}
        <NewsByYear items={page.items} isFiltered={isFiltered} knowledge={knowledge} />
        <OffsetPagination page={page} url={url} language={language} />
        {page.items.length > 0 && (
          <Section id="sources" title={message(language, "projects.sources")}>
            <SourceList
              documents={citeSources(
                page.items.map(({ source }) => source),
                knowledge.books,
                language,
              )}
            />
          </Section>
        )}
      </>
    ),
  };
};

interface NewsByYearProps {
  items: readonly News[];
  isFiltered: boolean;
  knowledge: NewsKnowledge;
}

function NewsByYear({ items, isFiltered, knowledge }: NewsByYearProps) {
  const { language } = knowledge;
  if (items.length === 0) {
    if (!isFiltered) return <EmptyState title={message(language, "news.empty")} />;
    const clear = { text: message(language, "organisations.clear"), href: links.news(language) };
    return (
      <EmptyState
        title={message(language, "news.none")}
        text={message(language, "organisations.noneText")}
        links={[clear]}
      />
    );
  }
  return (
    <>
      {groupByYear(items).map(({ year, items: ofYear }) => (
        <Section
          key={year}
          id={`year-${year ?? "unknown"}`}
          title={year === null ? message(language, "news.noDate") : writeEdtf(String(year).padStart(4, "0"), language)}
        >
          <ActivityList
            activities={ofYear.map((item) => listNewsItem(item, knowledge))}
            separator={message(language, "list.slash")}
          />
        </Section>
      ))}
    </>
  );
}
