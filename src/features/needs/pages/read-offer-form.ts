import { isLanguage, languages } from "../../../core/language.ts";
import { type CellContext, readCellText } from "../../../records/cell-codec.ts";
import type { CellProblem } from "../../../records/cell-problem.ts";
import { column } from "../../../sheets/sheet.ts";
import { readField, readFields, readTexts } from "../../../web/read-fields.ts";
import { isVisibility } from "../../records/record.ts";
import type { CapacityRow, OfferInput } from "../check-offer.ts";
import { difficulties, helpKinds } from "../need.ts";
import { capacityUnits, costBearers, offerForms } from "../offer.ts";

const organisationColumn = column("organisation", { type: "reference", sheet: "organisations" }, "");
const mostRows = 50;

export interface PostedOffer {
  input: OfferInput;
  /** as typed, by the name of the input */
  typed: ReadonlyMap<string, string>;
  /** what was not understood, by the name of the input */
  problems: ReadonlyMap<string, CellProblem>;
}

export function readOfferForm(form: FormData, typing: CellContext): PostedOffer {
  const typed = new Map<string, string>();
  const problems = new Map<string, CellProblem>();
  const text = (name: string) => readField(form, name);
  const choose = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | null => {
    const value = text(name);
    return choices.find((choice) => choice === value) ?? null;
  };
  const chooseMany = <Choice extends string>(name: string, choices: readonly Choice[]): Choice[] => {
    const values = readFields(form, name);
    return choices.filter((choice) => values.includes(choice));
  };
  const written = text("_pick.organisation") || text("organisation");
  typed.set("organisation", written);
  const organisation = readCellText("offers", organisationColumn, written, typing, null);
  if (organisation.problem) problems.set("organisation", organisation.problem);
  const language = text("language");
  const visibility = text("visibility");
  const input: OfferInput = {
    organisation: organisation.text,
    language: isLanguage(language) ? language : typing.language,
    title: readTexts(text, "title"),
    detail: readTexts(text, "detail"),
    topics: readFields(form, "topics"),
    kinds: chooseMany("kinds", helpKinds),
    forms: chooseMany("forms", offerForms),
    difficulty: choose("difficulty", difficulties),
    languages: chooseMany("languages", languages),
    experience: readTexts(text, "experience"),
    facilities: readTexts(text, "facilities"),
    conditions: readTexts(text, "conditions"),
    costBorneBy: choose("costBorneBy", costBearers),
    capacityUnit: choose("capacityUnit", capacityUnits),
    capacities: readRows(form),
    state: text("state") === "closed" ? "closed" : "open",
    visibility: isVisibility(visibility) ? visibility : "members",
  };
  return { input, typed, problems };
}

/** Rows in the order of the form, without those that were ticked for removal. */
function readRows(form: FormData): CapacityRow[] {
  const removed = new Set(readFields(form, "_remove"));
  const rows: CapacityRow[] = [];
  for (let row = 0; row < mostRows && form.has(`capacities.${row}.year`); row += 1) {
    if (removed.has(`capacities.${row}`)) continue;
    rows.push({
      year: readField(form, `capacities.${row}.year`),
      capacity: readField(form, `capacities.${row}.capacity`),
    });
  }
  return rows;
}
