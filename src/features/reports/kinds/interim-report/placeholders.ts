import type { Placeholder } from "../../report-kind.ts";

/** Tables of the two platforms, in the order of the document; each part numbers its own. */
export const coordinationTables = ["consultations", "trainings", "seminars", "direct-cooperation"] as const;
export const technicalTables = [
  "technical-consultations",
  "technical-trainings",
  "designated-city-consultations",
  "designated-city-seminars",
  "designated-city-trainings",
] as const;

/** `table_direct_cooperation` */
export function tablePlaceholder(table: string): string {
  return `table_${table.replaceAll("-", "_")}`;
}

const blocks = (name: string, description: Placeholder["description"], required = false): Placeholder => ({
  name,
  gives: "blocks",
  required,
  description,
});
const text = (name: string, description: Placeholder["description"], required = false): Placeholder => ({
  name,
  gives: "text",
  required,
  description,
});

export const placeholders: readonly Placeholder[] = [
  text("title", "report.placeholder.title", true),
  text("subtitle", "report.placeholder.subtitle"),
  text("maker", "report.placeholder.maker", true),
  text("as_of", "report.placeholder.asOf", true),
  text("made_on", "report.placeholder.madeOn"),
  text("year", "report.placeholder.year"),
  text("ministries", "report.placeholder.ministries"),
  text("technical_maker", "report.placeholder.technicalMaker"),
  blocks("coordination_platform", "report.placeholder.coordinationPlatform"),
  blocks("technical_platform", "report.placeholder.technicalPlatform"),
  blocks("division", "report.placeholder.division"),
  blocks("consultations", "report.placeholder.consultations", true),
  blocks("trainings", "report.placeholder.trainings", true),
  blocks("seminars", "report.placeholder.seminars", true),
  blocks("direct_cooperation", "report.placeholder.directCooperation"),
  ...coordinationTables.map((id) =>
    blocks(tablePlaceholder(id), "report.placeholder.table", id !== "direct-cooperation"),
  ),
  blocks("policy_monitoring", "report.placeholder.policyMonitoring"),
  blocks("information_sharing", "report.placeholder.informationSharing"),
  blocks("concerns_handled", "report.placeholder.concernsHandled"),
  blocks("concerns_remaining", "report.placeholder.concernsRemaining"),
  blocks("technical_consultations", "report.placeholder.technicalConsultations"),
  blocks("technical_trainings", "report.placeholder.technicalTrainings"),
  blocks("designated_consultations", "report.placeholder.designatedConsultations"),
  blocks("designated_seminars", "report.placeholder.designatedSeminars"),
  blocks("designated_trainings", "report.placeholder.designatedTrainings"),
  ...technicalTables.map((id) => blocks(tablePlaceholder(id), "report.placeholder.table")),
  blocks("abbreviations", "report.placeholder.abbreviations"),
  blocks("municipalities", "report.placeholder.municipalities", true),
  blocks("other_organisations", "report.placeholder.otherOrganisations"),
];
