import { choiceMessage, message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { projectKinds } from "../project.ts";
import { findOverdueMilestones } from "../results.ts";
import { getProjects } from "../service.ts";
import { layOutTimeline } from "../timeline-layout.ts";
import { drawAxis } from "./draw-timeline.ts";
import { ProjectTabs } from "./project-tabs.tsx";
import { Legend, TimelineLines } from "./timeline-lines.tsx";

/** All projects over the years: phases, milestones, today, and what is overdue. */
export const showProjectTimeline: PageHandler = async ({ context, language }) => {
  const projects = await getProjects(context);
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const today = context.clock.today();
  const timeline = layOutTimeline(projects, programme.calendar, today);
  const overdue = findOverdueMilestones(projects, today);
  const title = message(language, "projectTimeline.title");
  const kinds = [...new Set<string>([...projectKinds, ...projects.map(({ kind }) => kind)])];
  const axis = timeline && drawAxis(timeline.scale, today, language);
  return {
    title,
    description: message(language, "projectTimeline.description", { count: projects.length }),
    area: "partnerships",
    landscape: true,
    trail: [
      { text: message(language, "site.area.partnerships"), href: links.partnerships(language) },
      { text: message(language, "site.projects"), href: links.projects(language) },
    ],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "projectTimeline.lead", { count: projects.length })} />
        <ProjectTabs current="timeline" language={language} />
        {timeline && axis ? (
          <>
            <p class="gantt-finding">
              {message(language, "projectTimeline.finding", {
                overdue: overdue.length,
                projects: new Set(overdue.map(({ project }) => project.id)).size,
              })}
            </p>
            <Legend language={language} />
            {kinds.map((kind) => {
              const rows = timeline.rows.filter(({ project }) => project.kind === kind);
              if (rows.length === 0) return null;
              return (
                <Section key={kind} id={kind} title={choiceMessage(language, "project.kind", kind)}>
                  <TimelineLines axis={axis} rows={rows} language={language} directory={directory} today={today} />
                </Section>
              );
            })}
          </>
        ) : (
          <EmptyState title={message(language, "projectTimeline.none")} />
        )}
        <Section id="sources" title={message(language, "projects.sources")}>
          <SourceList
            documents={citeSources(
              projects.flatMap(({ source, phases, milestones }) => [
                source,
                ...phases.map((phase) => phase.source),
                ...milestones.map((milestone) => milestone.source),
              ]),
              books,
              language,
            )}
          />
        </Section>
      </>
    ),
  };
};
