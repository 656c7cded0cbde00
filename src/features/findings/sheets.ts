import { column, defineSheet, localizedColumns } from "../../sheets/sheet.ts";
import { findingRules } from "./finding.ts";

export const acceptedFindingSheet = defineSheet({
  name: "accepted_findings",
  help: "Findings that someone has looked at and lets stand.",
  key: ["rule", "record"],
  columns: [
    column(
      "rule",
      {
        type: "choice",
        choices: findingRules,
      },
      "rule",
    ),
    column("record", { type: "text" }, "record as the finding names it"),
    ...localizedColumns("reason", "why it stands"),
    column("accepted_on", { type: "edtf" }, "when"),
  ],
});
