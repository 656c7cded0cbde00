import { AppError } from "../../../core/errors.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler } from "../../../web/page.ts";
import { readField, readTexts } from "../../../web/read-fields.ts";
import { isFormKey } from "../../comments/form-key.ts";
import { statementSections } from "../draft.ts";
import { draftAgain, openAssessment } from "../evaluations.ts";
import { checkPart } from "../finish.ts";
import { keepDocuments } from "../keep-documents.ts";
import { decideType } from "../statements.ts";
import { describeEvaluation, sayConflict } from "./member-evaluation.tsx";
import type { TypedDecision } from "./type-decision.tsx";

/** The steps of an evaluation as a whole; what is stale is said on the page as it stands now. */
export const submitMemberEvaluation: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const id = params.id ?? "";
  const revision = Number(form.get("revision"));
  const intent = String(form.get("intent") ?? "");
  const decision = intent === "type" ? readTypeDecision(form) : null;
  const back = (done: string, open: string | null = null, at = open === null ? "" : `#g-${open}`) => ({
    redirect: `${links.memberEvaluation(language, id, { done, ...(open !== null && { open }) })}${at}`,
  });
  try {
    if (decision !== null) {
      await decideType(context, actor, id, decision);
      return back("saved", decision.organisation);
    }
    switch (intent) {
      case "draft":
        await draftAgain(context, actor, id, revision);
        return back("drafted");
      case "check": {
        const section = statementSections.find((one) => one === form.get("section"));
        if (section === undefined) throw new AppError("invalid-input", { field: "section" });
        const organisation = String(form.get("organisation") ?? "") || null;
        await checkPart(context, actor, id, { section, organisation, revision });
        return organisation === null ? back("checked", null, `#${section}`) : back("checked", organisation);
      }
      case "open":
        await openAssessment(context, actor, id, revision);
        return back("opened");
      case "keep": {
        const formKey = String(form.get("form_key") ?? "");
        if (!isFormKey(formKey)) throw new AppError("invalid-input", { field: "form_key" });
        await keepDocuments(context, actor, id, { visibility: "members", formKey });
        return back("documents", null, "#documents");
      }
      default:
        throw new AppError("invalid-input", { field: "intent" });
    }
  } catch (error) {
    const problem = sayConflict(error, language);
    if (problem === null || intent === "") throw error;
    const status = error instanceof AppError && error.code === "conflict" ? 409 : 422;
    return { page: await describeEvaluation(request, problem, decision), status };
  }
};

function readTypeDecision(form: FormData): TypedDecision {
  const organisation = String(form.get("organisation") ?? "");
  return {
    organisation,
    decided: (["A", "B", "none"] as const).find((type) => type === form.get("decided")) ?? null,
    reason: readTexts((name) => readField(form, name), `reason-${organisation}`),
  };
}
