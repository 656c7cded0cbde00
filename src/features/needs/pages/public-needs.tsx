import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import type { Need } from "../need.ts";
import { listPublicNeeds } from "../service.ts";
import { gatherNeedWords } from "../words.ts";
import { NeedBoard } from "./need-board.tsx";
import { NeedFilterForm } from "./need-filter-form.tsx";
import { NeedPicture } from "./need-picture.tsx";
import { NeedRows } from "./need-rows.tsx";
import { prepareNeedList } from "./prepare-list.ts";

const pageSize = 20;

/** What the Chinese side wants, as far as it is public: by topic, by city, and one by one. */
export const showPublicNeeds: PageHandler = async ({ context, language, url }) => {
  const words = await gatherNeedWords(context, language);
  const all = await listPublicNeeds(context);
  const { query, chosen, problems } = prepareNeedList(url, all, words);
  const { homeCountry } = await getProgramme(context);
  // The page tells what the Chinese side wants; what a home government asks for stands apart.
  const isHome = (need: Need) => words.directory.find(need.organisation)?.country === homeCountry;
  const asked = chosen.filter((need) => !isHome(need));
  const askedAtHome = chosen.filter(isHome);
  const page = choosePage(asked, pageSize, url);
  const title = message(language, "needs.publicTitle");
  const sources = chosen.flatMap(({ source }) => source ?? []);
  return {
    title,
    description: message(language, "needs.publicLead"),
    area: "partnerships",
    unlisted: url.search !== "",
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "needs.publicLead")}
          links={[
            { text: message(language, "offers.publicTitle"), href: links.offers(language) },
            { text: "JSON", href: links.api("needs", { lang: language }) },
          ]}
        />
        {problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        <NeedPicture
          needs={asked}
          words={words}
          hrefOf={(topic) => links.needs(language, { ...query.chosen, topic, state: "open" })}
        />
        {all.length > 0 && (
          <NeedFilterForm url={url} query={query} all={all} words={words} action={links.needs(language)} />
        )}
        {chosen.length === 0 && (
          <EmptyState
            title={message(language, all.length === 0 ? "needs.emptyPublic" : "needs.none")}
            links={
              all.length === 0 ? [] : [{ text: message(language, "organisations.clear"), href: links.needs(language) }]
            }
          />
        )}
        {asked.length > 0 && page.number === 1 && (
          // A phone would show every need twice: there the list below stands alone.
          <div class="wide-only">
            <Section id="by-city" title={message(language, "needs.byCity")}>
              <NeedBoard
                needs={asked}
                words={words}
                hrefOf={(need) =>
                  page.items.includes(need) ? `#${need.id}` : links.needs(language, { organisation: need.organisation })
                }
                cityHref={(organisation) => links.organisation(language, organisation)}
              />
            </Section>
          </div>
        )}
        {asked.length > 0 && (
          <Section id="needs-list" title={message(language, "needs.count", { count: asked.length })}>
            <NeedRows needs={page.items} words={words} />
          </Section>
        )}
        <OffsetPagination page={page} url={url} language={language} />
        {askedAtHome.length > 0 && (
          <Section id="needs-home" title={message(language, "needs.homeTitle", { count: askedAtHome.length })}>
            <NeedRows needs={askedAtHome} words={words} />
          </Section>
        )}
        {sources.length > 0 && (
          <Section id="sources" title={message(language, "needs.sources")}>
            <SourceList documents={citeSources(sources, words.books, language)} />
          </Section>
        )}
      </>
    ),
  };
};
