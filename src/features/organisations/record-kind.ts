import { localizedCells, type RecordKind, splitCell } from "../../records/kind.ts";
import { governmentTiers } from "./organisation.ts";
import { organisationNameSheet, organisationSheet } from "./sheets.ts";

export const organisationKind: RecordKind = {
  id: "organisation",
  sheet: organisationSheet,
  parts: [{ sheet: organisationNameSheet, parent: "organisation", position: null }],
  fiscalYear: null,
  date: null,
  publicPath: (id) => `organisations/${id}`,
  // Its own people find it by its key, which the index adds; those of its government by its parent.
  organisations: ({ fields }) => (governmentTiers.includes(fields.tier ?? "") ? [] : splitCell(fields.parent)),
  ledger: () => null,
  title: ({ fields }) => localizedCells(fields, "name"),
};
