import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { bullets, heading, paragraphOf, writtenRuns } from "../compose/blocks.ts";
import { openStudy, type Study } from "../compose/study.ts";
import type { Composition, Placeholder, ReportKind, ReportRequest } from "../report-kind.ts";
import { place, section } from "./blocks.ts";
import { composeFront, frontPlaceholders, outlineFront } from "./front.ts";
import { layOutActivities } from "./partnership-record/activities.ts";
import { layOutAgreements } from "./partnership-record/agreements.ts";
import { composeBasics, listAchievements, listNeeds } from "./partnership-record/basics.ts";
import { gatherPair, type PairRecord } from "./partnership-record/gather.ts";
import { composeProjects } from "./partnership-record/projects.ts";
import { composeFigures, layOutYears } from "./partnership-record/years.ts";
import { composePhotographs } from "./photographs.ts";
import { listSources } from "./source-list.ts";

/** The parts that bring their headings with them: of a young pair most are empty. */
const parts = [
  "years",
  "agreements",
  "needs",
  "plans",
  "activities",
  "projects",
  "achievements",
  "photographs",
  "documents",
] as const;

const placeholders: readonly Placeholder[] = [
  ...frontPlaceholders,
  { name: "basics", gives: "blocks", required: true, description: "report.partnership.placeholder.basics" },
  { name: "figures", gives: "blocks", required: false, description: "report.partnership.placeholder.figures" },
  ...parts.map(
    (name): Placeholder => ({
      name,
      gives: "blocks",
      required: name !== "photographs" && name !== "documents",
      description: `report.partnership.placeholder.${name}`,
    }),
  ),
];

/** The whole record of one pair, from its tie to its documents. */
export const partnershipRecord: ReportKind = {
  id: "partnership-record",
  subject: "partnership",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders,
  outline: (language) => [
    ...outlineFront(),
    heading(1, message(language, "report.partnership.heading.basics")),
    place("basics"),
    place("figures"),
    ...parts.map((name) => place(name)),
  ],
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const study = await openStudy(request);
  const { language, notebook } = study;
  const record = await gatherPair(request.subject ?? "", study);
  const names = { home: study.name(record.partnership.home), partner: study.name(record.partnership.partner) };
  const front = await composeFront(request, message(language, "report.partnership.title", names));
  noteUse(record, study);
  const contents = await composeParts(record, study);
  return {
    ...front,
    values: {
      ...front.values,
      basics: { blocks: composeBasics(record, study) },
      figures: { blocks: record.activities.length === 0 ? [] : composeFigures(record, study) },
      ...Object.fromEntries(
        parts.map((name) => [
          name,
          { blocks: section(1, message(language, `report.partnership.heading.${name}`), contents[name]) },
        ]),
      ),
    },
    ...notebook.read(),
  };
}

async function composeParts(record: PairRecord, study: Study): Promise<Record<(typeof parts)[number], Block[]>> {
  const { language, programme } = study;
  const { partnership, agreements, activities, projects, needs, plans, achievements } = record;
  const bare = (table: ReturnType<typeof layOutYears>): Block[] =>
    table.rows.length === 0 ? [] : [{ is: "table", caption: null, table }];
  const cited = [partnership, ...partnership.years, ...agreements, ...projects, ...needs, ...plans, ...activities];
  const milestones = projects.flatMap((project) => project.milestones);
  return {
    years: bare(layOutYears(record, study)),
    agreements: bare(layOutAgreements(agreements, study)),
    needs: bullets(listNeeds(record, study)),
    plans: bullets(
      plans.map((plan) => {
        const year = fiscalYearLabel(programme.calendar, plan.fiscalYear, language);
        return [
          { text: message(language, "report.partnership.planOf", { year }) },
          ...writtenRuns(plan.content, language),
        ];
      }),
    ),
    activities: layOutActivities(activities, study).map((table) => ({ is: "table", caption: table.title, table })),
    projects: composeProjects(projects, study),
    achievements:
      achievements.length === 0
        ? []
        : [
            paragraphOf([
              {
                text: message(language, "report.partnership.achievementsLead", { home: study.name(partnership.home) }),
              },
            ]),
            ...bullets(listAchievements(record, study)),
          ],
    photographs: await composePhotographs(activities, study),
    documents: listSources(
      [...cited, ...milestones, ...achievements].flatMap(({ source }) => source ?? []),
      study,
    ),
  };
}

function noteUse(record: PairRecord, { language, notebook }: Study): void {
  const { partnership, agreements, activities, projects, needs, plans, achievements } = record;
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  notebook.use("partnership", [partnership.id]);
  notebook.use("agreement", idsOf(agreements));
  notebook.use("activity", idsOf(activities));
  notebook.use("project", idsOf(projects));
  notebook.use("need", idsOf(needs));
  notebook.use("plan", idsOf(plans));
  notebook.use(
    "achievement",
    achievements.map(({ organisation }) => organisation),
  );
  for (const [name, items] of Object.entries({ agreements, activities, projects, needs, plans, achievements }))
    if (items.length === 0) notebook.lack(message(language, `report.partnership.gap.${name as Gap}`));
  if (partnership.since === null) notebook.lack(message(language, "report.partnership.gap.since"));
}

type Gap = "agreements" | "activities" | "projects" | "needs" | "plans" | "achievements";
