import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { gatherNeedWords, type NeedWords } from "../../needs/words.ts";
import { getProgramme } from "../../programme/service.ts";
import type { CompanyCase } from "../company-case.ts";
import { countObstacles, countStages } from "../count-cases.ts";
import { listMatchingEvents } from "../events.ts";
import { listCases, listNeedsForCompanies } from "../service.ts";
import { CaseBoard } from "./case-board.tsx";
import { CaseFilterForm, chooseCases, readCaseQuery } from "./case-filter.tsx";
import { CompanyRules } from "./company-rules.tsx";
import { EventList } from "./event-list.tsx";
import { OpenNeeds } from "./open-needs.tsx";

/** Cases between companies and partners as the economic association keeps them (B, Ⅲ 12). */
export const showCases: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language, url } = request;
  const words = await gatherNeedWords(context, language);
  const [all, needs, events, programme] = await Promise.all([
    listCases(context, actor),
    listNeedsForCompanies(context, actor),
    listMatchingEvents(context),
    getProgramme(context),
  ]);
  const query = readCaseQuery(url);
  const cases = chooseCases(all, query);
  const title = message(language, "company.title");
  return {
    title,
    description: message(language, "company.lead"),
    area: null,
    unlisted: true,
    landscape: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "company.lead")}
          links={[
            { text: message(language, "company.enter"), href: links.newCompanyCase(language) },
            { text: message(language, "company.toEvents"), href: links.companyEvents(language) },
            { text: message(language, "company.toRules"), href: "#rules" },
          ]}
        />
        {all.length === 0 ? (
          <EmptyState
            title={message(language, "company.none")}
            text={message(language, "company.noneText")}
            links={[{ text: message(language, "company.enter"), href: links.newCompanyCase(language) }]}
          />
        ) : (
          <>
            <Funnel cases={cases} words={words} />
            <CaseFilterForm url={url} query={query} all={all} events={events} words={words} />
            <Section id="board" title={message(language, "company.board", { count: cases.length })}>
              <CaseBoard cases={cases} words={words} />
            </Section>
            <Obstacles cases={cases} words={words} />
          </>
        )}
        <Section
          id="needs"
          title={message(language, "company.needs.title")}
          lead={message(language, "company.needs.lead")}
        >
          <OpenNeeds needs={needs} words={words} />
        </Section>
        <Section
          id="events"
          title={message(language, "company.events.title")}
          lead={message(language, "company.events.short", { count: events.length })}
          more={{ text: message(language, "company.events.all"), href: links.companyEvents(language) }}
        >
          <EventList
            events={events.filter(({ result }) => Object.keys(result).length > 0)}
            cases={all}
            words={words}
            programme={programme}
          />
        </Section>
        <CompanyRules language={language} />
      </>
    ),
  };
};

/** How many came so far, and what became of them. */
function Funnel({ cases, words: { language } }: { cases: readonly CompanyCase[]; words: NeedWords }) {
  return (
    <StackedRows
      id="case-funnel"
      title={message(language, "company.funnel.title")}
      unit={message(language, "company.funnel.unit")}
      series={[
        { key: "alive", label: message(language, "company.funnel.alive") },
        { key: "stopped", label: message(language, "company.funnel.stopped") },
      ]}
      looks={["case-bar-alive", "case-bar-stopped"]}
      rows={countStages(cases).map(({ stage, alive, stopped }) => ({
        key: stage,
        label: message(language, `company.reached.${stage}`),
        values: [alive, stopped],
      }))}
      rowLabel={message(language, "company.field.state")}
      totalLabel={message(language, "needs.picture.total")}
      tableLabel={message(language, "needs.picture.table")}
    />
  );
}

/** What holds cases up, counted over cases: the association names closer communication and narrower fields. */
function Obstacles({ cases, words: { language } }: { cases: readonly CompanyCase[]; words: NeedWords }) {
  const rows = countObstacles(cases);
  if (rows.length === 0) return null;
  return (
    <StackedRows
      id="case-obstacles"
      title={message(language, "company.obstacles.title")}
      unit={message(language, "company.obstacles.unit")}
      series={[
        { key: "alive", label: message(language, "company.obstacles.alive") },
        { key: "stopped", label: message(language, "company.obstacles.stopped") },
      ]}
      looks={["case-bar-alive", "case-bar-stopped"]}
      rows={rows.map(({ kind, alive, stopped }) => ({
        key: kind,
        label: message(language, `company.obstacle.${kind}`),
        values: [alive, stopped],
      }))}
      rowLabel={message(language, "company.field.obstacleKinds")}
      totalLabel={message(language, "needs.picture.total")}
      tableLabel={message(language, "needs.picture.table")}
    />
  );
}
