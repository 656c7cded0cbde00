import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { listSurveysToAnswer } from "../surveys/service.ts";
import type { Share, WorkSurvey } from "./work.ts";

/** Open surveys that the actor's organisations have not answered, the next deadline first. */
export async function gatherWaitingSurveys(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<{ surveys: Share<WorkSurvey> }> {
  const waiting = await listSurveysToAnswer(context, actor);
  const items = waiting
    .map(({ survey, organisation, hasDraft }) => ({
      id: survey.id,
      title: survey.title,
      organisation,
      hasDraft,
      deadline: survey.deadline,
    }))
    .sort((a, b) => (a.deadline ?? "").localeCompare(b.deadline ?? ""));
  return { surveys: { items: items.slice(0, limit), total: items.length } };
}
