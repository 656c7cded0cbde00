import { AppError } from "../../../core/errors.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler } from "../../../web/page.ts";
import { readComment } from "../../comments/comment.ts";
import { stepNeed } from "../../needs/step-need.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { answerMatch } from "../answer-match.ts";
import { becomeRecord } from "../become-record.ts";
import { concludeMatch, consultSides, createMatch, explainMatch } from "../broker-match.ts";
import { commentOnDraft } from "../draft.ts";
import { continueMatch } from "../need-ended.ts";
import { recordForms } from "../record-content.ts";
import { replaceOffer } from "../replace-offer.ts";
import { getMatch } from "../service.ts";
import { withdrawMatch } from "../withdraw-match.ts";
import { describeMatch, type TypedMatch } from "./match.tsx";
import { findProblem } from "./problem.tsx";
import { describeProposals } from "./proposals.tsx";
import { readChosen, readNumber, readQuantity, readTyped } from "./read-match-form.ts";

type Request = Parameters<ActionHandler>[0];

/** Ticked offers become a match; refused, the page comes again with what was ticked and written. */
export const submitProposal: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const typed = readChosen(form);
  try {
    const id = await createMatch(context, actor, {
      need: params.need ?? "",
      fiscalYear: readNumber(typed.fiscalYear, { least: 1900, most: 2200 }) ?? 0,
      offers: typed.offers.map((offer) => ({ offer, quantity: readQuantity(typed.quantities[offer] ?? "") })),
      reasoning: typed.reasoning,
      formKey: typed.formKey,
    });
    return { redirect: links.match(language, id, { done: "created" }) };
  } catch (error) {
    const problem = findProblem(error);
    if (!problem) throw error;
    return { page: await describeProposals(request, typed, problem), status: problem.status };
  }
};

/** Every form of a match's page: one step each, then the page again. */
export const submitMatch: ActionHandler = async (request) => {
  const { context, language, params, form } = request;
  const id = params.id ?? "";
  const typed = readTyped(form, language);
  try {
    const redirect = await act(request, id, typed);
    await refreshRevision(context);
    return { redirect };
  } catch (error) {
    const problem = findProblem(error);
    if (!problem) throw error;
    return { page: await describeMatch(request, typed, problem), status: problem.status };
  }
};

async function act(request: Request, id: string, typed: TypedMatch): Promise<string> {
  const { context, actor, language, form } = request;
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const revision = Number(text("revision"));
  const back = (done: string) => links.match(language, id, { done });
  switch (typed.intent) {
    case "answer": {
      const answer = typed.answer === "agreed" || typed.answer === "declined" ? typed.answer : null;
      if (answer === null) throw new AppError("invalid-input", { reason: "form" });
      await answerMatch(context, actor, id, {
        offer: typed.side === "need" ? null : typed.side,
        answer,
        note: typed.note,
        language: typed.language,
        revision,
      });
      const { match } = await getMatch(context, actor, id);
      return back(match.state === "agreed" ? "agreed" : "answered");
    }
    case "consult":
      await consultSides(context, actor, id, revision);
      return back("consulted");
    case "explain":
      await explainMatch(context, actor, id, { revision, reasoning: typed.reasoning });
      return back("explained");
    case "conclude":
      await concludeMatch(context, actor, id, revision);
      return back("agreed");
    case "withdraw":
      await withdrawMatch(context, actor, id, { revision, reason: typed.note, language });
      return back("withdrawn");
    case "continue":
      await continueMatch(context, actor, id, { revision, reason: typed.note, language });
      return back("continued");
    case "replace": {
      const { out, by } = typed.replacing;
      await replaceOffer(context, actor, id, {
        revision,
        out,
        by: by === "" ? null : { offer: by, quantity: readQuantity(typed.replacing.quantity) },
      });
      return back("replaced");
    }
    case "record": {
      const kind = recordForms.find((one) => one === text("form"));
      if (!kind) throw new AppError("invalid-input", { reason: "form" });
      return links.entry(language, await becomeRecord(context, actor, id, kind));
    }
    case "remark": {
      const comment = readComment(form);
      if (typeof comment === "string") throw new AppError("invalid-input", { reason: "remark" });
      await commentOnDraft(context, actor, await getMatch(context, actor, id), comment);
      return `${back("remarked")}#draft`;
    }
    case "met": {
      const { need } = await getMatch(context, actor, id);
      await stepNeed(context, actor, need.id, { from: need.state, to: "met", note: null, replacedBy: null });
      return back("met");
    }
    default:
      throw new AppError("invalid-input", { reason: "form" });
  }
}
