import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { isCompanyOnly } from "../../needs/company-view.ts";
import type { Need } from "../../needs/need.ts";
import { listNeeds, listOffers } from "../../needs/service.ts";
import { dayOf, gatherNeedWords, type NeedWords, yearOfNeed } from "../../needs/words.ts";
import { readTaken } from "../gather.ts";
import { countNeedMap, findConverging, findUnmet, findUnused } from "../need-map.ts";
import { findPresentYear, listMatches } from "../service.ts";
import { chooseForMap, chooseYear, MapFilterForm, readMapQuery } from "./map-filter.tsx";
import { ConvergingTopics, UnmetNeeds, UnusedOfferLists } from "./map-lists.tsx";
import { NeedMapTable } from "./map-table.tsx";

/** Where all cities ask for the same, where nobody answers, and what lies unused. */
export const showNeedMap: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language, url } = request;
  const words = await gatherNeedWords(context, language);
  const [allNeeds, allOffers, matches, taken, presentYear] = await Promise.all([
    listNeeds(context, actor),
    listOffers(context, actor),
    listMatches(context, actor),
    read(context.database, readTaken),
    findPresentYear(context),
  ]);
  const query = readMapQuery(url, words);
  const { needs, offers } = chooseForMap(query, allNeeds, allOffers, words);
  const shared = { needs, offers, governmentOf: governmentIn(words), topics: words.books.topics.map(({ id }) => id) };
  const map = countNeedMap({ ...shared, taken, yearOf: (need) => yearOfNeed(need, words.calendar) });
  const unmet = findUnmet(needs, offers, matches, waitingSince);
  const year = chooseYear(query, allNeeds, words, presentYear);
  const title = message(language, "needMap.title");
  return {
    title,
    description: message(language, "needMap.lead"),
    area: null,
    unlisted: true,
    landscape: true,
    trail: [{ text: message(language, "needMap.matching"), href: links.matching(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "needMap.lead")}
          links={[
            { text: message(language, "needMap.toShifts"), href: links.needShifts(language) },
            { text: message(language, "needMap.toBoard"), href: links.needBoard(language) },
          ]}
        />
        {query.unknown.map((value) => (
          <Notice key={value} tone="warning">
            <p>{message(language, "organisations.unknownFilter", { value })}</p>
          </Notice>
        ))}
        {isCompanyOnly(actor, words.directory) && (
          <Notice tone="information">
            <p>
              {message(language, "needMap.partial")}{" "}
              <a href={links.needs(language)}>{message(language, "needMap.toPublic")}</a>
            </p>
          </Notice>
        )}
        <MapFilterForm
          url={url}
          query={query}
          needs={allNeeds}
          offers={allOffers}
          words={words}
          presentYear={presentYear}
        />
        {map.rows.length === 0 ? (
          <EmptyState title={message(language, "needMap.none")} text={message(language, "needMap.noneText")} />
        ) : (
          <>
            <NeedMapTable map={map} words={words} query={query} />
            <Section
              id="converging"
              title={message(language, "needMap.converging.title")}
              lead={message(language, "needMap.converging.lead")}
            >
              <ConvergingTopics topics={findConverging(shared)} words={words} />
            </Section>
            <Section
              id="unmet"
              title={message(language, "needMap.unmet.title", { count: unmet.length })}
              lead={message(language, "needMap.unmet.lead")}
            >
              <UnmetNeeds unmet={unmet} words={words} actor={actor} />
            </Section>
            <Section
              id="unused"
              title={message(language, "needMap.unused.title", { year: words.year(year) })}
              lead={message(language, "needMap.unused.lead")}
            >
              <UnusedOfferLists found={findUnused(offers, unmet, taken, year)} year={year} words={words} />
            </Section>
          </>
        )}
      </>
    ),
  };
};

/** A bureau asks for its city. */
export function governmentIn({ directory }: Pick<NeedWords, "directory">): (organisation: string) => string {
  return (organisation) => directory.find(organisation)?.government ?? organisation;
}

/** The day on which it became known; of what a load brought without a date nobody knows it. */
export function waitingSince(need: Pick<Need, "learntFrom" | "origin" | "createdAt">): string | null {
  return need.learntFrom ?? (need.origin === "member" ? dayOf(need.createdAt) : null);
}
