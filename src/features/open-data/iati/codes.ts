import { governmentTiers, type Organisation } from "../../organisations/organisation.ts";

/** Codes of IATI 2.03 (https://iatistandard.org/en/iati-standard/203/codelists/); the tests hold each to its list. */
export const codes = {
  role: { funding: "1", accountable: "2", extending: "3", implementing: "4" },
  dateType: { plannedStart: "1", actualStart: "2", plannedEnd: "3", actualEnd: "4" },
  status: { pipeline: "1", implementation: "2", closed: "4" },
  descriptionType: { general: "1", objectives: "2", other: "4" },
  contactType: { generalEnquiries: "1" },
  scope: { severalRegions: "5", oneRegion: "6", oneMunicipality: "7" },
  locationReach: { activity: "1" },
  exactness: { approximate: "2" },
  locationClass: { administrativeRegion: "1" },
  sectorVocabulary: { purposeCode: "1" },
  ownVocabulary: "99",
  collaboration: { bilateral: "1" },
  aidType: { project: "C01", technicalAssistance: "D02" },
  related: { parent: "1", child: "2", sibling: "3" },
  document: { activityPage: "A12", results: "A08", evaluation: "A07", understanding: "A09" },
  result: { output: "1" },
  measure: { unit: "1" },
} as const;

/** DAC purpose codes: 41010 policy and administration, 41020 biosphere protection (which names air pollution control), 41082 research. */
const sectors: Record<string, string> = { "joint-research": "41082", "model-project": "41020" };

export function sectorOf(projectKind: string | null): string {
  return sectors[projectKind ?? ""] ?? "41010";
}

/**
 * D02 takes in training, seminars, exchange visits and research done together, C01 what a project builds or installs
 * (DAC Converged Statistical Reporting Directives, types of aid).
 */
export function aidTypeOf(projectKind: string | null): string {
  return projectKind === "model-project" ? codes.aidType.project : codes.aidType.technicalAssistance;
}

const organisationTypes: Record<string, string> = {
  ministry: "10",
  department: "10",
  bureau: "11",
  agency: "15",
  centre: "15",
  facility: "15",
  institute: "80",
  university: "80",
  company: "70",
};

/** Code list OrganisationType; what none of its kinds fits is 90, other. */
export function organisationTypeOf({ tier }: Pick<Organisation, "tier">): string {
  return governmentTiers.includes(tier) ? "11" : (organisationTypes[tier] ?? "90");
}
