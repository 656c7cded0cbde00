import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { describePlace } from "../../../activities/describe.ts";
import { getRegister } from "../../../activities/service.ts";
import { orNothing, sentenceList } from "../../compose/blocks.ts";
import { tellMeasures } from "../../compose/counts.ts";
import type { Study } from "../../compose/study.ts";
import { sortByState } from "../../compose/year-activities.ts";
import { nameMeeting, type TableLabels } from "./support.ts";

/** 「9月以降現在まで共同研究実施のための国内協議を1回、現地協議を3回実施。年度内にさらに2回程度実施予定（表1参照）。」 */
export async function writeTechnicalConsultations(study: Study, labels: TableLabels): Promise<Block[]> {
  const sentence = await tellMeasures(study, {
    about: "technicalConsultations",
    parts: [
      { subject: "technicalDomestic", held: "technical-consultations-domestic" },
      { subject: "technicalOnSite", held: "technical-consultations-on-site" },
    ],
    instead: { subject: "researchVisits", held: "research-visits" },
    planned: "technical-consultations-planned",
    names: null,
    table: labels.get("technical-consultations") ?? null,
  });
  return orNothing(study, sentenceList(study.language, [sentence]));
}

export async function writeTechnicalTrainings(study: Study, labels: TableLabels): Promise<Block[]> {
  const sentence = await tellMeasures(study, {
    about: "technicalTrainings",
    parts: [{ subject: "technicalTrainings", held: "technical-trainings-held" }],
    instead: { subject: "technicalTrainings", held: "research-trainings" },
    planned: null,
    names: "sender",
    table: labels.get("technical-trainings") ?? null,
  });
  return orNothing(study, sentenceList(study.language, [sentence]));
}

/** Consultations with each of the designated cities, and with the partner's coordinating body about them. */
export async function writeDesignatedConsultations(study: Study, labels: TableLabels): Promise<Block[]> {
  const table = labels.get("designated-city-consultations") ?? null;
  const cities = await tellMeasures(study, {
    about: "designatedConsultations",
    parts: [{ subject: "designatedConsultations", held: "designated-city-consultations-per-city" }],
    instead: { subject: "modelCityVisits", held: "model-city-visits" },
    planned: null,
    names: "partner",
    table,
  });
  const body = nameGroup(study, "designated-city-sjcenter-on-site");
  const centre = await tellMeasures(study, {
    about: "bodyConsultations",
    parts: [
      { subject: "bodyDomestic", held: "designated-city-sjcenter-domestic", body },
      { subject: "bodyOnSite", held: "designated-city-sjcenter-on-site", body },
    ],
    planned: null,
    silent: true,
    names: null,
    table,
  });
  return orNothing(study, sentenceList(study.language, [cities, centre]));
}

export async function writeDesignatedSeminars(study: Study, labels: TableLabels): Promise<Block[]> {
  const { context, fiscalYear, asOf, language, notebook } = study;
  const rows = await getRegister(context, "designated-city-seminars", fiscalYear);
  const joined = sortByState(rows, asOf).held.filter(({ kind }) => kind === "joint-meeting");
  notebook.use(
    "activity",
    joined.map(({ id }) => id),
  );
  const sentence = await tellMeasures(study, {
    about: "designatedSeminars",
    parts: [{ subject: "designatedSeminars", held: "designated-city-seminars-per-city" }],
    instead: { subject: "designatedSeminars", held: "model-city-seminars" },
    planned: null,
    names: "place",
    table: labels.get("designated-city-seminars") ?? null,
  });
  const meetings = joined.map((activity) =>
    message(language, "report.interim.joined", {
      date: activity.date === null ? (activity.dateText ?? "") : study.date(activity.date),
      place: describePlace(activity, study),
      title: nameMeeting(study, activity),
    }),
  );
  return orNothing(study, sentenceList(study.language, [...meetings, sentence]));
}

export async function writeDesignatedTrainings(study: Study, labels: TableLabels): Promise<Block[]> {
  const sentence = await tellMeasures(study, {
    about: "designatedTrainings",
    parts: [{ subject: "designatedTrainings", held: "model-city-trainings" }],
    planned: "designated-city-trainings-planned",
    names: null,
    table: labels.get("designated-city-trainings") ?? null,
  });
  return orNothing(study, sentenceList(study.language, [sentence]));
}

/** The organisation that the measure counts by: 「日中友好環境保全センター」. */
function nameGroup(study: Study, measure: string): string {
  const [group] = study.catalogue.measures.get(measure)?.groups ?? [];
  return group === undefined ? "" : study.name(group);
}
