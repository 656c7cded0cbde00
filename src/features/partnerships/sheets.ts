import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const partnershipSheet = defineSheet({
  name: "partnerships",
  help: "Pairs of local governments that work together, and the cities designated for the technical platform.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("home", { type: "reference", sheet: "organisations" }, "the home country's side"),
    column("partner", { type: "reference", sheet: "organisations" }, "the partner country's side"),
    column(
      "basis",
      { type: "choice", choices: ["sister-city", "existing-tie", "introduction", "designation", "not-stated"] },
      "what the tie rests on",
    ),
    column("funding", { type: "choice", choices: ["programme", "own", "jica"] }, "who pays for most of its work"),
    column("since", { type: "edtf" }, "when the tie or the programme's work in it began", { optional: true }),
    ...localizedColumns("note", "what a reader should know", { optional: true }),
    ...sourceColumns,
  ],
});

export const partnershipYearSheet = defineSheet({
  name: "partnership_years",
  help: "What a partnership was in a fiscal year.",
  key: ["partnership", "fiscal_year"],
  columns: [
    column("partnership", { type: "reference", sheet: "partnerships" }, "partnership"),
    column("fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "fiscal year"),
    column(
      "type",
      { type: "choice", choices: ["A", "B", "planned", "active"] },
      "A: exchange; B: also joint research or a model project; planned: in that year's plan; active: at work, type not stated",
    ),
    ...sourceColumns,
  ],
});

export const agreementSheet = defineSheet({
  name: "agreements",
  help: "Memoranda, agreements, records of discussion, and understandings between governments.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column(
      "kind",
      { type: "choice", choices: ["memorandum", "agreement", "record-of-discussions", "understanding"] },
      "kind of paper",
    ),
    column(
      "status",
      { type: "choice", choices: ["signed", "planned", "agreed"] },
      "state; agreed: understood without a signed paper",
    ),
    ...localizedColumns("title", "title"),
    column("signed", { type: "edtf" }, "date of signing", { optional: true }),
    column("signed_text", { type: "text" }, "the date as printed", { optional: true }),
    column("valid", { type: "edtf" }, "interval for which it holds", { optional: true }),
    column("partnership", { type: "reference", sheet: "partnerships" }, "partnership that it serves", {
      optional: true,
    }),
    ...localizedColumns("content", "what it covers", { optional: true }),
    ...sourceColumns,
  ],
});

export const agreementPartySheet = defineSheet({
  name: "agreement_parties",
  help: "Who signs.",
  key: ["agreement", "organisation"],
  columns: [
    column("agreement", { type: "reference", sheet: "agreements" }, "agreement"),
    column("organisation", { type: "reference", sheet: "organisations" }, "party"),
    ...localizedColumns("signatory", "office of the person who signs", { optional: true }),
  ],
});

export const planSheet = defineSheet({
  name: "plans",
  help: "What an organisation plans for a fiscal year.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "fiscal year that is planned"),
    column("position", { type: "integer", minimum: 1 }, "order in the table"),
    column("organisation", { type: "reference", sheet: "organisations" }, "who plans"),
    column("partners", { type: "references", sheet: "organisations" }, "with whom, separated by semicolons", {
      optional: true,
    }),
    ...localizedColumns("content", "the plan"),
    column("survey", { type: "reference", sheet: "surveys" }, "survey from whose answers it was taken", {
      optional: true,
    }),
    ...sourceColumns,
  ],
});
