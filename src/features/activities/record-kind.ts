import { localizedCells, type RecordKind, splitCell } from "../../records/kind.ts";
import { activityPartySheet, activityPeopleSheet, activitySheet } from "./sheets.ts";

export const activityKind: RecordKind = {
  id: "activity",
  sheet: activitySheet,
  parts: [
    { sheet: activityPartySheet, parent: "activity", position: "position" },
    { sheet: activityPeopleSheet, parent: "activity", position: "position" },
  ],
  fiscalYear: "fiscal_year",
  date: "date",
  publicPath: (id) => `activities/${id}`,
  organisations: ({ fields, parts }, lookup) => [
    ...(parts.activity_parties ?? []).flatMap(({ organisation }) => splitCell(organisation)),
    ...splitCell(fields.partnerships).flatMap((id) => lookup.partnershipSides(id)),
  ],
  ledger: ({ fields }, lookup) => lookup.registerLedger(fields.register ?? ""),
  title: ({ fields }) => localizedCells(fields, "title"),
};
