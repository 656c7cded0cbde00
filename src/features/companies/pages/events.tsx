import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { gatherNeedWords } from "../../needs/words.ts";
import { getProgramme } from "../../programme/service.ts";
import { listMatchingEvents } from "../events.ts";
import { listCases } from "../service.ts";
import { EventList } from "./event-list.tsx";

/** Events at which companies met partners, year by year, with what came of each. */
export const showCompanyEvents: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language } = request;
  const words = await gatherNeedWords(context, language);
  const events = await listMatchingEvents(context);
  const programme = await getProgramme(context);
  const cases = await listCases(context, actor);
  const title = message(language, "company.events.title");
  const years = [...Map.groupBy(events, ({ fiscalYear }) => fiscalYear)].toSorted(([a], [b]) => b - a);
  return {
    title,
    description: message(language, "company.events.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "company.title"), href: links.companyCases(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "company.events.lead")} />
        {events.length === 0 && (
          <EmptyState
            title={message(language, "company.events.none")}
            text={message(language, "company.events.noneText")}
          />
        )}
        {years.map(([year, own]) => (
          <Section
            key={year}
            id={`year-${year}`}
            title={message(language, "company.events.year", {
              year: fiscalYearLabel(words.calendar, year, language),
              count: own.length,
            })}
          >
            <EventList events={own} cases={cases} words={words} programme={programme} />
          </Section>
        ))}
      </>
    ),
  };
};
