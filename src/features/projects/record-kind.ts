import { localizedCells, type RecordKind, splitCell } from "../../records/kind.ts";
import { projectMilestoneSheet, projectPartySheet, projectSheet } from "./sheets.ts";

export const projectKind: RecordKind = {
  id: "project",
  sheet: projectSheet,
  parts: [
    { sheet: projectPartySheet, parent: "project", position: null },
    { sheet: projectMilestoneSheet, parent: "project", position: "position" },
  ],
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
