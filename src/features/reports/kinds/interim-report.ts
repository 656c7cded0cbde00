import { localize } from "../../../core/localized.ts";
import type { Block, ReportValue } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { listAbbreviations } from "../compose/abbreviations.ts";
import { orNothing } from "../compose/blocks.ts";
import { writeConcerns } from "../compose/concerns.ts";
import { writeParticipant } from "../compose/participant.ts";
import { findMunicipalities, findOthers, type Participant } from "../compose/participants.ts";
import { nameHomePlatform, nameMinistries, writeDivision, writePlatform } from "../compose/platforms.ts";
import { projectsOfYear } from "../compose/projects.ts";
import { openStudy, type Study } from "../compose/study.ts";
import { numberTables, tableBlocks } from "../compose/tables.ts";
import { activitiesOfYear, noteUnlikelyDates } from "../compose/year-activities.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { writeInformationSharing, writePolicyMonitoring } from "./interim-report/cross-cutting.ts";
import { writeDirectCooperation } from "./interim-report/direct-cooperation.ts";
import { outlineInterimReport } from "./interim-report/outline.ts";
import { coordinationTables, placeholders, tablePlaceholder, technicalTables } from "./interim-report/placeholders.ts";
import { writeConsultations, writeSeminars, writeTrainings } from "./interim-report/support.ts";
import {
  writeDesignatedConsultations,
  writeDesignatedSeminars,
  writeDesignatedTrainings,
  writeTechnicalConsultations,
  writeTechnicalTrainings,
} from "./interim-report/technical.ts";

/** What the platforms lay before a stakeholders' meeting within the year: what has been done, what is to come, each member's pages. */
export const interimReport: ReportKind = {
  id: "interim-report",
  subject: "year",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders,
  outline: outlineInterimReport,
  compose: composeInterimReport,
};

async function composeInterimReport(request: ReportRequest): Promise<Composition> {
  const study = await openStudy(request);
  const { language } = study;
  const programme = localize(study.programme.shortName, language).text;
  const title = message(language, "report.interim.title", { year: study.year, programme });
  const maker = study.name(request.maker);
  const labels = numberTables(coordinationTables, study);
  const technicalLabels = numberTables(technicalTables, study);
  const concerns = await writeConcerns(study);
  const blocks: Record<string, Block[]> = {
    coordination_platform: writePlatform(study, "coordination"),
    technical_platform: writePlatform(study, "technical"),
    division: orNothing(study, writeDivision(study)),
    consultations: await writeConsultations(study, labels),
    trainings: await writeTrainings(study, labels),
    seminars: await writeSeminars(study, labels),
    direct_cooperation: await writeDirectCooperation(study, labels.get("direct-cooperation")),
    policy_monitoring: writePolicyMonitoring(study),
    information_sharing: await writeInformationSharing(study),
    concerns_handled: concerns.handled,
    concerns_remaining: concerns.remaining,
    technical_consultations: await writeTechnicalConsultations(study, technicalLabels),
    technical_trainings: await writeTechnicalTrainings(study, technicalLabels),
    designated_consultations: await writeDesignatedConsultations(study, technicalLabels),
    designated_seminars: await writeDesignatedSeminars(study, technicalLabels),
    designated_trainings: await writeDesignatedTrainings(study, technicalLabels),
    ...(await writeParticipants(study)),
  };
  for (const id of coordinationTables) blocks[tablePlaceholder(id)] = await tableBlocks(study, id, labels.get(id));
  for (const id of technicalTables)
    blocks[tablePlaceholder(id)] = await tableBlocks(study, id, technicalLabels.get(id));
  blocks.abbreviations = listAbbreviations(study, Object.values(blocks).flat());
  const values: Record<string, ReportValue> = {
    title: { text: title },
    subtitle: { text: message(language, "report.interim.subtitle") },
    maker: { text: maker },
    as_of: { text: message(language, "report.sentence.asOf", { date: study.date(study.asOf) }) },
    made_on: { text: study.date(study.context.clock.today()) },
    year: { text: study.year },
    ministries: { text: nameMinistries(study) },
    technical_maker: { text: nameHomePlatform(study, "technical") ?? maker },
  };
  for (const [name, value] of Object.entries(blocks)) values[name] = { blocks: value };
  return { title, maker, values, ...study.notebook.read() };
}

async function writeParticipants(study: Study): Promise<Record<"municipalities" | "other_organisations", Block[]>> {
  const activities = await activitiesOfYear(study);
  noteUnlikelyDates(study, activities);
  const projects = await projectsOfYear(study, activities);
  const municipalities = await findMunicipalities(study, activities);
  const write = async (participants: readonly Participant[], first: number): Promise<Block[]> => {
    const pages: Block[] = [];
    for (const [index, participant] of participants.entries())
      pages.push(...(await writeParticipant(study, { ...participant, projects, number: first + index })));
    return pages;
  };
  return {
    municipalities: orNothing(study, await write(municipalities, 1)),
    other_organisations: await write(findOthers(study, activities), municipalities.length + 1),
  };
}
