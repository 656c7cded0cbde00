import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Definition } from "../../../web/components/definition-list.tsx";
import { writeDate } from "../../activities/summarise.ts";
import { projectRoles } from "../project.ts";
import type { ProjectRecord } from "./project-record.ts";

/** The facts of a project; what the sources do not state is left out. */
export function describeProject(
  { project, parties, partnership, books }: ProjectRecord,
  language: Language,
): Definition[] {
  const term = (name: "status" | "period" | "funding" | "topics" | "partnership", ...values: Definition["values"]) => ({
    term: message(language, `projectPage.${name}`),
    values,
  });
  return [
    term("status", choiceMessage(language, "project.status", project.status)),
    ...(project.period === null && project.periodText === null
      ? []
      : [term("period", writeDate(project.period, project.periodText, language).date)]),
    ...(partnership ? [term("partnership", <a href={partnership.href}>{partnership.text}</a>)] : []),
    ...projectRoles.flatMap((role) => {
      const own = parties.filter((party) => party.role === role);
      if (own.length === 0) return [];
      return [
        {
          term: message(language, `projectPage.role.${role}`),
          values: own.map(({ name, href }) => <a href={href}>{name}</a>),
        },
      ];
    }),
    term("funding", choiceMessage(language, "activity.funding", project.funding)),
    ...(project.topics.length === 0
      ? []
      : [
          term(
            "topics",
            project.topics
              .map((id) => localize(books.topic(id).name, language).text)
              .join(message(language, "list.separator")),
          ),
        ]),
  ];
}
