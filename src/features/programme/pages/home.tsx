import { writeEdtf } from "../../../core/edtf-format.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { ActivityList, type ListedActivity } from "../../../web/components/activity-list.tsx";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { CityMap } from "../../../web/map/city-map.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { gatherKnowledge } from "../../activities/filter-knowledge.ts";
import { listItems } from "../../activities/list-items.ts";
import { getActivities } from "../../activities/service.ts";
import { listNewsItem } from "../../news/list-news.ts";
import { gatherNewsKnowledge } from "../../news/news-knowledge.ts";
import { getNews } from "../../news/service.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { assembleMap, type PartnershipMap } from "../../partnerships/assemble-map.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import type { Programme } from "../programme.ts";
import { getProgramme } from "../service.ts";
import { writeFiscalYears } from "../write-fiscal-years.ts";
import { gatherKeyFigures } from "./home-figures.ts";
import { ReaderEntries } from "./reader-entries.tsx";

/** What the programme is, how much it did, who takes part, what happened last, and where to go on. */
export const showHome: PageHandler = async ({ context, language, url }) => {
  const programme = await getProgramme(context);
  const map = assembleMap(await getPartnerships(context), await getDirectory(context), programme, language);
  const summary = localize(programme.summary, language);
  const asOf = writeEdtf(programme.asOf, language);
  const first = writeFiscalYears(programme, [programme.firstFiscalYear], language);
  const last = writeFiscalYears(programme, [programme.lastFiscalYear], language);
  return {
    title: localize(programme.shortName, language).text,
    description: summary.text,
    area: null,
    jsonLd: describeSite(programme, language, url),
    body: (
      <>
        <PageHeading
          title={localize(programme.name, language)}
          lead={summary}
          meta={[
            {
              term: message(language, "home.years"),
              value: `${first}${message(language, "list.range")}${last}`,
            },
            { term: message(language, "home.asOf"), value: asOf },
          ]}
        />
        <Section
          id="figures"
          title={message(language, "home.figures.title")}
          lead={message(language, "home.figures.lead", { first, last, date: asOf })}
          more={{ text: message(language, "home.figures.more"), href: links.tables(language) }}
        >
          <KeyFigures figures={await gatherKeyFigures(context, programme, language)} />
        </Section>
        <MapSection {...map} language={language} />
        <ReaderEntries language={language} />
        <News items={await findNews(context, language)} language={language} />
        <Movements activities={await findMovements(context, programme, language)} asOf={asOf} language={language} />
      </>
    ),
  };
};

function MapSection({ map, undrawn, language }: PartnershipMap & { language: Language }) {
  return (
    <Section
      id="partners"
      title={message(language, "home.map.title")}
      lead={message(language, "home.map.lead")}
      more={{ text: message(language, "home.map.more"), href: links.partnerships(language) }}
    >
      <CityMap {...map} />
      {undrawn.length > 0 && (
        <p class="source-citation">
          {message(language, "home.map.undrawn", { list: undrawn.join(message(language, "list.separator")) })}
        </p>
      )}
    </Section>
  );
}

async function findNews(context: Context, language: Language): Promise<ListedActivity[]> {
  const knowledge = await gatherNewsKnowledge(context, language);
  return (await getNews(context)).slice(0, 3).map((item) => listNewsItem(item, knowledge));
}

/** Nothing where the programme has told nothing yet. */
function News({ items, language }: { items: ListedActivity[]; language: Language }) {
  if (items.length === 0) return null;
  return (
    <Section
      id="news"
      title={message(language, "news.title")}
      more={{ text: message(language, "news.all"), href: links.news(language) }}
    >
      <ActivityList activities={items} separator={message(language, "list.slash")} />
    </Section>
  );
}

/** The newest dated activities up to the last day of which the records speak, each event once. */
async function findMovements(context: Context, programme: Programme, language: Language): Promise<ListedActivity[]> {
  const filter = { begunBy: programme.asOf, statuses: ["done", "planned", "adjusting"], onceEachEvent: true };
  const newest = await getActivities(context, filter, { limit: 8, order: "newest" });
  return listItems(context, newest, await gatherKnowledge(context, language));
}

interface MovementsProps {
  activities: ListedActivity[];
  asOf: string;
  language: Language;
}

function Movements({ activities, asOf, language }: MovementsProps) {
  return (
    <Section
      id="movements"
      title={message(language, "home.movements.title")}
      lead={message(language, "home.movements.lead", { date: asOf })}
      more={{ text: message(language, "home.movements.more"), href: links.years(language) }}
    >
      {activities.length > 0 ? (
        <ActivityList activities={activities} separator={message(language, "list.slash")} />
      ) : (
        <EmptyState title={message(language, "home.movements.empty")} />
      )}
    </Section>
  );
}

/** schema.org: the site, and the programme as a project of which it tells. */
function describeSite(programme: Programme, language: Language, url: URL): unknown {
  const address = `${url.origin}${links.home(language)}`;
  const project = {
    "@type": "Project",
    "@id": `${url.origin}/#programme`,
    name: localize(programme.name, language).text,
    alternateName: localize(programme.shortName, language).text,
    description: localize(programme.summary, language).text,
    url: address,
    areaServed: [programme.homeCountry, programme.partnerCountry].map((id) => ({
      "@type": "Country",
      name: localize(programme.countries.find((country) => country.id === id)?.name ?? {}, language).text,
    })),
  };
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebSite",
        "@id": `${url.origin}/#site`,
        url: address,
        name: project.alternateName,
        inLanguage: languageTags[language],
        about: { "@id": project["@id"] },
        potentialAction: {
          "@type": "SearchAction",
          target: `${url.origin}${links.activities(language)}?q={search_term_string}`,
          "query-input": "required name=search_term_string",
        },
      },
      project,
    ],
  };
}
