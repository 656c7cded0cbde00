import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";
import { resultStages, resultStates } from "./results.ts";

/** A quantity of nature or of money: what no plant emits more of. */
const value = { type: "decimal", minimum: -999_999_999, maximum: 999_999_999 } as const;
const number = { type: "integer", minimum: 1, maximum: 999 } as const;

export const projectResultSheet = defineSheet({
  name: "project_results",
  help: "What came of a project: its outputs, their use in policy, the effect on emissions or air, the benefit to Japan.",
  key: ["project", "number"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("number", number, "number of the result within the project; measured values name it"),
    column("stage", { type: "choice", choices: resultStages }, "link of the results chain"),
    column(
      "state",
      { type: "choice", choices: resultStates },
      "expected, achieved, or not measured: a valid answer that readers see",
    ),
    column("date", { type: "edtf" }, "when it was achieved or is expected", { optional: true }),
    column("date_text", { type: "text" }, "the date as printed", { optional: true }),
    ...localizedColumns("text", "the result in words"),
    column("policy", { type: "reference", sheet: "policies" }, "plan, standard or decision that took it up", {
      optional: true,
    }),
    ...localizedColumns("policy_text", "what took it up, where it is not among the policies", { optional: true }),
    ...localizedColumns("indicator", "what is measured", { optional: true }),
    column("unit", { type: "text" }, "unit of all its values", { optional: true }),
    column("baseline_value", value, "value before", { optional: true }),
    column("baseline_period", { type: "edtf" }, "period of the value before", { optional: true }),
    column("target_value", value, "value aimed at", { optional: true }),
    column("target_period", { type: "edtf" }, "period by which it is to be reached", { optional: true }),
    ...localizedColumns("method", "how it is measured or estimated", { optional: true }),
    ...localizedColumns("uncertainty", "how sure the values are, and why", { optional: true }),
    column("verified_by", { type: "reference", sheet: "organisations" }, "who verified the values", { optional: true }),
    ...localizedColumns("verified_text", "who verified, where it is not among the organisations", { optional: true }),
    ...sourceColumns,
  ],
});

export const projectActualSheet = defineSheet({
  name: "project_actuals",
  help: "Measured values of a result's indicator, one a period.",
  key: ["project", "result", "period"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("result", number, "number of the result whose indicator it is"),
    column("period", { type: "edtf" }, "period of the value"),
    column("period_text", { type: "text" }, "the period as printed", { optional: true }),
    column("value", value, "value, in the unit of the result"),
    column("uncertainty", { ...value, minimum: 0 }, "plus or minus, in the same unit", { optional: true }),
    ...sourceColumns,
  ],
});
