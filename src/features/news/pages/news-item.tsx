import { writeEdtf } from "../../../core/edtf-format.ts";
import { type LocalizedText, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { exactDate } from "../list-news.ts";
import type { News } from "../news.ts";
import { describeNewsAsJsonLd } from "../news-json-ld.ts";
import { gatherNewsKnowledge, type NewsKnowledge, namePair, nameTopic } from "../news-knowledge.ts";
import { getNews, getNewsItem } from "../service.ts";

/** One piece of news, whom it concerns, where it comes from, and what stands beside it in time. */
export const showNewsItem: PageHandler = async ({ context, language, params, url }) => {
  const item = await getNewsItem(context, params.id ?? "");
  const knowledge = await gatherNewsKnowledge(context, language);
  const title = localize(item.title, language);
  const body = localize(item.body, language);
  const facts = describeFacts(item, knowledge);
  const beside = findBeside(await getNews(context), item);
  return {
    title: title.text,
    description: body.text,
    area: null,
    trail: [{ text: message(language, "news.title"), href: links.news(language) }],
    jsonLd: describeNewsAsJsonLd(item, knowledge, await getProgramme(context), url.origin),
    body: (
      <>
        <PageHeading
          title={title}
          kicker={message(language, "news.title")}
          meta={[
            {
              term: message(language, "news.date"),
              value: <time dateTime={exactDate(item.published)}>{writeEdtf(item.published, language)}</time>,
            },
          ]}
        />
        <Body body={body} />
        {facts.length > 0 && <DefinitionList items={facts} />}
        <Section id="sources" title={message(language, "projects.sources")}>
          <SourceList documents={citeSources([item.source], knowledge.books, language)} />
        </Section>
        {beside.length > 0 && (
          <Section
            id="beside"
            title={message(language, "news.beside")}
            more={{ text: message(language, "news.all"), href: links.news(language) }}
          >
            <LinkList
              items={beside.map((other) => ({
                text: localize(other.title, language),
                href: links.newsItem(language, other.id),
                note: writeEdtf(other.published, language),
              }))}
            />
          </Section>
        )}
      </>
    ),
  };
};

/** A form's text may have paragraphs; a sheet's cell has one. */
function Body({ body }: { body: LocalizedText }) {
  const paragraphs = body.text.split(/\s*\n\s*/).filter((text) => text !== "");
  return (
    <>
      {paragraphs.map((text, index) => (
        <p key={index}>
          <Words value={{ text, language: body.language }} />
        </p>
      ))}
    </>
  );
}

function describeFacts(item: News, knowledge: NewsKnowledge): Definition[] {
  const { language } = knowledge;
  const facts: Definition[] = [];
  if (item.partnership !== null)
    facts.push({
      term: message(language, "news.field.partnership"),
      values: [<a href={links.partnership(language, item.partnership)}>{namePair(item.partnership, knowledge)}</a>],
    });
  if (item.topics.length > 0)
    facts.push({
      term: message(language, "news.field.topic"),
      values: item.topics.map((topic) => (
        <a href={links.activities(language, { topic })}>{nameTopic(topic, knowledge)}</a>
      )),
    });
  if (item.link !== null)
    facts.push({ term: message(language, "news.link"), values: [<a href={item.link}>{item.link}</a>] });
  return facts;
}

/** The news just after and just before. */
function findBeside(all: readonly News[], item: News): News[] {
  const position = all.indexOf(item);
  return [all[position - 1], all[position + 1]].flatMap((other) => other ?? []);
}
