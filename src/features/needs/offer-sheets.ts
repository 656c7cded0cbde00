import { languages } from "../../core/language.ts";
import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";
import { difficulties, helpKinds } from "./need.ts";
import { capacityUnits, costBearers, offerForms } from "./offer.ts";

export const offerSheet = defineSheet({
  name: "offers",
  help: "What a city, an institute, an expert or a company can give, as documents state it.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("organisation", { type: "reference", sheet: "organisations" }, "who gives it"),
    ...localizedColumns("title", "what is given"),
    ...localizedColumns("detail", "what more the source says", { optional: true }),
    column("topics", { type: "references", sheet: "topics" }, "subjects"),
    column("kinds", { type: "choices", choices: helpKinds }, "kinds of help"),
    column(
      "forms",
      { type: "choices", choices: offerForms },
      "receive: people come; dispatch: people go; remote: from afar; material: on paper",
      { optional: true },
    ),
    column("difficulty", { type: "choice", choices: difficulties }, "up to which difficulty it can help", {
      optional: true,
    }),
    column("languages", { type: "choices", choices: languages }, "languages in which it is given, where stated", {
      optional: true,
    }),
    ...localizedColumns("experience", "what has been done with it", { optional: true }),
    ...localizedColumns("facilities", "places and instruments", { optional: true }),
    ...localizedColumns("conditions", "on what it depends", { optional: true }),
    column("cost_borne_by", { type: "choice", choices: costBearers }, "who pays, where stated", { optional: true }),
    column("capacity_unit", { type: "choice", choices: capacityUnits }, "what its capacity is counted in", {
      optional: true,
    }),
    ...sourceColumns,
  ],
});

/** Taken over into `offer_capacities`, which members keep: hence another name. */
export const offerYearSheet = defineSheet({
  name: "offer_years",
  help: "How much of an offer there is in a fiscal year; a year without a row is not limited by anything that was said.",
  key: ["offer", "fiscal_year"],
  columns: [
    column("offer", { type: "reference", sheet: "offers" }, "offer"),
    column("fiscal_year", { type: "integer", minimum: 1900, maximum: 2200 }, "fiscal year"),
    column("capacity", { type: "integer", minimum: 0 }, "how much, in the offer's unit"),
    ...sourceColumns,
  ],
});
