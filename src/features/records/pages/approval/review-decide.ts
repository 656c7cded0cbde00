import { AppError } from "../../../../core/errors.ts";
import { links } from "../../../../web/links.ts";
import type { ActionHandler } from "../../../../web/page.ts";
import { approveEntry, returnEntry, type StepResult } from "../../decide-entry.ts";
import { findRefusal, type Refusal, readRefusal } from "../../review.ts";
import { renderReview } from "./review-page.tsx";

const longestComment = 4_000;

/** Approves or returns an entry; where that cannot be, its review comes again with the reason and with what was written. */
export const decideEntry: ActionHandler = async (request) => {
  const { context, language, actor, params, form } = request;
  const decision = form.get("decision");
  const revision = String(form.get("revision") ?? "");
  const comment = String(form.get("comment") ?? "").slice(0, longestComment);
  if ((decision !== "approve" && decision !== "return") || !/^[1-9]\d{0,8}$/.test(revision))
    throw new AppError("invalid-input", { field: "decision" });
  const step = { id: params.id ?? "", revision: Number(revision) };
  const refusal = await attempt(
    () =>
      decision === "approve" ? approveEntry(context, actor, step, comment) : returnEntry(context, actor, step, comment),
    decision,
  );
  if (refusal) {
    const status = refusal.reason === "comment-missing" || refusal.reason === "problems" ? 422 : 409;
    return { page: await renderReview(request, { refusal, comment }), status };
  }
  return { redirect: links.approvals(language, { done: decision === "approve" ? "approved" : "returned" }) };
};

async function attempt(decide: () => Promise<StepResult>, decision: "approve" | "return"): Promise<Refusal | null> {
  try {
    const refusal = findRefusal(await decide());
    return refusal?.reason === "reason-missing" && decision === "return" ? { reason: "comment-missing" } : refusal;
  } catch (error) {
    // Who may not decide, or may not see it at all, gets the page for that.
    if (error instanceof AppError && error.code !== "conflict") throw error;
    return readRefusal(error);
  }
}
