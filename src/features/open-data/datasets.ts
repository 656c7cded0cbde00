import { sheets } from "../../sheets/registry.ts";
import type { Sheet } from "../../sheets/sheet.ts";

/** Records that belong together: one JSON file, one workbook, one CSV file a sheet. */
export interface Dataset {
  id: DatasetId;
  sheets: readonly Sheet[];
}

const groups = {
  activities: ["activities", "activity_parties", "activity_people"],
  partnerships: ["partnerships", "partnership_years"],
  projects: [
    "projects",
    "project_parties",
    "project_phases",
    "project_milestones",
    "project_sites",
    "project_results",
    "project_actuals",
  ],
  agreements: ["agreements", "agreement_parties"],
  "needs-and-plans": ["needs", "need_grounds", "offers", "offer_years", "plans"],
  organisations: ["organisations", "organisation_names"],
  figures: ["measures", "claims", "coverage", "tables", "table_notes", "accepted_findings"],
  evaluation: ["achievements", "evaluation_points", "concerns", "surveys", "survey_questions"],
  news: ["news"],
  policies: [
    "policies",
    "policy_links",
    "policy_targets",
    "policy_clippings",
    "policy_regions",
    "policy_bodies",
    "policy_topics",
    "policy_sources",
  ],
  programme: [
    "programme",
    "countries",
    "fiscal_calendars",
    "documents",
    "ledgers",
    "registers",
    "platforms",
    "principles",
    "structure_nodes",
    "structure_links",
    "topics",
  ],
  glossary: ["glossary", "terms"],
} as const;

export type DatasetId = keyof typeof groups;

export const datasetIds = Object.keys(groups).filter((id): id is DatasetId => id in groups);

/** In the order in which readers look for them. */
export const datasets: readonly Dataset[] = datasetIds.map((id) => ({
  id,
  sheets: groups[id].map((name) => {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }),
}));

/** Datasets whose further sheets hold parts of the first one's records, which are no records of their own. */
const withParts: readonly DatasetId[] = [
  "activities",
  "partnerships",
  "projects",
  "agreements",
  "organisations",
  "policies",
];

/** How many records there are, by the rows of each sheet. */
export function countRecords({ id, sheets }: Dataset, rows: ReadonlyMap<string, number>): number {
  const counted = withParts.includes(id) ? sheets.slice(0, 1) : sheets;
  return counted.reduce((sum, { name }) => sum + (rows.get(name) ?? 0), 0);
}
