import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { Partnership } from "../../../partnerships/partnership.ts";
import type { Project } from "../../../projects/project.ts";
import { getProjects } from "../../../projects/service.ts";
import { heading } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";
import { hasBegun } from "../known-on.ts";
import { timelessTable } from "../plain-table.ts";

/** What the pairs work on together, by its theme: first the designated cities, then the others. */
export async function composeResults(study: Study, partnerships: readonly Partnership[]): Promise<Block[]> {
  const { language, notebook } = study;
  const pairs = new Map(partnerships.map((partnership) => [partnership.id, partnership]));
  const projects = (await getProjects(study.context)).filter(
    ({ partnership, status, period, source }) =>
      partnership !== null && pairs.has(partnership) && status !== "planned" && hasBegun(period, source, study),
  );
  notebook.use(
    "project",
    projects.map(({ id }) => id),
  );
  const groups = [
    { name: "designated", own: projects.filter(({ kind }) => kind === "designated-city") },
    { name: "pairs", own: projects.filter(({ kind }) => kind !== "designated-city") },
  ] as const;
  return groups.flatMap(({ name, own }) =>
    own.length === 0
      ? []
      : [
          heading(2, message(language, `report.overview.results.${name}`)),
          layOutProjects(own, pairs, name === "designated", study),
        ],
  );
}

function layOutProjects(
  projects: readonly Project[],
  pairs: ReadonlyMap<string, Partnership>,
  byCity: boolean,
  study: Study,
): Block {
  const { language } = study;
  const who = (project: Project) => {
    const pair = pairs.get(project.partnership ?? "");
    if (!pair) return "";
    if (byCity) return study.name(pair.partner);
    return message(language, "activities.pair", { home: study.name(pair.home), partner: study.name(pair.partner) });
  };
  const columns = [
    {
      key: "who",
      label: message(language, byCity ? "report.overview.column.city" : "report.overview.column.pair"),
      share: byCity ? 0.2 : 0.26,
    },
    ...(byCity ? [] : [{ key: "kind", label: message(language, "report.overview.column.kind"), share: 0.16 }]),
    { key: "theme", label: message(language, "report.overview.column.theme"), share: byCity ? 0.8 : 0.58 },
  ];
  const table = timelessTable(study, {
    id: byCity ? "results-designated" : "results-pairs",
    title: message(language, `report.overview.results.${byCity ? "designated" : "pairs"}`),
    columns,
    rows: projects.map((project) => ({
      key: project.id,
      cells: [
        who(project),
        ...(byCity ? [] : [choiceMessage(language, "project.kind", project.kind)]),
        [project.title, project.content]
          .map((text) => localize(text, language).text)
          .filter((text) => text !== "")
          .join("\n"),
      ],
    })),
  });
  return { is: "table", caption: null, table };
}
