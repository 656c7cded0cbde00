import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Concern } from "../concerns/concern.ts";
import { findWaitingConcerns } from "../concerns/waiting.ts";
import type { Share, Work, WorkConcern } from "./work.ts";

/** Concerns to answer, for those who answer; responses to judge, for those who raised what they answer. */
export async function gatherWaitingConcerns(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<Pick<Work, "concernsToAnswer" | "concernsToJudge">> {
  const { toAnswer, toJudge } = await findWaitingConcerns(context, actor);
  return { concernsToAnswer: share(toAnswer, limit), concernsToJudge: share(toJudge, limit) };
}

function share(concerns: readonly Concern[], limit: number): Share<WorkConcern> {
  const items = concerns.slice(0, limit).map(({ id, theme, text, organisation, raisedFrom }) => ({
    id,
    theme,
    title: text,
    organisation,
    raised: raisedFrom,
  }));
  return { items, total: concerns.length };
}
