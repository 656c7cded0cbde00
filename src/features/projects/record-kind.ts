import { localizedCells, type RecordKind, splitCell } from "../../records/kind.ts";
import { projectActualSheet, projectResultSheet } from "./result-sheets.ts";
import { findBrokenProjectRules } from "./rules.ts";
import {
  projectMilestoneSheet,
  projectPartySheet,
  projectPhaseSheet,
  projectSheet,
  projectSiteSheet,
} from "./sheets.ts";

export const projectKind: RecordKind = {
  id: "project",
  sheet: projectSheet,
  parts: [
    { sheet: projectPartySheet, parent: "project", position: null },
    { sheet: projectPhaseSheet, parent: "project", position: null },
    { sheet: projectMilestoneSheet, parent: "project", position: "position" },
    { sheet: projectSiteSheet, parent: "project", position: "position" },
    { sheet: projectResultSheet, parent: "project", position: null },
    { sheet: projectActualSheet, parent: "project", position: null },
  ],
  rules: findBrokenProjectRules,
  fiscalYear: null,
  date: "period",
  publicPath: (id) => `projects/${id}`,
  organisations: ({ fields, parts }, lookup) => [
    ...(parts.project_parties ?? []).flatMap(({ organisation }) => splitCell(organisation)),
    ...splitCell(fields.partnership).flatMap((id) => lookup.partnershipSides(id)),
  ],
  // Joint research and model projects are the technical platform's work (B, Ⅱ).
  ledger: (_, lookup) => lookup.technicalLedger,
  title: ({ fields }) => localizedCells(fields, "title"),
};
