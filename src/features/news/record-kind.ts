import { localizedCells, type RecordKind } from "../../records/kind.ts";
import { newsSheet } from "./sheets.ts";

export const newsKind: RecordKind = {
  id: "news",
  sheet: newsSheet,
  parts: [],
  // News tells of a moment; closing a fiscal year neither locks nor publishes it.
  fiscalYear: null,
  date: "published",
  publicPath: (id) => `news/${id}`,
  organisations: ({ fields }, lookup) => (fields.partnership ? lookup.partnershipSides(fields.partnership) : []),
  ledger: () => null,
  title: ({ fields }) => localizedCells(fields, "title"),
};
