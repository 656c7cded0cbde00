import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { findWaitingAssessments } from "../evaluation/waiting.ts";
import type { Work } from "./work.ts";

/** Partnerships of the actor's organisations on which an evaluation waits for their word. */
export async function gatherWaitingAssessments(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<Pick<Work, "assessments">> {
  const waiting = await findWaitingAssessments(context, actor);
  return { assessments: { items: waiting.slice(0, limit), total: waiting.length } };
}
