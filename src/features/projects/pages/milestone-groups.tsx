import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { writeDate } from "../../activities/summarise.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { MemberProject } from "../member-projects.ts";
import { type MilestoneOf, responsibleFor } from "../results.ts";

export interface MilestoneGroupsProps {
  found: readonly MilestoneOf<MemberProject>[];
  when: "overdue" | "due";
  language: Language;
  directory: OrganisationDirectory;
}

/** By project, in the order of the first of each. */
export function MilestoneGroups({ found, when, language, directory }: MilestoneGroupsProps) {
  return (
    <div class="milestone-groups">
      {[...Map.groupBy(found, ({ project }) => project)].map(([project, own]) => (
        <section key={project.id} id={`project-${project.id}`} class="milestone-group">
          <h3>
            <a href={links.memberRecord(language, "project", project.id)}>
              <Words value={localize(project.title, language)} />
            </a>
            <span class="kind-mark">{choiceMessage(language, "project.kind", project.kind, 1)}</span>
          </h3>
          <ul>
            {own.map(({ milestone, days }) => (
              <li key={milestone.position}>
                <p class={`milestone-days is-${when}`}>{describeDays(when, days, language)}</p>
                <div>
                  <p>
                    <Words value={localize(milestone.text, language)} />
                  </p>
                  <p class="record-facts">
                    <span>{writeDate(milestone.date, milestone.dateText, language).date}</span>
                    <span>
                      {message(language, "milestones.responsibleIs", {
                        names: responsibleFor(project, milestone)
                          .map((id) => (directory.find(id) ? directory.name(id, language) : id))
                          .join(message(language, "list.separator")),
                      })}
                    </span>
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {project.isOwn && project.mayCorrect && (
            <p class="milestone-correct">
              <a href={links.correctRecord(language, "project", project.id)}>
                {message(language, "milestones.correct")}
              </a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

/** In days while people count in days, then in months and years. */
export function describeDays(when: "overdue" | "due", days: number, language: Language): string {
  if (when === "due") return message(language, "milestones.daysLeft", { count: days });
  if (days < 60) return message(language, "milestones.daysOver", { count: days });
  if (days < 730) return message(language, "milestones.monthsOver", { count: Math.floor(days / 30.44) });
  return message(language, "milestones.yearsOver", { count: Math.floor(days / 365.25) });
}
