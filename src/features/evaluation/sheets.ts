import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const achievementSheet = defineSheet({
  name: "achievements",
  help: "What a local government achieved over a period, by the mid-term evaluation.",
  key: ["organisation", "position"],
  columns: [
    column("organisation", { type: "reference", sheet: "organisations" }, "local government"),
    column("position", { type: "integer", minimum: 1 }, "order among its achievements"),
    column("type", { type: "choice", choices: ["A", "B"] }, "A: exchange; B: also joint research or a model project"),
    column("period", { type: "edtf" }, "period that is judged"),
    ...localizedColumns("text", "the achievement"),
    ...localizedColumns("note", "note to the type", { optional: true }),
    ...sourceColumns,
  ],
});

export const evaluationPointSheet = defineSheet({
  name: "evaluation_points",
  help: "What the mid-term evaluation finds across all partners.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("section", { type: "choice", choices: ["progress", "outcome", "concern"] }, "section"),
    column("position", { type: "integer", minimum: 1 }, "order within the section"),
    ...localizedColumns("text", "the point"),
    ...sourceColumns,
  ],
});
