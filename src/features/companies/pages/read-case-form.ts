import { type CellContext, readCellText } from "../../../records/cell-codec.ts";
import type { CellProblem } from "../../../records/cell-problem.ts";
import { column } from "../../../sheets/sheet.ts";
import { readField, readFields, readTexts } from "../../../web/read-fields.ts";
import type { CaseInput } from "../check-case.ts";
import { caseStates, obstacleKinds } from "../company-case.ts";

/** For the shared reading of what people type: a name for an id. */
const organisationColumn = column("organisation", { type: "reference", sheet: "organisations" }, "");

export interface PostedCase {
  input: CaseInput;
  /** the partner as typed, where it was not understood, so that nothing is lost */
  typedPartner: string;
  partnerProblem: CellProblem | null;
}

/** What a posted form says, understood as far as it can be. */
export function readCaseForm(form: FormData, typing: CellContext): PostedCase {
  const text = (name: string) => readField(form, name);
  const typedPartner = text("_pick.partner") || text("partner");
  const reading = readCellText("needs", organisationColumn, typedPartner, typing, null);
  const kinds = readFields(form, "obstacleKinds");
  const state = text("state");
  return {
    typedPartner,
    partnerProblem: reading.problem ?? null,
    input: {
      company: text("company"),
      partner: reading.text || null,
      need: text("need") || null,
      activity: text("activity") || null,
      title: readTexts(text, "title"),
      technology: readTexts(text, "technology"),
      topics: readFields(form, "topics"),
      contact: text("contact") || null,
      state: caseStates.find((one) => one === state) ?? "lead",
      obstacleKinds: obstacleKinds.filter((kind) => kinds.includes(kind)),
      obstacle: readTexts(text, "obstacle"),
      contractedOn: text("contractedOn") || null,
      contractNote: readTexts(text, "contractNote"),
      amount: text("amount"),
      currency: text("currency"),
    },
  };
}
