import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { SeverityTag } from "../../../web/components/badges.tsx";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceCitation } from "../../../web/components/source-citation.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { PublicPhotographs } from "../../attachments/photograph-list.tsx";
import { getPublicPhotographs } from "../../attachments/photographs.ts";
import { getAgreements } from "../../partnerships/service.ts";
import { getCatalogue } from "../../statistics/catalogue.ts";
import {
  describeBelonging,
  describeContent,
  describeParties,
  describeSetting,
  type FactsRequest,
} from "../activity-facts.tsx";
import { describeEventAsJsonLd } from "../event-json-ld.ts";
import { gatherKnowledge, type Knowledge } from "../filter-knowledge.ts";
import { hasExactDays } from "../month.ts";
import { getRelations, type Relations } from "../relations.ts";
import { getActivity, getApprovalDay } from "../service.ts";
import { isEnteredByMember } from "../stand-ins.ts";
import { summariseActivity } from "../summarise.ts";

/** Everything that is recorded of one activity. */
export const showActivity: PageHandler = async ({ context, language, params, url }) => {
  const activity = await getActivity(context, params.id ?? "");
  const knowledge = await gatherKnowledge(context, language);
  const relations = await getRelations(context, activity, knowledge);
  const { tables } = await getCatalogue(context);
  const facts: FactsRequest = {
    activity,
    knowledge,
    wareki: language === "ja" && readText(url, "calendar") === "wareki",
    approvedOn: isEnteredByMember(activity) ? await getApprovalDay(context, activity.id) : null,
    agreement: (await getAgreements(context)).find(({ id }) => id === activity.agreement) ?? null,
    tables: tables
      .filter((table) => table.register === activity.register && table.fiscalYears.includes(activity.fiscalYear))
      .map((table) => ({ id: table.id, title: localize(table.title, language).text })),
  };
  const title = localize(activity.title, language);
  const summary = summariseActivity(activity, knowledge, knowledge.today);
  const photographs = await getPublicPhotographs(context, activity.id);
  return {
    title: title.text,
    description: message(language, "activityPage.description", {
      kind: choiceMessage(language, "activity.kind", activity.kind),
      title: title.text,
      date: typeof summary.date === "string" ? summary.date : summary.date.text,
    }),
    area: "activities",
    trail: [{ text: message(language, "activities.title"), href: links.activities(language) }],
    jsonLd: describeEventAsJsonLd(activity, url.origin, knowledge),
    body: (
      <>
        <PageHeading
          title={title}
          kicker={choiceMessage(language, "activity.kind", activity.kind)}
          links={
            hasExactDays(activity)
              ? [
                  {
                    text: message(language, "activityPage.icalendar"),
                    href: links.calendarFeed(language, { activity: activity.id }),
                  },
                ]
              : []
          }
        />
        <Facts facts={facts} />
        {photographs.length > 0 && (
          <Section id="photographs" title={message(language, "photograph.title")}>
            <PublicPhotographs photographs={photographs} language={language} />
          </Section>
        )}
        <RelatedRecords relations={relations} knowledge={knowledge} />
        <Findings relations={relations} knowledge={knowledge} />
        <Citation facts={facts} />
      </>
    ),
  };
};

function Facts({ facts }: { facts: FactsRequest }) {
  const { language } = facts.knowledge;
  const content = describeContent(facts, language);
  const parties = describeParties(facts);
  return (
    <>
      <DefinitionList items={describeSetting(facts)} />
      {parties.length > 0 && (
        <Section id="parties" title={message(language, "activityPage.parties")}>
          <DefinitionList items={parties} />
        </Section>
      )}
      {content.length > 0 && (
        <Section id="content" title={message(language, "activityPage.content")}>
          <DefinitionList items={content} />
        </Section>
      )}
      <Section id="belonging" title={message(language, "activityPage.belonging")}>
        <DefinitionList items={describeBelonging(facts)} />
      </Section>
    </>
  );
}

function RelatedRecords({ relations, knowledge }: { relations: Relations; knowledge: Knowledge }) {
  const { language, books, today } = knowledge;
  const kinds = (["same", "within", "parts", "similar"] as const).filter((kind) => relations[kind].length > 0);
  if (kinds.length === 0) return null;
  return (
    <Section
      id="records"
      title={message(language, "activityPage.otherRecords")}
      lead={message(language, "activityPage.otherRecordsLead")}
    >
      {kinds.map((kind) => (
        <Section key={kind} id={`records-${kind}`} level={3} title={message(language, `activityPage.relation.${kind}`)}>
          <ActivityList
            activities={relations[kind].map((other) => ({
              ...summariseActivity(other, knowledge, today),
              note: localize(books.ledger(other.ledger).name, language),
            }))}
          />
        </Section>
      ))}
    </Section>
  );
}

function Findings({ relations, knowledge }: { relations: Relations; knowledge: Knowledge }) {
  const { language } = knowledge;
  if (relations.findings.length === 0) return null;
  return (
    <Section
      id="findings"
      title={message(language, "activityPage.findings")}
      lead={message(language, "activityPage.findingsLead")}
      more={{ text: message(language, "activityPage.allFindings"), href: links.findings(language) }}
    >
      <ul>
        {relations.findings.map((finding) => (
          <li key={finding.id}>
            <SeverityTag
              severity={finding.severity}
              label={choiceMessage(language, "finding.severity", finding.severity)}
            />{" "}
            {finding.message}
            {finding.acceptedReason && (
              <>
                {" "}
                {message(language, "activityPage.accepted", {
                  reason: localize(finding.acceptedReason, language).text,
                })}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Citation({ facts: { activity, knowledge, approvedOn } }: { facts: FactsRequest }) {
  const { language, books } = knowledge;
  const { document, place, row } = activity.source;
  const label = message(language, "activities.source");
  const href = links.document(language, document);
  const organisation = books.enteredBy(activity.source, language);
  if (organisation !== null) {
    const words =
      approvedOn === null
        ? message(language, "memberSource.entered", { organisation })
        : message(language, "memberSource.approved", { organisation, date: writeEdtf(approvedOn, language) });
    return <SourceCitation label={label} document={words} href={href} />;
  }
  return (
    <SourceCitation
      label={label}
      document={localize(books.document(document).title, language)}
      href={href}
      place={row === null ? place : message(language, "activityPage.sourceRow", { place, row })}
    />
  );
}
