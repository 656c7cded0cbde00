import type { Localized } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { listAssessments } from "./assessments.ts";
import { listEvaluations } from "./evaluations.ts";
import { describeEvidence, evidenceKey } from "./evidence.ts";

export interface WaitingAssessment {
  evaluation: string;
  partnership: string;
  /** both sides of the partnership */
  title: Localized;
  evaluationTitle: Localized;
  hasDraft: boolean;
}

/** Where an open evaluation asks the actor's side for its word and has not got it. */
export async function findWaitingAssessments(context: Context, actor: Actor): Promise<WaitingAssessment[]> {
  if (!hasPermission(actor, "evaluations.assess")) return [];
  const open = (await listEvaluations(context, actor)).filter(({ state }) => state === "self-assessment");
  const waiting: WaitingAssessment[] = [];
  for (const evaluation of open) {
    const own = (await listAssessments(context, actor, evaluation)).filter(({ ownSide }) => ownSide !== null);
    const words = await describeEvidence(
      context,
      own.map(({ partnership }) => ({ kind: "partnership", id: partnership.id })),
    );
    for (const { partnership, ownSide, home, partner } of own) {
      const mine = [home, partner].find((one) => one?.organisation === ownSide) ?? null;
      if (mine?.state === "submitted") continue;
      waiting.push({
        evaluation: evaluation.id,
        partnership: partnership.id,
        title: words.get(evidenceKey({ kind: "partnership", id: partnership.id }))?.text ?? {},
        evaluationTitle: evaluation.title,
        hasDraft: mine !== null,
      });
    }
  }
  return waiting;
}
