import { type RecordKind, splitCell } from "../../records/kind.ts";
import { claimSheet } from "./sheets.ts";

export const claimKind: RecordKind = {
  id: "claim",
  sheet: claimSheet,
  parts: [],
  fiscalYear: "fiscal_year",
  date: "as_of",
  publicPath: () => null,
  organisations: ({ fields }) => splitCell(fields.group_organisation),
  ledger: () => null,
  title({ fields }, lookup) {
    const end = [fields.fiscal_year && `FY${fields.fiscal_year}`, fields.printed_text || fields.value].filter(Boolean);
    const name = lookup.measureName(fields.measure ?? "");
    return Object.fromEntries(Object.entries(name).map(([language, text]) => [language, [text, ...end].join(" ")]));
  },
};
