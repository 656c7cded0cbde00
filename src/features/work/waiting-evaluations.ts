import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { listEvaluations } from "../evaluation/evaluations.ts";
import type { Work, WorkEvaluation } from "./work.ts";

/** Evaluations that somebody else has put forward and that the actor may finish, what has waited longest first. */
export async function gatherWaitingEvaluations(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<Pick<Work, "evaluations">> {
  if (!hasPermission(actor, "evaluations.write")) return { evaluations: { items: [], total: 0 } };
  const waiting = (await listEvaluations(context, actor)).flatMap(({ id, title, state, proposal }): WorkEvaluation[] =>
    state === "final" || proposal === null || proposal.by === actor.userId
      ? []
      : [{ id, title, at: new Date(proposal.at) }],
  );
  const items = waiting.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return { evaluations: { items: items.slice(0, limit), total: items.length } };
}
