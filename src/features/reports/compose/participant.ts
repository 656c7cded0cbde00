import { type Block, joinRuns } from "../../../documents/report.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Activity } from "../../activities/activity.ts";
import { describePeople } from "../../activities/describe.ts";
import type { Partnership } from "../../partnerships/partnership.ts";
import { getPartnerships, getPlans } from "../../partnerships/service.ts";
import type { Project } from "../../projects/project.ts";
import { hasStory, nameOthers, noteGaps, tellDate, writeActivity } from "./activity-entry.ts";
import { listAgreements } from "./agreements.ts";
import { bullets, heading, paragraph, paragraphOf, writtenRuns } from "./blocks.ts";
import { nameMonth } from "./counts.ts";
import { numberHeading } from "./number-heading.ts";
import { peopleOf, titleRuns } from "./own-list.ts";
import { writeProject } from "./projects.ts";
import { nextYear, type Study } from "./study.ts";
import { plainTable } from "./tables.ts";
import { sortByState } from "./year-activities.ts";

export interface ParticipantInput {
  /** among all that have pages */
  number: number;
  /** a local government or another organisation that has pages of its own */
  organisation: string;
  /** its activities of the year */
  activities: readonly Activity[];
  /** projects of the year, of all participants */
  projects: readonly Project[];
}

/** The pages of one participant: this year so far, the rest of the year, the years to come, projects and agreements. */
export async function writeParticipant(study: Study, input: ParticipantInput): Promise<Block[]> {
  const { context, language, fiscalYear, notebook } = study;
  const { organisation, activities } = input;
  const partnerships = (await getPartnerships(context)).filter(
    ({ home, years }) => home === organisation && years.some((year) => year.fiscalYear === fiscalYear),
  );
  notebook.use(
    "partnership",
    partnerships.map(({ id }) => id),
  );
  const agreements = await listAgreements(
    study,
    partnerships.map(({ id }) => id),
  );
  if (activities.length === 0)
    notebook.lack(message(language, "report.sentence.gap.noActivity", { organisation: study.name(organisation) }));
  return [
    heading(
      2,
      message(language, "report.sentence.title.participant", {
        number: numberHeading(input.number, language),
        name: study.name(organisation),
      }),
    ),
    ...writePartners(study, partnerships),
    ...(await writeStates(study, input)),
    ...(await writeProjects(study, input, partnerships)),
    ...(agreements.length === 0
      ? []
      : [sectionOf(language, message(language, "report.sentence.title.agreements")), ...bullets(agreements)]),
    ...(await writePlans(study, organisation)),
  ];
}

function writePartners({ language, fiscalYear, ...study }: Study, partnerships: readonly Partnership[]): Block[] {
  return bullets(
    partnerships.map((partnership) => {
      const type = partnership.years.find((year) => year.fiscalYear === fiscalYear)?.type ?? "active";
      const marks = [
        ...(partnership.basis === "not-stated"
          ? []
          : [choiceMessage(language, "partnership.basis", partnership.basis)]),
        ...(type === "A" || type === "B" ? [choiceMessage(language, "partnership.type", type)] : []),
        ...(partnership.funding === "programme"
          ? []
          : [choiceMessage(language, "partnership.funding", partnership.funding)]),
      ];
      const text = marks.join(message(language, "list.groupSeparator"));
      return message(language, "report.sentence.partner", {
        partner: study.name(partnership.partner),
        marks: text === "" ? "" : message(language, "report.sentence.inBrackets", { text }),
      });
    }),
  );
}

async function writeStates(study: Study, input: ParticipantInput): Promise<Block[]> {
  const { language, phase } = study;
  const { held, ahead } = sortByState(input.activities, study.asOf);
  const heldBlocks = await writeActivities(study, input, held, 1);
  const aheadBlocks = await writeActivities(study, input, ahead, heldBlocks.next);
  const rest =
    phase === "over" && ahead.length === 0
      ? []
      : [
          sectionOf(language, titleOfRest(study)),
          ...(ahead.length === 0 ? [paragraph(message(language, "report.sentence.nothingAhead"))] : aheadBlocks.blocks),
        ];
  if (phase === "before") return rest;
  return [
    sectionOf(language, titleOfHeld(study)),
    ...(held.length === 0 ? [paragraph(message(language, "report.sentence.nothingHeld"))] : heldBlocks.blocks),
    ...rest,
  ];
}

/** No heading of the outline: the table of contents names the participants, not the same five parts of each. */
function sectionOf(language: Study["language"], text: string): Block {
  return paragraphOf([{ text: message(language, "report.sentence.title.section", { text }), strong: true }], "lead");
}

/** 「今年度の取組（4月から現在まで）」; of a year that is over, its account. */
function titleOfHeld(study: Study): string {
  const { language, phase, range, year } = study;
  if (phase === "over") return message(language, "report.sentence.title.account", { year });
  return message(language, "report.sentence.title.soFar", { from: nameMonth(range.from, study) });
}

/** 「今年度の予定（1月～3月）」; after the year, what nobody has reported on. */
function titleOfRest(study: Study): string {
  const { language, phase, range, asOf, year } = study;
  if (phase === "over") return message(language, "report.sentence.title.unresolved");
  if (phase === "before") return message(language, "report.sentence.title.plan", { year });
  const sameMonth = asOf.slice(0, 7) === range.to.slice(0, 7);
  const from = nameMonth(asOf, { ...study, range: { from: asOf, to: range.to } });
  const to = nameMonth(range.to, { ...study, range: { from: range.to, to: range.to } });
  return message(language, "report.sentence.title.rest", {
    months: sameMonth ? from : message(language, "report.sentence.months", { from, to }),
  });
}

/** So many bare rows are better read as a table. */
const fewestForTable = 3;

async function writeActivities(
  study: Study,
  { organisation, projects }: ParticipantInput,
  activities: readonly Activity[],
  first: number,
): Promise<{ blocks: Block[]; next: number }> {
  const bare = activities.filter((activity) => !hasStory(activity));
  const inTable = bare.length >= fewestForTable ? new Set(bare.map(({ id }) => id)) : new Set<string>();
  const blocks: Block[] = [];
  let number = first;
  for (const activity of activities) {
    if (inTable.has(activity.id)) continue;
    blocks.push(...(await writeActivity(study, activity, { owner: organisation, number, projects })));
    number += 1;
  }
  if (inTable.size > 0) blocks.push(...(await listActivities(study, organisation, bare)));
  return { blocks, next: number };
}

async function listActivities(study: Study, owner: string, activities: readonly Activity[]): Promise<Block[]> {
  const { language, notebook } = study;
  for (const activity of activities) {
    notebook.use("activity", [activity.id]);
    if (activity.status === "done" && sortByState([activity], study.asOf).held.length > 0) noteGaps(study, activity);
  }
  const column = (key: "date" | "activity" | "partners" | "people", share: number) => ({
    key,
    share,
    label: message(language, `report.sentence.column.${key}`),
  });
  const table = plainTable(study, {
    id: `activities-${owner}`,
    title: message(language, "report.sentence.activityTable"),
    columns: [column("date", 0.32), column("activity", 0.34), column("partners", 0.2), column("people", 0.14)],
    rows: activities.map((activity) => ({
      key: activity.id,
      shaded: sortByState([activity], study.asOf).ahead.length > 0,
      cells: [
        tellDate(study, activity),
        joinRuns(titleRuns(study, activity, owner)),
        nameOthers(study, activity, owner, ["lead", "sender", "receiver", "host", "counterpart", "attendee"]),
        describePeople(peopleOf(study, activity, owner), study),
      ],
    })),
  });
  const photographs = (await Promise.all(activities.map(({ id }) => study.photographsOf(id)))).flat();
  return [
    { is: "table", caption: null, table },
    ...(photographs.length === 0 ? [] : [{ is: "photographs" as const, photographs }]),
  ];
}

async function writeProjects(
  study: Study,
  input: ParticipantInput,
  partnerships: readonly Partnership[],
): Promise<Block[]> {
  const ids = new Set(partnerships.map(({ id }) => id));
  const isOwn = (project: Project) =>
    (project.partnership !== null && ids.has(project.partnership)) ||
    project.parties.some(
      ({ organisation, role }) =>
        role !== "support" && study.directory.get(organisation).government === input.organisation,
    );
  const own = input.projects.filter(isOwn);
  if (own.length === 0) return [];
  return [
    sectionOf(study.language, message(study.language, "report.sentence.title.projects")),
    ...own.flatMap((project) => writeProject(study, project)),
  ];
}

async function writePlans(study: Study, organisation: string): Promise<Block[]> {
  const { context, language, fiscalYear, notebook } = study;
  const plans = (await getPlans(context)).filter(
    (plan) => plan.organisation === organisation && plan.fiscalYear === fiscalYear + 1,
  );
  notebook.use(
    "plan",
    plans.map(({ id }) => id),
  );
  if (plans.length === 0)
    notebook.lack(message(language, "report.sentence.gap.noPlan", { organisation: study.name(organisation) }));
  return [
    sectionOf(language, message(language, "report.sentence.title.next", { year: nextYear(study) })),
    ...(plans.length === 0
      ? [paragraph(message(language, "report.sentence.noPlan"))]
      : bullets(plans.map(({ content }) => writtenRuns(content, language)))),
  ];
}
