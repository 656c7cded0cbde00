import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const activityKinds = [
  "consultation",
  "training",
  "delegation",
  "seminar",
  "joint-meeting",
  "domestic-meeting",
  "dispatch",
  "visit",
  "survey",
  "signing",
  "outreach",
  "policy-dialogue",
  "exhibition",
  "report",
  "model-project-study",
  "designation",
] as const;
export const activityStatuses = ["planned", "adjusting", "done", "cancelled"] as const;
export const activityLevels = ["minister", "director-general", "division", "working"] as const;
export const activityFundings = ["programme", "own", "jica", "ministry", "association", "not-stated"] as const;
export const partyRoles = [
  "lead",
  "counterpart",
  "sender",
  "receiver",
  "support",
  "host",
  "lecturer",
  "attendee",
  "venue",
] as const;
export const peopleCategories = [
  "executive",
  "administrative-executive",
  "administrator",
  "practitioner",
  "engineer",
  "researcher",
  "participant",
  "company",
  "media",
  "staff",
] as const;

export const activitySheet = defineSheet({
  name: "activities",
  help: "Anything that happens: consultations, trainings, seminars, meetings, visits, surveys, signings, outreach.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("register", { type: "reference", sheet: "registers" }, "numbered list that the row stands in"),
    column(
      "fiscal_year",
      { type: "integer", minimum: 1900, maximum: 2200 },
      "fiscal year of the list, as its heading says",
    ),
    column("number", { type: "text" }, "number in the list, as printed", { optional: true }),
    column("kind", { type: "choice", choices: activityKinds }, "kind"),
    column(
      "status",
      { type: "choice", choices: activityStatuses },
      "status as printed (shaded rows are planned or adjusting)",
    ),
    column("date", { type: "edtf" }, "date", { optional: true }),
    column("date_text", { type: "text" }, "the date as printed", { optional: true }),
    column("stated_days", { type: "integer", minimum: 1 }, "number of days as printed", { optional: true }),
    column("level", { type: "choice", choices: activityLevels }, "level of a consultation", { optional: true }),
    column("place", { type: "reference", sheet: "organisations" }, "city or province where it takes place", {
      optional: true,
    }),
    ...localizedColumns("venue", "venue", { optional: true }),
    ...localizedColumns("title", "title"),
    ...localizedColumns("theme", "main themes or content", { optional: true }),
    ...localizedColumns("result", "what came of it", { optional: true }),
    ...localizedColumns("remark", "remarks", { optional: true }),
    column(
      "others",
      { type: "choices", choices: ["home", "partner", "hosts", "counterparts", "talks"] },
      "where the source adds 「等」: further parties, offices, or forms of talks that it does not name",
      { optional: true },
    ),
    column("topics", { type: "references", sheet: "topics" }, "subjects, separated by semicolons", { optional: true }),
    column("funding", { type: "choice", choices: activityFundings }, "whose budget"),
    column(
      "partnerships",
      { type: "references", sheet: "partnerships" },
      "partnerships that it serves, separated by semicolons",
      { optional: true },
    ),
    column("project", { type: "reference", sheet: "projects" }, "joint research or model project that it belongs to", {
      optional: true,
    }),
    column("agreement", { type: "reference", sheet: "agreements" }, "agreement that it concludes or carries out", {
      optional: true,
    }),
    ...sourceColumns,
  ],
});

export const activityPartySheet = defineSheet({
  name: "activity_parties",
  help: "Who takes part in an activity, and as what.",
  key: ["activity", "position"],
  columns: [
    column("activity", { type: "reference", sheet: "activities" }, "activity"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    column("organisation", { type: "reference", sheet: "organisations" }, "organisation"),
    column(
      "role",
      { type: "choice", choices: partyRoles },
      "lead: stands in the table's own column; counterpart: office that is met; support: named in brackets or as helping",
    ),
    column("printed_name", { type: "text" }, "name as the source prints it", { optional: true }),
  ],
});

export const activityPeopleSheet = defineSheet({
  name: "activity_people",
  help: "How many people take part.",
  key: ["activity", "position"],
  columns: [
    column("activity", { type: "reference", sheet: "activities" }, "activity"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    column("organisation", { type: "reference", sheet: "organisations" }, "whose people, where the source says", {
      optional: true,
    }),
    column(
      "categories",
      { type: "choices", choices: peopleCategories },
      "who they are; several where the source counts them together",
    ),
    column("count", { type: "integer", minimum: 0 }, "number of people"),
    column("approximate", { type: "flag" }, "yes for 「程度」「約」"),
    column("printed_text", { type: "text" }, "as printed", { optional: true }),
  ],
});
