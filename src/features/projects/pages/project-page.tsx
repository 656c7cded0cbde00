import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { memberDocumentId } from "../../../records/member-source.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Timeline } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { summariseActivity } from "../../activities/summarise.ts";
import { ChainSection } from "./chain-section.tsx";
import { describeProject } from "./describe-project.tsx";
import { PlanSection } from "./plan-section.tsx";
import { readProjectRecord } from "./project-record.ts";
import { SitesSection } from "./sites-section.tsx";

/** One project: what it is, who carries it, its steps, the activities on record. */
export const showProject: PageHandler = async ({ context, language, params, url }) => {
  const record = await readProjectRecord(context, params.id ?? "", language);
  const { project, activities, chronicle } = record;
  const title = localize(project.title, language).text;
  const content = localize(project.content, language);
  const kind = choiceMessage(language, "project.kind", project.kind);
  // Whoever entered it keeps it up to date; a document says only what was so on its day.
  const isEntered = project.source.document === memberDocumentId;
  return {
    title,
    description: message(language, "projectPage.description", { title, kind }),
    area: "partnerships",
    trail: [
      { text: message(language, "site.area.partnerships"), href: links.partnerships(language) },
      { text: message(language, "site.projects"), href: links.projects(language) },
    ],
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "ResearchProject",
      name: title,
      ...(content.text === "" ? {} : { description: content.text }),
      url: `${url.origin}${links.project(language, project.id)}`,
      member: record.parties.map(({ name, href }) => ({ "@type": "Organization", name, url: `${url.origin}${href}` })),
    },
    body: (
      <>
        <PageHeading kicker={kind} title={title} lead={content.text === "" ? undefined : content} />
        <ChainSection record={record} language={language} />
        <Section id="facts" title={message(language, "projectPage.facts")}>
          <DefinitionList items={describeProject(record, language)} />
        </Section>
        <PlanSection record={record} language={language} />
        <SitesSection record={record} language={language} />
        <Section
          id="steps"
          title={message(language, "projectPage.steps")}
          lead={message(language, isEntered ? "projectPage.stepsLeadEntered" : "projectPage.stepsLead")}
        >
          {chronicle.length > 0 ? (
            <Timeline years={chronicle} />
          ) : (
            <EmptyState title={message(language, isEntered ? "projectPage.noStepsEntered" : "projectPage.noSteps")} />
          )}
        </Section>
        {activities.length > 0 && (
          <Section
            id="activities"
            title={message(language, "projectPage.activities")}
            more={{
              text: message(language, "projectPage.allActivities", { count: record.total }),
              href: links.activities(language, { project: project.id }),
            }}
          >
            <ActivityList
              activities={activities.map((activity) =>
                summariseActivity(activity, record.describeContext, record.today),
              )}
            />
          </Section>
        )}
        <Section id="sources" title={message(language, "projects.sources")}>
          <SourceList documents={record.documents} />
        </Section>
      </>
    ),
  };
};
