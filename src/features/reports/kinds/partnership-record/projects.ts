import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import { type Project, projectRoles } from "../../../projects/project.ts";
import { sayStatus } from "../../../projects/say-status.ts";
import { heading, paragraphOf, writtenRuns } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";
import { factRows } from "../blocks.ts";
import { compareDates } from "../compare-dates.ts";
import { isKnown } from "../known-on.ts";
import { timelessTable } from "../plain-table.ts";
import { writeWhen } from "../when.ts";

/** Each project under its title: what it is about, its facts, its steps. */
export function composeProjects(projects: readonly Project[], study: Study): Block[] {
  return projects.flatMap((project) => composeProject(project, 2, study));
}

export function composeProject(project: Project, level: 2 | 3, study: Study): Block[] {
  const { language } = study;
  const content = writtenRuns(project.content, language);
  return [
    heading(level, localize(project.title, language).text),
    ...(content.length === 0 ? [] : [paragraphOf(content)]),
    ...listFacts(project, study),
    ...layOutMilestones(project, study),
    ...layOutResults(project, study),
  ];
}

function listFacts(project: Project, study: Study): Block[] {
  const { language, directory, books, asOf } = study;
  const say = (name: "status" | "period" | "funding" | "topics") => message(language, `projectPage.${name}`);
  const separator = message(language, "list.separator");
  return factRows([
    {
      term: message(language, "report.partnership.column.kind"),
      runs: choiceMessage(language, "project.kind", project.kind),
    },
    { term: say("status"), runs: sayStatus(project, { books, today: asOf, language }) },
    { term: say("period"), runs: writeWhen(project.period, project.periodText, study) },
    ...projectRoles.map((role) => ({
      term: message(language, `projectPage.role.${role}`),
      runs: project.parties
        .filter((party) => party.role === role)
        .map(({ organisation }) => directory.name(organisation, language, asOf))
        .join(separator),
    })),
    { term: say("funding"), runs: choiceMessage(language, "activity.funding", project.funding) },
    {
      term: say("topics"),
      runs: project.topics.map((id) => localize(books.topic(id).name, language).text).join(separator),
    },
  ]);
}

function layOutMilestones(project: Project, study: Study): Block[] {
  const { language } = study;
  const steps = project.milestones
    .filter(({ date, source }) => isKnown(date, source, study))
    .toSorted((a, b) => compareDates(a.date, b.date));
  if (steps.length === 0) return [];
  const isOpen = ({ status, dateFrom }: Project["milestones"][number]) =>
    status !== "done" || (dateFrom !== null && dateFrom > study.asOf);
  const table = timelessTable(study, {
    id: `milestones-${project.id}`,
    title: message(language, "projectPage.steps"),
    columns: [
      { key: "date", label: message(language, "table.column.date"), share: 0.28 },
      { key: "content", label: message(language, "projectPage.steps"), share: 0.72 },
    ],
    rows: steps.map((step) => ({
      key: String(step.position),
      shaded: isOpen(step),
      cells: [
        writeWhen(step.date, step.dateText, study) || message(language, "projects.undated"),
        localize(step.text, language).text,
      ],
    })),
    notes: steps.some(isOpen) ? [message(language, "report.partnership.shadedNote")] : [],
  });
  return [{ is: "table", caption: null, table }];
}

/** The results chain: what came of it stage by stage, "not measured" included. */
function layOutResults(project: Project, study: Study): Block[] {
  const { language } = study;
  const results = project.results.filter(({ date, source }) => isKnown(date, source, study));
  if (results.length === 0) return [];
  const table = timelessTable(study, {
    id: `results-${project.id}`,
    title: message(language, "results.chain"),
    columns: [
      { key: "stage", label: message(language, "results.column.what"), share: 0.22 },
      { key: "state", label: message(language, "projectPage.status"), share: 0.14 },
      { key: "text", label: message(language, "results.chain"), share: 0.64 },
    ],
    rows: results.map((result) => ({
      key: String(result.number),
      shaded: result.state === "expected",
      cells: [
        choiceMessage(language, "results.stage", result.stage),
        choiceMessage(language, "results.standing", result.state),
        localize(result.text, language).text,
      ],
    })),
    notes: results.some(({ state }) => state === "expected")
      ? [message(language, "report.partnership.shadedNote")]
      : [],
  });
  return [{ is: "table", caption: null, table }];
}
