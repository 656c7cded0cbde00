import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, findMessageKey, message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { writeDate } from "../../activities/summarise.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { type Project, projectKinds } from "../project.ts";
import { sayStatus } from "../say-status.ts";
import { getProjects } from "../service.ts";
import { ProjectTabs } from "./project-tabs.tsx";

/** All projects by kind. */
export const showProjects: PageHandler = async ({ context, language, url }) => {
  const projects = await getProjects(context);
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const today = context.clock.today();
  const title = message(language, "projects.title");
  const kinds = [...new Set<string>([...projectKinds, ...projects.map((project) => project.kind)])];
  const page = choosePage(
    kinds.flatMap((kind) => projects.filter((project) => project.kind === kind)),
    100,
    url,
  );
  return {
    title,
    description: message(language, "projects.description", { count: projects.length }),
    area: "partnerships",
    trail: [{ text: message(language, "site.area.partnerships"), href: links.partnerships(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "projects.lead", { count: projects.length })} />
        <ProjectTabs current="list" language={language} />
        {kinds.map((kind) => {
          const own = page.items.filter((project) => project.kind === kind);
          const lead = findMessageKey(`projects.kindLead.${kind}`);
          if (own.length === 0) return null;
          return (
            <Section
              key={kind}
              id={kind}
              title={choiceMessage(language, "project.kind", kind)}
              lead={lead === null ? undefined : message(language, lead)}
            >
              <ul class="record-list">
                {own.map((project) => (
                  <ProjectItem
                    key={project.id}
                    status={sayStatus(project, { books, today, language })}
                    {...{ project, directory, language }}
                  />
                ))}
              </ul>
            </Section>
          );
        })}
        <OffsetPagination page={page} url={url} language={language} />
        <Section id="sources" title={message(language, "projects.sources")}>
          <SourceList
            documents={citeSources(
              projects.map((project) => project.source),
              books,
              language,
            )}
          />
        </Section>
      </>
    ),
  };
};

interface ProjectItemProps {
  project: Project;
  /** as its page says it */
  status: string;
  directory: OrganisationDirectory;
  language: Language;
}

function ProjectItem({ project, status, directory, language }: ProjectItemProps) {
  const leads = project.parties.filter((party) => party.role === "lead");
  const period = project.period ?? project.periodText;
  return (
    <li>
      <p class="record-title">
        <a href={links.project(language, project.id)}>
          <Words value={localize(project.title, language)} />
        </a>
      </p>
      <p class="record-facts">
        <span>{status}</span>
        {leads.length > 0 && (
          <span>
            {leads
              .map((party) => directory.name(party.organisation, language))
              .join(message(language, "list.separator"))}
          </span>
        )}
        {period !== null && <span>{writeDate(project.period, project.periodText, language).date}</span>}
      </p>
    </li>
  );
}
