import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import { CityMap } from "../../../web/map/city-map.tsx";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { tallyPartnerships } from "../../activities/tally.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { assembleMap } from "../assemble-map.ts";
import { choosePartnerships, readPartnershipQuery } from "../partnership-list.ts";
import { getPartnerships } from "../service.ts";
import { PairList } from "./pair-list.tsx";
import { PartnershipFilterForm } from "./partnership-filter-form.tsx";
import { MarkKey } from "./year-marks.tsx";

/** Every pair, on the map and by home government. */
export const showPartnerships: PageHandler = async ({ context, language, url }) => {
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const all = await getPartnerships(context);
  const tally = await tallyPartnerships(context);
  const { filter, problems } = readPartnershipQuery(url, all, language);
  const chosen = choosePartnerships(all, filter);
  const page = choosePage(chosen, 100, url);
  const isFiltered = Object.keys(filter).length > 0;
  const title = message(language, "partnerships.title");
  const counts = {
    pairs: all.length,
    homes: new Set(all.map(({ home }) => home)).size,
    partners: new Set(all.map(({ partner }) => partner)).size,
  };
  return {
    title,
    description: message(language, "partnerships.description", counts),
    area: "partnerships",
    unlisted: isFiltered,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "partnerships.lead", counts)}
          links={[
            { text: message(language, "partnerships.matrix"), href: links.partnershipMatrix(language) },
            { text: message(language, "site.agreements"), href: links.agreements(language) },
            { text: message(language, "site.projects"), href: links.projects(language) },
            { text: message(language, "site.organisations"), href: links.organisations(language) },
          ]}
        />
        {problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        {page.items.length > 0 && <CityMap {...assembleMap(page.items, directory, programme, language).map} />}
        {page.count > 1 && <p>{message(language, "partnerships.mapOfPage")}</p>}
        <Section id="list" title={message(language, "partnerships.list")}>
          <PartnershipFilterForm url={url} filter={filter} all={all} directory={directory} language={language} />
          {isFiltered && <p>{message(language, "partnerships.found", { count: chosen.length })}</p>}
          {chosen.length === 0 ? (
            <EmptyState
              title={message(language, "partnerships.none")}
              text={message(language, "organisations.noneText")}
              links={[{ text: message(language, "organisations.clear"), href: links.partnerships(language) }]}
            />
          ) : (
            <>
              <MarkKey language={language} />
              <PairList
                partnerships={page.items}
                tally={tally}
                directory={directory}
                programme={programme}
                language={language}
              />
            </>
          )}
          <OffsetPagination page={page} url={url} language={language} />
        </Section>
        <Section
          id="sources"
          title={message(language, "projects.sources")}
          lead={message(language, "partnerships.sourcesLead")}
        >
          <SourceList
            documents={citeSources(
              page.items.flatMap(({ source, years }) => [source, ...years.map((year) => year.source)]),
              books,
              language,
            )}
          />
        </Section>
      </>
    ),
  };
};
