import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";
import { activityFundings, activityKinds, activityStatuses } from "../activities/sheets.ts";

export const countUnits = [
  "times",
  "people",
  "months",
  "pages",
  "cities",
  "companies",
  "projects",
  "pairs",
  "prefectures",
  "square-metres",
  "square-kilometres",
  "days",
  "points",
  "cases",
  "exhibitors",
  "delegations",
  "rounds",
  "places",
  "items",
] as const;

export const measureSheet = defineSheet({
  name: "measures",
  help: "What is counted, and how. A measure without registers has no counting rule: only claims speak of it.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("name", "name"),
    ...localizedColumns("definition", "what counts and what does not"),
    column("units", { type: "choices", choices: countUnits }, "units; times counts records, people adds their people"),
    column("registers", { type: "references", sheet: "registers" }, "registers whose rows count", { optional: true }),
    column("kinds", { type: "choices", choices: activityKinds }, "kinds that count; empty: all", { optional: true }),
    column("statuses", { type: "choices", choices: activityStatuses }, "statuses that count; empty: done", {
      optional: true,
    }),
    column("fundings", { type: "choices", choices: activityFundings }, "budgets that count; empty: all", {
      optional: true,
    }),
    column(
      "place_country",
      { type: "reference", sheet: "countries" },
      "only what takes place in this country; empty: anywhere",
      { optional: true },
    ),
    column(
      "group_by",
      { type: "choice", choices: ["place", "party"] },
      "place: by the city where it takes place; party: by the organisation that takes part",
      { optional: true },
    ),
    column(
      "groups",
      { type: "references", sheet: "organisations" },
      "the groups that count, in the order of the table's columns; empty: all",
      { optional: true },
    ),
    column(
      "counts",
      { type: "choice", choices: ["bulletins"] },
      "bulletins: the months of approved bulletins and their pages count, and no register",
      { optional: true },
    ),
  ],
});

export const claimSheet = defineSheet({
  name: "claims",
  help: "Figures that a document states.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("measure", { type: "reference", sheet: "measures" }, "what it counts"),
    column(
      "fiscal_year",
      { type: "integer", minimum: 1900, maximum: 2200 },
      "fiscal year; empty for a figure over all years or outside them",
      { optional: true },
    ),
    column(
      "group_organisation",
      { type: "reference", sheet: "organisations" },
      "the group that it counts, of a measure with groups",
      { optional: true },
    ),
    column("unit", { type: "choice", choices: countUnits }, "unit"),
    column("value", { type: "integer", minimum: 0 }, "the figure"),
    column("approximate", { type: "flag" }, "yes for 「程度」「約」「延べ約」"),
    column(
      "places",
      { type: "references", sheet: "organisations" },
      "places printed in brackets, separated by semicolons",
      { optional: true },
    ),
    column("as_of", { type: "edtf" }, "day for which it holds"),
    column("part_of", { type: "reference", sheet: "claims" }, "printed total that it is a part of", { optional: true }),
    column("printed_text", { type: "text" }, "as printed", { optional: true }),
    ...localizedColumns("definition", "what the document counts, where it differs from the measure", {
      optional: true,
    }),
    ...localizedColumns("explanation", "why records and claim differ, as someone has found out", { optional: true }),
    ...sourceColumns,
  ],
});

export const coverageSheet = defineSheet({
  name: "coverage",
  help: "For which measure and year the records are complete.",
  key: ["measure", "fiscal_year"],
  columns: [
    column("measure", { type: "reference", sheet: "measures" }, "measure"),
    column("fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "fiscal year"),
    column(
      "extent",
      { type: "choice", choices: ["complete", "partial", "none"] },
      "complete: tables show the records' figure; otherwise they show the claim and the difference",
    ),
    column("until", { type: "edtf" }, "day up to which the records reach", { optional: true }),
    ...localizedColumns("note", "why", { optional: true }),
  ],
});

export const tableSheet = defineSheet({
  name: "tables",
  help: "The published tables.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("position", { type: "integer", minimum: 1 }, "order in the list of tables"),
    column("section", { type: "choice", choices: ["coordination", "technical", "partners"] }, "part of the list"),
    column(
      "layout",
      {
        type: "choice",
        choices: [
          "measures-by-year",
          "register",
          "years-by-group",
          "years-by-unit",
          "plans",
          "achievements",
          "partnership-matrix",
        ],
      },
      "form of the table",
    ),
    ...localizedColumns("title", "title"),
    column("register", { type: "reference", sheet: "registers" }, "register whose rows it lists", { optional: true }),
    column("measures", { type: "references", sheet: "measures" }, "measures that it shows", { optional: true }),
    column(
      "columns",
      {
        type: "choices",
        choices: [
          "number",
          "date",
          "days",
          "home",
          "partner",
          "place",
          "counterpart",
          "sender",
          "receiver",
          "people",
          "hosts",
          "theme",
          "content",
          "remark",
        ],
      },
      "columns of a register table, in order",
      { optional: true },
    ),
    column("fiscal_years", { type: "integers" }, "fiscal years for which it exists, separated by semicolons"),
    column("documents", { type: "references", sheet: "documents" }, "documents that print it"),
  ],
});

export const tableNoteSheet = defineSheet({
  name: "table_notes",
  help: "The remarks under a table (備考).",
  key: ["table_id", "fiscal_year", "position"],
  columns: [
    column("table_id", { type: "reference", sheet: "tables" }, "table"),
    column("fiscal_year", { type: "integer", minimum: 0, maximum: 2200 }, "fiscal year; 0 for every year"),
    column("position", { type: "integer", minimum: 1 }, "number of the remark"),
    ...localizedColumns("text", "the remark"),
    ...sourceColumns,
  ],
});
