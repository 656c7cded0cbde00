import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";
import { milestoneStatuses, phaseStatuses } from "./project.ts";

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
    column("budget_reference", { type: "text" }, "budget line, by the name or number that its own books give it", {
      optional: true,
    }),
    column("agreement", { type: "reference", sheet: "agreements" }, "agreement that it rests on", { optional: true }),
    ...localizedColumns("method", "how it is done", { optional: true }),
    ...localizedColumns("data", "data that it uses and makes", { optional: true }),
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
    ...localizedColumns("description", "what it does in the project", { optional: true }),
  ],
});

export const projectPhaseSheet = defineSheet({
  name: "project_phases",
  help: "Phases of a project.",
  key: ["project", "number"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("number", { type: "integer", minimum: 1, maximum: 999 }, "number of the phase; milestones name it"),
    ...localizedColumns("name", "what the phase is called"),
    column("period", { type: "edtf" }, "when it runs", { optional: true }),
    column("period_text", { type: "text" }, "the period as printed", { optional: true }),
    column("status", { type: "choice", choices: phaseStatuses }, "state as of the source"),
    ...sourceColumns,
  ],
});

export const projectSiteSheet = defineSheet({
  name: "project_sites",
  help: "Where a project measures, builds or tries something.",
  key: ["project", "position"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    ...localizedColumns("name", "the site"),
    column("place", { type: "reference", sheet: "organisations" }, "city, institute or plant that it belongs to", {
      optional: true,
    }),
    ...localizedColumns("purpose", "what for", { optional: true }),
    ...sourceColumns,
  ],
});

export const projectMilestoneSheet = defineSheet({
  name: "project_milestones",
  help: "Steps of a project: a planned one whose last possible day is past is overdue.",
  key: ["project", "position"],
  columns: [
    column("project", { type: "reference", sheet: "projects" }, "project"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    column("date", { type: "edtf" }, "when", { optional: true }),
    column("date_text", { type: "text" }, "the date as printed", { optional: true }),
    column("status", { type: "choice", choices: milestoneStatuses }, "state as of the source"),
    column("phase", { type: "integer", minimum: 1, maximum: 999 }, "number of the phase that it belongs to", {
      optional: true,
    }),
    column(
      "responsible",
      { type: "reference", sheet: "organisations" },
      "who answers for it; where nobody is named, those who lead the project",
      { optional: true },
    ),
    ...localizedColumns("text", "the step or result"),
    ...sourceColumns,
  ],
});
