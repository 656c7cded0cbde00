import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { getRegister } from "../../../activities/service.ts";
import { getProjects } from "../../../projects/service.ts";
import { orNothing, paragraph, paragraphOf, writtenRuns } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";

const register = "coordination-direct-cooperation";

/** What the cooperation with the partner's ministry itself is about, how far it has come, and where the table stands. */
export async function writeDirectCooperation(study: Study, label: string | undefined): Promise<Block[]> {
  const { context, language, fiscalYear, notebook } = study;
  const activities = await getRegister(context, register, fiscalYear);
  if (activities.length === 0) return orNothing(study, []);
  const named = new Set(activities.map(({ project }) => project));
  const projects = (await getProjects(context)).filter(({ id }) => named.has(id));
  notebook.use(
    "project",
    projects.map(({ id }) => id),
  );
  return [
    ...projects.map((project) =>
      paragraphOf([
        { text: `${localize(project.title, language).text}${message(language, "report.sentence.colon")}` },
        ...writtenRuns(project.content, language),
      ]),
    ),
    ...(label === undefined
      ? []
      : [
          paragraph(
            message(language, "report.interim.directTable", { table: label, year: study.year, phase: study.phase }),
          ),
        ]),
  ];
}
