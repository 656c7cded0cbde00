import type { ComponentChildren } from "preact";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Timeline } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { writeDate } from "../../activities/summarise.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { assembleChronicle } from "./partnership-chronicle.ts";
import { assembleFigures } from "./partnership-figures.ts";
import { writePartnershipJsonLd } from "./partnership-json-ld.ts";
import { type PartnershipRecord, readPartnershipRecord } from "./partnership-record.ts";
import { PartnershipSections } from "./partnership-sections.tsx";
import { MarkKey, YearMarks } from "./year-marks.tsx";

/** The record of one pair: what it is, what was done, what comes. */
export const showPartnership: PageHandler = async ({ context, language, params, url }) => {
  const record = await readPartnershipRecord(context, params.id ?? "", language);
  const { partnership, names, programme } = record;
  const title = message(language, "partnerships.pair", names);
  const calendar = links.calendarFeed(language, { partnership: partnership.id });
  const description = message(language, "partnershipPage.description", names);
  return {
    title,
    description,
    area: "partnerships",
    trail: [{ text: message(language, "site.area.partnerships"), href: links.partnerships(language) }],
    jsonLd: writePartnershipJsonLd(record, description, url.origin),
    feeds: [
      { href: calendar, title: message(language, "partnershipPage.calendarOf", { title }), type: "text/calendar" },
    ],
    body: (
      <>
        <PageHeading
          kicker={message(language, "partnershipPage.kicker")}
          title={title}
          meta={listFacts(record)}
          links={[
            {
              text: message(language, "partnershipPage.allActivities", { count: record.total }),
              href: links.activities(language, { partnership: partnership.id }),
            },
            { text: message(language, "partnershipPage.calendar"), href: calendar },
            { text: message(language, "partnershipPage.quality"), href: links.quality(language) },
          ]}
        />
        {localize(partnership.note, language).text !== "" && <p>{localize(partnership.note, language).text}</p>}
        <YearMarks partnership={partnership} programme={programme} language={language} />
        <MarkKey language={language} />
        <Section
          id="figures"
          title={message(language, "partnershipPage.figures")}
          lead={message(language, "partnershipPage.figuresLead")}
        >
          <KeyFigures figures={assembleFigures(record)} />
        </Section>
        <Section
          id="timeline"
          title={message(language, "partnershipPage.timeline")}
          lead={message(language, "partnershipPage.timelineLead")}
          more={
            record.total > record.activities.length
              ? {
                  text: message(language, "partnershipPage.allActivities", { count: record.total }),
                  href: links.activities(language, { partnership: partnership.id }),
                }
              : undefined
          }
        >
          <Timeline years={assembleChronicle(record)} />
        </Section>
        <PartnershipSections record={record} />
        <Section
          id="sources"
          title={message(language, "projects.sources")}
          lead={message(language, "partnershipPage.sourcesLead")}
        >
          <SourceList documents={citeSources(listSources(record), record.books, language)} />
        </Section>
      </>
    ),
  };
};

function listFacts({ partnership, names, language }: PartnershipRecord) {
  const { home, partner, basis, funding, since } = partnership;
  const fact = (name: "home" | "partner" | "basis" | "funding" | "since", value: ComponentChildren) => ({
    term: message(language, `partnershipPage.${name}`),
    value,
  });
  return [
    fact("home", <a href={links.organisation(language, home)}>{names.home}</a>),
    fact("partner", <a href={links.organisation(language, partner)}>{names.partner}</a>),
    fact("basis", choiceMessage(language, "partnership.basis", basis)),
    fact("funding", choiceMessage(language, "partnership.funding", funding)),
    ...(since === null ? [] : [fact("since", writeDate(since, null, language).date)]),
  ];
}

function listSources({ partnership, agreements, projects, needs, plans, activities }: PartnershipRecord) {
  const cited = [partnership, ...partnership.years, ...agreements, ...projects, ...needs, ...plans, ...activities];
  return cited.flatMap(({ source }) => source ?? []);
}
