import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { CountBars } from "../../../web/components/count-bars.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProjectsForActor, type MemberProject } from "../member-projects.ts";
import { findDueMilestones, findOverdueMilestones, type MilestoneOf, responsibleFor } from "../results.ts";
import { MilestoneFilter } from "./milestone-filter.tsx";
import { MilestoneGroups } from "./milestone-groups.tsx";

/** How far ahead "due soon" looks. */
const daysAhead = 60;

/** The picture names where most is overdue; the list below it has all. */
const mostBars = 8;

/** What is overdue and what is due, by project, with who answers for it: as far as the actor may see the projects. */
export const showMilestones: PageHandler<MemberRequest> = async ({ context, actor, language, url }) => {
  const directory = await getDirectory(context);
  const today = context.clock.today();
  const all = await getProjectsForActor(context, actor);
  const chosen = { project: readText(url, "project") ?? "", responsible: readText(url, "responsible") ?? "" };
  const ownOnly = readText(url, "own") === "1";
  const wanted = (found: MilestoneOf<MemberProject>) =>
    (chosen.project === "" || found.project.id === chosen.project) &&
    (chosen.responsible === "" || responsibleFor(found.project, found.milestone).includes(chosen.responsible)) &&
    (!ownOnly || found.project.isOwn);
  const allOverdue = findOverdueMilestones(all, today);
  const overdue = allOverdue.filter(wanted);
  const due = findDueMilestones(all, today, daysAhead).filter(wanted);
  const responsible = [...new Set(allOverdue.flatMap(({ project, milestone }) => responsibleFor(project, milestone)))];
  const title = message(language, "milestones.title");
  const group = { language, directory };
  return {
    title,
    description: message(language, "milestones.description"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "site.area.members"), href: links.members(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "milestones.lead", { overdue: overdue.length, due: due.length })}
        />
        <MilestoneFilter
          url={url}
          language={language}
          projects={all.map(({ id, title: name }) => ({ value: id, text: localize(name, language).text || id }))}
          responsible={responsible.map((id) => ({
            value: id,
            text: directory.find(id) ? directory.name(id, language) : id,
          }))}
        />
        <Section
          id="overdue"
          title={message(language, "milestones.overdue", { count: overdue.length })}
          lead={message(language, "milestones.overdueLead")}
        >
          {overdue.length === 0 ? (
            <EmptyState title={message(language, "milestones.noneOverdue")} />
          ) : (
            <>
              <CountBars
                id="overdue-by-project"
                title={message(language, "milestones.byProject")}
                bars={[...Map.groupBy(overdue, ({ project }) => project)]
                  .map(([project, found]) => ({
                    key: project.id,
                    name: localize(project.title, language),
                    href: `#project-${project.id}`,
                    count: found.length,
                    text: message(language, "milestones.count", { count: found.length }),
                  }))
                  .toSorted((a, b) => b.count - a.count)
                  .slice(0, mostBars)}
              />
              <MilestoneGroups {...group} found={overdue} when="overdue" />
            </>
          )}
        </Section>
        <Section id="due" title={message(language, "milestones.due", { count: due.length })}>
          {due.length === 0 ? (
            <p class="quiet">{message(language, "milestones.noneDue")}</p>
          ) : (
            <MilestoneGroups {...group} found={due} when="due" />
          )}
        </Section>
      </>
    ),
  };
};
