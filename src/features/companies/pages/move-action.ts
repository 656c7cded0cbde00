import { AppError } from "../../../core/errors.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler } from "../../../web/page.ts";
import { readField, readFields } from "../../../web/read-fields.ts";
import { caseStates, obstacleKinds } from "../company-case.ts";
import { type CaseMove, moveCase } from "../move-case.ts";
import { describeCase } from "./case-page.tsx";

/** One step on the page of a case. */
export const submitCase: ActionHandler = async (request) => {
  const { context, actor, language, form, params } = request;
  const id = params.id ?? "";
  const move = readMove(form);
  try {
    const result = await moveCase(context, actor, id, move);
    if (result.state === "done") return { redirect: links.companyCase(language, id, { done: "moved" }) };
    const told = result.problems.map(({ field, reason }) => ({
      field,
      text: message(language, `company.problem.${reason}`, { most: 0 }),
    }));
    const problems = told.map(({ field, text }) =>
      message(language, "entryForm.error", { label: message(language, `company.field.${field}`), text }),
    );
    const errors = new Map(told.map(({ field, text }) => [field, text]));
    return { page: await describeCase(request, { problems, errors, move }), status: 422 };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    const state = message(language, `company.states.${move.to}`);
    const problems = [message(language, "needs.problem.step", { state })];
    return { page: await describeCase(request, { problems, move }), status: 409 };
  }
};

/** Throws `invalid-input` for a state that is none. */
function readMove(form: FormData): CaseMove {
  const from = caseStates.find((state) => state === readField(form, "from"));
  const to = caseStates.find((state) => state === readField(form, "to"));
  if (!from || !to) throw new AppError("invalid-input", { reason: "state" });
  const kinds = readFields(form, "obstacleKinds");
  return {
    from,
    to,
    note: readField(form, "note").slice(0, 2_000) || null,
    contractedOn: readField(form, "contractedOn") || null,
    amount: readField(form, "amount"),
    currency: readField(form, "currency"),
    obstacleKinds: obstacleKinds.filter((kind) => kinds.includes(kind)),
  };
}
