import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const countrySheet = defineSheet({
  name: "countries",
  help: "The countries that take part.",
  key: ["id"],
  columns: [column("id", { type: "id" }, "ISO 3166-1 alpha-2 code in lower case"), ...localizedColumns("name", "name")],
});

export const fiscalCalendarSheet = defineSheet({
  name: "fiscal_calendars",
  help: "How a country divides time into fiscal years.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("country", { type: "reference", sheet: "countries" }, "country that uses it"),
    column("start_month", { type: "integer", minimum: 1, maximum: 12 }, "month in which a year starts"),
    column("start_day", { type: "integer", minimum: 1, maximum: 31 }, "day on which a year starts"),
    column(
      "named_by",
      { type: "choice", choices: ["first", "last"] },
      "whether the year is named by the calendar year of its first or of its last day",
    ),
    ...localizedColumns("label", "label of a year, with {year} in it"),
  ],
});

export const programmeSheet = defineSheet({
  name: "programme",
  help: "The programme itself: one row.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("name", "full name"),
    ...localizedColumns("short_name", "short name"),
    ...localizedColumns("summary", "what it is, in one or two sentences"),
    column("home_country", { type: "reference", sheet: "countries" }, "country whose ministry runs it"),
    column("partner_country", { type: "reference", sheet: "countries" }, "partner country"),
    column("fiscal_calendar", { type: "reference", sheet: "fiscal_calendars" }, "calendar of its tables"),
    column("first_fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "first fiscal year on record"),
    column("last_fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "last fiscal year on record"),
    column("as_of", { type: "edtf" }, "day up to which the newest source speaks"),
  ],
});

export const documentSheet = defineSheet({
  name: "documents",
  help: "The documents that the records cite.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("title", "title"),
    column("publisher", { type: "text" }, "who made it, as printed", { optional: true }),
    column("language", { type: "choice", choices: ["ja", "zh", "en"] }, "language of the original"),
    column("published", { type: "edtf" }, "date of publication", { optional: true }),
    column("as_of", { type: "edtf" }, "day for which its figures hold"),
    ...localizedColumns("note", "how the dates are known, what is missing", { optional: true }),
  ],
});

export const ledgerSheet = defineSheet({
  name: "ledgers",
  help: "Who keeps which book of activities. A ledger belongs to a platform or to a group of organisations.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("name", "name"),
    column(
      "owner",
      { type: "reference", sheet: "organisations" },
      "organisation that keeps it; empty where each member keeps its own part",
      { optional: true },
    ),
    column("precedence", { type: "integer", minimum: 1 }, "1 is shown first where two ledgers hold the same event"),
  ],
});

export const registerSheet = defineSheet({
  name: "registers",
  help: "The numbered lists that a ledger consists of.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("ledger", { type: "reference", sheet: "ledgers" }, "ledger"),
    ...localizedColumns("title", "title"),
  ],
});

export const platformSheet = defineSheet({
  name: "platforms",
  help: "The platforms of the programme, by fiscal year and side.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("role", { type: "choice", choices: ["coordination", "technical", "technical-support"] }, "which platform"),
    column("country", { type: "reference", sheet: "countries" }, "side"),
    column("organisation", { type: "reference", sheet: "organisations" }, "organisation that fills the role"),
    column("established", { type: "edtf" }, "when it was designated", { optional: true }),
    column("established_text", { type: "text" }, "the date as printed", { optional: true }),
    column("fiscal_years", { type: "integers" }, "fiscal years for which the sources name it, separated by semicolons"),
    ...localizedColumns("task", "what it does"),
    ...sourceColumns,
  ],
});

export const principleSheet = defineSheet({
  name: "principles",
  help: "The basic principles of the programme.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("number", { type: "text" }, "number in the document, as 5-2-1"),
    ...localizedColumns("text", "the principle in our own words"),
    ...sourceColumns,
  ],
});

export const structureNodeSheet = defineSheet({
  name: "structure_nodes",
  help: "The boxes of the multi-level structure.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("level", { type: "choice", choices: ["central", "platform", "local", "company"] }, "level"),
    column("country", { type: "reference", sheet: "countries" }, "side"),
    column("position", { type: "integer", minimum: 1 }, "order within its level and side"),
    column(
      "organisations",
      { type: "references", sheet: "organisations" },
      "organisations in the box, separated by semicolons",
      { optional: true },
    ),
    ...localizedColumns("label", "words in the box"),
    ...sourceColumns,
  ],
});

export const structureLinkSheet = defineSheet({
  name: "structure_links",
  help: "The lines between the boxes.",
  key: ["from_node", "to_node"],
  columns: [
    column("from_node", { type: "reference", sheet: "structure_nodes" }, "box where the line starts"),
    column("to_node", { type: "reference", sheet: "structure_nodes" }, "box where it ends"),
    column("mutual", { type: "flag" }, "yes where it goes both ways"),
    ...localizedColumns("label", "what passes along it"),
    ...sourceColumns,
  ],
});

export const topicSheet = defineSheet({
  name: "topics",
  help: "Subjects by which activities are found.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("name", "name"),
    column(
      "role",
      { type: "choice", choices: ["subject", "method"] },
      "for matching: subject, as a pollutant; method, which counts only for a subject that need and offer share; empty: stands for itself",
      { optional: true },
    ),
    column("related", { type: "references", sheet: "topics" }, "topics that help with this one, said of either side", {
      optional: true,
    }),
  ],
});

export const glossarySheet = defineSheet({
  name: "glossary",
  help: "The words of the domain in three languages.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("term", "term"),
    ...localizedColumns("definition", "meaning"),
  ],
});
