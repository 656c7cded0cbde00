import { localize } from "../../../core/localized.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Activity } from "../../activities/activity.ts";
import { statusOn } from "../../activities/activity.ts";
import { getActivity } from "../../activities/service.ts";
import { getProjects } from "../../projects/service.ts";
import { noteGaps } from "../compose/activity-entry.ts";
import { paragraphOf, writtenRuns } from "../compose/blocks.ts";
import { openStudy, type Study } from "../compose/study.ts";
import type { Composition, Placeholder, ReportKind, ReportRequest } from "../report-kind.ts";
import { composeActivityFacts } from "./activity-report/facts.ts";
import { place, section } from "./blocks.ts";
import { composeFront, frontPlaceholders, outlineFront } from "./front.ts";
import { composeProject } from "./partnership-record/projects.ts";
import { composePhotographs } from "./photographs.ts";
import { tellSources } from "./source-list.ts";

/** The parts that bring their headings with them: of a short record most are empty. */
const parts = ["content", "result", "remark", "project", "photographs"] as const;

const placeholders: readonly Placeholder[] = [
  ...frontPlaceholders,
  { name: "facts", gives: "blocks", required: true, description: "report.activity.placeholder.facts" },
  ...parts.map(
    (name): Placeholder => ({
      name,
      gives: "blocks",
      required: name === "content" || name === "result",
      description: `report.activity.placeholder.${name}`,
    }),
  ),
  { name: "documents", gives: "blocks", required: false, description: "report.activity.placeholder.documents" },
];

/** One activity: what it was, what was done and what came of it, in the words of those who held it. */
export const activityReport: ReportKind = {
  id: "activity-report",
  subject: "activity",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders,
  outline: () => [...outlineFront(), place("facts"), ...parts.map((name) => place(name)), place("documents")],
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const study = await openStudy(request);
  const { language, notebook } = study;
  const activity = await getActivity(study.context, request.subject ?? "");
  const title = localize(activity.title, language).text;
  const front = await composeFront(request, message(language, "report.activity.title", { title }));
  const contents = await composeParts(activity, study);
  const facts = await composeActivityFacts(activity, study);
  notebook.use("activity", [activity.id]);
  listGaps(activity, contents, study);
  return {
    ...front,
    values: {
      ...front.values,
      facts: { blocks: facts },
      documents: { blocks: tellSources([activity.source], study) },
      ...Object.fromEntries(
        parts.map((name) => [
          name,
          { blocks: section(1, message(language, `report.activity.heading.${name}`), contents[name]) },
        ]),
      ),
    },
    ...notebook.read(),
  };
}

async function composeParts(activity: Activity, study: Study): Promise<Record<(typeof parts)[number], Block[]>> {
  const { language, context, notebook } = study;
  const write = (text: Activity["theme"]): Block[] => {
    const runs = writtenRuns(text, language);
    return runs.length === 0 ? [] : [paragraphOf(runs)];
  };
  const project = (await getProjects(context)).find(({ id }) => id === activity.project);
  if (project) notebook.use("project", [project.id]);
  return {
    content: write(activity.theme),
    result: write(activity.result),
    remark: write(activity.remark),
    project: project ? composeProject(project, 2, study) : [],
    photographs: await composePhotographs([activity], study),
  };
}

function listGaps(activity: Activity, { photographs }: { photographs: Block[] }, study: Study): void {
  const { language, notebook, asOf } = study;
  const isHeld = statusOn(activity, asOf) === "done";
  if (activity.date === null) notebook.lack(message(language, "report.activity.gap.date"));
  if (activity.place === null && localize(activity.venue, language).text === "")
    notebook.lack(message(language, "report.activity.gap.place"));
  if (!isHeld) {
    notebook.lack(message(language, "report.activity.gap.notHeld"));
    return;
  }
  noteGaps(study, activity);
  if (activity.people.length === 0) notebook.lack(message(language, "report.activity.gap.people"));
  if (photographs.length === 0) notebook.lack(message(language, "report.activity.gap.photographs"));
}
