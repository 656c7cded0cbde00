import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const projectSheet = defineSheet({
  name: "projects",
  help: "Joint research, model projects and technical cooperation.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column(
      "kind",
      {
        type: "choice",
        choices: ["joint-research", "model-project", "designated-city", "technical-cooperation", "planning-support"],
      },
      "kind",
    ),
    column("status", { type: "choice", choices: ["planned", "running", "ended"] }, "state as of the source"),
    ...localizedColumns("title", "title"),
    ...localizedColumns("content", "what is done", { optional: true }),
    column("period", { type: "edtf" }, "when it runs", { optional: true }),
    column("period_text", { type: "text" }, "the period as printed", { optional: true }),
    column("partnership", { type: "reference", sheet: "partnerships" }, "partnership that carries it", {
      optional: true,
    }),
    column(
      "funding",
      { type: "choice", choices: ["programme", "own", "jica", "association", "not-stated"] },
      "whose budget",
    ),
    column("topics", { type: "references", sheet: "topics" }, "subjects", { optional: true }),
    ...sourceColumns,
  ],
});

export const projectPartySheet = defineSheet({
  name: "project_parties",
  help: "Who carries a project.",
  key: ["project", "organisation"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("organisation", { type: "reference", sheet: "organisations" }, "organisation"),
    column("role", { type: "choice", choices: ["lead", "implementing", "support"] }, "role"),
  ],
});

export const projectMilestoneSheet = defineSheet({
  name: "project_milestones",
  help: "Steps and results of a project.",
  key: ["project", "position"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    column("date", { type: "edtf" }, "when", { optional: true }),
    column("date_text", { type: "text" }, "the date as printed", { optional: true }),
    column("status", { type: "choice", choices: ["planned", "done"] }, "state as of the source"),
    ...localizedColumns("text", "the step or result"),
    ...sourceColumns,
  ],
});
