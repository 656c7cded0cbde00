import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { findStanding } from "../records/access.ts";
import { raisesFor } from "./access.ts";
import { type Concern, waitsForJudgement, waitsForResponse } from "./concern.ts";
import { listConcerns } from "./service.ts";

export interface WaitingConcerns {
  toAnswer: Concern[];
  toJudge: Concern[];
}

/**
 * What waits for the actor: a response of those who answer, the judgement of those who raised it. What a source states of years past
 * waits for nobody.
 */
export async function findWaitingConcerns(context: Context, actor: Actor): Promise<WaitingConcerns> {
  const answers = hasPermission(actor, "concerns.respond");
  const own = raisesFor(await findStanding(context, actor));
  if (!answers && own.length === 0) return { toAnswer: [], toJudge: [] };
  const raisedHere = (await listConcerns(context, actor)).filter(({ origin }) => origin === "member");
  return {
    toAnswer: answers ? raisedHere.filter(waitsForResponse) : [],
    toJudge: raisedHere.filter(
      (concern) => waitsForJudgement(concern) && concern.organisation !== null && own.includes(concern.organisation),
    ),
  };
}
