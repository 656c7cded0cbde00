import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";
import { concernThemes, verdicts } from "./concern.ts";

export const concernSheet = defineSheet({
  name: "concerns",
  help: "Problems that members raised, one row each time that one is raised: what was done, and how they judged it.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("raised", { type: "edtf" }, "when it was raised"),
    column("position", { type: "integer", minimum: 1 }, "order among those raised at the time"),
    column("theme", { type: "choice", choices: concernThemes }, "theme"),
    column(
      "organisation",
      { type: "reference", sheet: "organisations" },
      "who raised it; empty: the source names nobody",
      {
        optional: true,
      },
    ),
    column("survey", { type: "reference", sheet: "surveys" }, "survey in which it was raised", { optional: true }),
    column("point", { type: "reference", sheet: "evaluation_points" }, "point of the evaluation that raises it", {
      optional: true,
    }),
    column("continues", { type: "reference", sheet: "concerns" }, "the same concern as it was raised before", {
      optional: true,
    }),
    ...localizedColumns("text", "the concern"),
    ...localizedColumns("response", "what was done about it", { optional: true }),
    column("answered", { type: "edtf" }, "when that was done, where the source says so", { optional: true }),
    column("answered_place", { type: "text" }, "where the document says when", { optional: true }),
    column("verdict", { type: "choice", choices: verdicts }, "how those who raised it judge the response", {
      optional: true,
    }),
    column("judged", { type: "edtf" }, "when they judged it", { optional: true }),
    column("judged_in", { type: "reference", sheet: "surveys" }, "later survey in which they judged it", {
      optional: true,
    }),
    ...sourceColumns,
  ],
});
