import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Definition } from "../../../web/components/definition-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { writeDate } from "../../activities/summarise.ts";
import { projectRoles } from "../project.ts";
import { sayStatus } from "../say-status.ts";
import type { ProjectRecord } from "./project-record.ts";

/** The facts of a project; what the sources do not state is left out. */
export function describeProject(
  { project, parties, partnership, agreement, books, today }: ProjectRecord,
  language: Language,
): Definition[] {
  type Term = "status" | "period" | "funding" | "budget" | "topics" | "partnership" | "agreement" | "method" | "data";
  const term = (name: Term, ...values: Definition["values"]) => ({
    term: message(language, `projectPage.${name}`),
    values,
  });
  const describeText = (name: "method" | "data", value: Localized) => {
    const text = localize(value, language);
    return text.text === "" ? [] : [term(name, <Words value={text} />)];
  };
  return [
    term("status", sayStatus(project, { books, today, language })),
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
          values: own.map(({ name, href, description }) => (
            <>
              <a href={href}>{name}</a>
              <Part description={description} language={language} />
            </>
          )),
        },
      ];
    }),
    ...(agreement
      ? [
          term(
            "agreement",
            <a href={agreement.href}>
              <Words value={agreement.title} />
            </a>,
          ),
        ]
      : []),
    ...describeText("method", project.method),
    ...describeText("data", project.data),
    term("funding", choiceMessage(language, "activity.funding", project.funding)),
    ...(project.budgetReference === null ? [] : [term("budget", project.budgetReference)]),
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

function Part({ description, language }: { description: Localized; language: Language }) {
  const text = localize(description, language);
  if (text.text === "") return null;
  return (
    <span class="party-part">
      <Words value={text} />
    </span>
  );
}
