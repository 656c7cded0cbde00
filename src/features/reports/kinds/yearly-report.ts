import { localize } from "../../../core/localized.ts";
import type { Block, ReportValue } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { orNothing } from "../compose/blocks.ts";
import { writeConcerns } from "../compose/concerns.ts";
import { projectsOfYear, writeProject } from "../compose/projects.ts";
import { openStudy, type Study } from "../compose/study.ts";
import { tableBlocks } from "../compose/tables.ts";
import { eventsOfYear } from "../compose/year-activities.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { writeActivityList } from "./yearly-report/activity-list.ts";
import { writeDifferences } from "./yearly-report/differences.ts";
import { writeEvaluation } from "./yearly-report/evaluation.ts";
import { outlineYearlyReport } from "./yearly-report/outline.ts";
import { writePartnerships } from "./yearly-report/partnerships.ts";
import { writePeople } from "./yearly-report/people.ts";
import { placeholders } from "./yearly-report/placeholders.ts";
import { compareYears, writeKeyFigures, writeSummary } from "./yearly-report/results.ts";
import { gatherYearFigures, listYearTables } from "./yearly-report/year-figures.ts";

/** The account of a year that is over: results beside those of the year before, partnerships, people, concerns, differences. */
export const yearlyReport: ReportKind = {
  id: "yearly-report",
  subject: "year",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders,
  outline: outlineYearlyReport,
  compose: composeYearlyReport,
};

async function composeYearlyReport(request: ReportRequest): Promise<Composition> {
  const study = await openStudy(request);
  const { language } = study;
  const programme = localize(study.programme.shortName, language).text;
  const title = message(language, "report.yearly.title", { year: study.year, programme });
  const maker = study.name(request.maker);
  const values: Record<string, ReportValue> = {
    title: { text: title },
    subtitle: { text: message(language, "report.yearly.subtitle") },
    maker: { text: maker },
    as_of: { text: message(language, "report.sentence.asOf", { date: study.date(study.asOf) }) },
    made_on: { text: study.date(study.context.clock.today()) },
    year: { text: study.year },
  };
  for (const [name, blocks] of Object.entries(await composeParts(study))) values[name] = { blocks };
  return { title, maker, values, ...study.notebook.read() };
}

/** In the order of the outline, since tables are numbered as they come. */
async function composeParts(study: Study): Promise<Record<string, Block[]>> {
  const label = numberAsTheyCome(study);
  const figures = await gatherYearFigures(study);
  const events = await eventsOfYear(study);
  const comparison = figures.length === 0 ? [] : compareYears(study, figures, label());
  const coordination = await writeTables(study, listYearTables(study, "coordination"), label);
  const technical = await writeTables(study, listYearTables(study, "technical"), label);
  const partnerships = await writePartnerships(study, events);
  const projects = (await projectsOfYear(study, events)).flatMap((project) => writeProject(study, project));
  const people = writePeople(study, events, label);
  const concerns = await writeConcerns(study);
  return {
    summary: writeSummary(study, figures),
    key_figures: writeKeyFigures(study, figures),
    comparison,
    coordination_tables: orNothing(study, coordination),
    technical_tables: orNothing(study, technical),
    partnerships,
    projects: orNothing(study, projects),
    people_trained: orNothing(study, people),
    concerns_handled: concerns.handled,
    concerns_remaining: concerns.remaining,
    evaluation: await writeEvaluation(study),
    next_year: orNothing(study, await writeNextYear(study, label)),
    differences: await writeDifferences(study, label),
    activities: writeActivityList(study, events, label),
  };
}

async function writeTables(study: Study, ids: readonly string[], label: () => string): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const id of ids) blocks.push(...(await tableBlocks(study, id, label())));
  return blocks;
}

async function writeNextYear(study: Study, label: () => string): Promise<Block[]> {
  const fiscalYear = study.fiscalYear + 1;
  const plans = study.catalogue.tables.find(
    ({ layout, fiscalYears }) => layout === "plans" && fiscalYears.includes(fiscalYear),
  );
  return plans ? tableBlocks({ ...study, fiscalYear }, plans.id, label()) : [];
}

/** 「表1」, 「表2」, … for each table when it is written. */
function numberAsTheyCome({ language }: Study): () => string {
  let number = 0;
  return () => {
    number += 1;
    return message(language, "report.sentence.tableLabel", { number });
  };
}
