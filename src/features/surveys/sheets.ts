import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const surveySheet = defineSheet({
  name: "surveys",
  help: "Surveys among those who take part of which the documents tell.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("title", "title"),
    ...localizedColumns("introduction", "what is known of it", { optional: true }),
    column("fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "fiscal year in which it was asked"),
    column("asked", { type: "edtf" }, "when it was asked"),
    ...sourceColumns,
  ],
});

export const surveyQuestionSheet = defineSheet({
  name: "survey_questions",
  help: "What was asked.",
  key: ["survey", "id"],
  columns: [
    column("survey", { type: "reference", sheet: "surveys" }, "survey"),
    column("id", { type: "id" }, "the same wherever the question is asked again, so that years can be compared"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    column(
      "kind",
      { type: "choice", choices: ["text", "plan", "concerns"] },
      "plan: next year’s plans (plans.csv); concerns: what was raised (concerns.csv); text: an answer in words",
    ),
    ...localizedColumns("text", "the question"),
    ...localizedColumns("help", "what the document says of it", { optional: true }),
    ...sourceColumns,
  ],
});
