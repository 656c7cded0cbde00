import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { localize } from "../../../core/localized.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Activity } from "../../activities/activity.ts";
import type { Milestone, Project } from "../../projects/project.ts";
import { getProjects } from "../../projects/service.ts";
import { bullets, paragraphOf, writtenRuns } from "./blocks.ts";
import { addMark } from "./join-words.ts";
import { markPlanned, type Study } from "./study.ts";

/** Projects that an activity of the year names, that run in it or have a milestone in it. */
export async function projectsOfYear(study: Study, activities: readonly Activity[]): Promise<Project[]> {
  const named = new Set(activities.map(({ project }) => project));
  const projects = await getProjects(study.context);
  return projects.filter(
    (project) =>
      named.has(project.id) || isWithin(project.period, study) || milestonesOfYear(project, study).length > 0,
  );
}

/** The text of a project with what it reached in the year and what lies ahead in it. */
export function writeProject(study: Study, project: Project): Block[] {
  const { language, notebook } = study;
  notebook.use("project", [project.id]);
  const kind = choiceMessage(language, "project.kind", project.kind);
  const content = writtenRuns(project.content, language);
  const title: Run[] = [
    { text: message(language, "report.sentence.projectKind", { kind }), strong: true },
    ...writtenRuns(project.title, language).map((run) => ({ ...run, strong: true })),
  ];
  const milestones = milestonesOfYear(project, study);
  if (milestones.length === 0)
    notebook.lack(
      message(language, "report.sentence.gap.milestone", { project: localize(project.title, language).text }),
    );
  return [
    paragraphOf(title, "lead"),
    ...(content.length === 0 ? [] : [paragraphOf(content)]),
    ...bullets(milestones.map((milestone) => tellMilestone(study, milestone))),
  ];
}

function tellMilestone(study: Study, milestone: Milestone): Run[] {
  const { language } = study;
  const date = milestone.date === null ? (milestone.dateText ?? "") : study.date(milestone.date);
  // What its source calls done was still ahead on an earlier day.
  const isAhead = milestone.status !== "done" || (milestone.dateFrom !== null && milestone.dateFrom > study.asOf);
  const mark = isAhead ? markPlanned(study, milestone.dateTo ?? milestone.dateFrom) : "";
  const lead = message(language, "report.sentence.dated", { date: addMark(date, mark, language) });
  return [...(date === "" ? [] : [{ text: lead }]), ...writtenRuns(milestone.text, language)];
}

/** In order of their days. What sums up months that are not over on the day is known only later, and left out. */
export function milestonesOfYear(project: Project, { range, asOf }: Study): Milestone[] {
  return project.milestones
    .filter(({ dateFrom, dateTo }) => dateFrom !== null && dateFrom <= range.to && (dateTo ?? dateFrom) >= range.from)
    .filter(({ status, dateFrom, dateTo }) => status !== "done" || (dateFrom ?? "") > asOf || (dateTo ?? "") <= asOf)
    .toSorted((a, b) => (a.dateFrom ?? "").localeCompare(b.dateFrom ?? ""));
}

function isWithin(period: string | null, { range }: Study): boolean {
  const parsed = period === null ? null : parseEdtf(period);
  if (!parsed?.ok) return false;
  const { from, to } = edtfBounds(parsed.value);
  return (from ?? "") <= range.to && (to ?? "9999") >= range.from;
}
