import { languages } from "../../core/language.ts";
import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";
import { difficulties, helpKinds, learntWays, needStates, urgencies } from "./need.ts";

export const needSheet = defineSheet({
  name: "needs",
  help: "What a partner wants.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("organisation", { type: "reference", sheet: "organisations" }, "who wants it"),
    column("addressed_to", { type: "reference", sheet: "organisations" }, "who was asked", { optional: true }),
    column("raised", { type: "edtf" }, "when it became known", { optional: true }),
    ...localizedColumns("text", "the need"),
    column("topics", { type: "references", sheet: "topics" }, "subjects", { optional: true }),
    column("kinds", { type: "choices", choices: helpKinds }, "kinds of help that are wanted"),
    column("difficulty", { type: "choice", choices: difficulties }, "how hard it is to meet", { optional: true }),
    column("urgency", { type: "choice", choices: urgencies }, "how urgent it is", { optional: true }),
    column("language", { type: "choice", choices: languages }, "language in which the source states it"),
    column("learnt_by", { type: "choice", choices: learntWays }, "how it became known", { optional: true }),
    ...localizedColumns("said_by", "who said it", { optional: true }),
    column("state", { type: "choice", choices: needStates }, "how far it has come, as the sources show it"),
    column(
      "fiscal_year",
      { type: "integer", minimum: 1900, maximum: 2200 },
      "fiscal year for which it is wanted; empty: as soon as it can be",
      { optional: true },
    ),
    column("open_to_companies", { type: "flag" }, "whether companies may see it"),
    ...sourceColumns,
  ],
});

/** Taken over into `need_evidence`, which members add to: hence another name. */
export const needGroundSheet = defineSheet({
  name: "need_grounds",
  help: "What shows that a need is real: a policy, a target in numbers, or a document.",
  key: ["need", "position"],
  columns: [
    column("need", { type: "reference", sheet: "needs" }, "need"),
    column("position", { type: "integer", minimum: 1 }, "order"),
    column("policy", { type: "reference", sheet: "policies" }, "policy that covers it", { optional: true }),
    column("target", { type: "reference", sheet: "policy_targets" }, "target that it helps to reach", {
      optional: true,
    }),
    column("document", { type: "reference", sheet: "documents" }, "document that shows it", { optional: true }),
    ...localizedColumns("note", "what the policy, target or document says about it", { optional: true }),
  ],
});
