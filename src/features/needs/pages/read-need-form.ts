import { isLanguage, languages } from "../../../core/language.ts";
import { type CellContext, readCellText } from "../../../records/cell-codec.ts";
import type { CellProblem } from "../../../records/cell-problem.ts";
import { column } from "../../../sheets/sheet.ts";
import { readField, readFields, readTexts } from "../../../web/read-fields.ts";
import { isVisibility } from "../../records/record.ts";
import type { NeedInput } from "../check-need.ts";
import { difficulties, helpKinds, learntWays, urgencies } from "../need.ts";

/** Columns of the sheet, for the shared reading of what people type: a name for an id, a date as they write it. */
const organisationColumn = column("organisation", { type: "reference", sheet: "organisations" }, "");
const dateColumn = column("raised", { type: "edtf" }, "");

export interface PostedNeed {
  input: NeedInput;
  /** as typed, by the name of the input, so that nothing is lost */
  typed: ReadonlyMap<string, string>;
  /** what was not understood, by the name of the input */
  problems: ReadonlyMap<string, CellProblem>;
}

/** What a posted form says, understood as far as it can be. */
export function readNeedForm(form: FormData, typing: CellContext): PostedNeed {
  const typed = new Map<string, string>();
  const problems = new Map<string, CellProblem>();
  const text = (name: string): string => {
    const value = readField(form, name);
    typed.set(name, value);
    return value;
  };
  const understand = (name: string, of: typeof dateColumn): string => {
    const written = readField(form, `_pick.${name}`) || text(name);
    typed.set(name, written);
    const reading = readCellText("needs", of, written, typing, null);
    if (reading.problem) problems.set(name, reading.problem);
    return reading.text;
  };
  const choose = <Choice extends string>(name: string, choices: readonly Choice[]): Choice | null => {
    const value = text(name);
    return choices.find((choice) => choice === value) ?? null;
  };
  const chooseMany = <Choice extends string>(name: string, choices: readonly Choice[]): Choice[] => {
    const values = readFields(form, name);
    typed.set(name, values.join(";"));
    return choices.filter((choice) => values.includes(choice));
  };
  const language = text("language");
  const year = text("fiscalYear");
  const visibility = text("visibility");
  const input: NeedInput = {
    organisation: understand("organisation", organisationColumn),
    addressedTo: understand("addressedTo", organisationColumn) || null,
    language: isLanguage(language) ? language : typing.language,
    title: readTexts(text, "title"),
    detail: readTexts(text, "detail"),
    topics: readFields(form, "topics"),
    kinds: chooseMany("kinds", helpKinds),
    difficulty: choose("difficulty", difficulties),
    urgency: choose("urgency", urgencies),
    languages: chooseMany("languages", languages),
    learnt: understand("learnt", dateColumn) || null,
    learntBy: choose("learntBy", learntWays),
    saidBy: readTexts(text, "saidBy"),
    fiscalYear: /^\d{1,9}$/.test(year) ? Number(year) : null,
    visibility: isVisibility(visibility) ? visibility : "sides",
    openToCompanies: readField(form, "openToCompanies") === "yes",
  };
  return { input, typed, problems };
}
