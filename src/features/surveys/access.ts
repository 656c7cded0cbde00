import { type Actor, hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { Standing } from "../records/access.ts";
import type { Survey } from "./survey.ts";

/** Organisations for which the actor answers: a bureau's people answer for their city. */
export function answersFor({ stands }: Standing): string[] {
  const able = stands.filter(({ role }) => ruleOf(role).permissions.some((each) => each === "surveys.answer"));
  return [...new Set(able.flatMap(({ organisations }) => organisations))];
}

/** A survey that is being drafted is nobody's but the platforms'; an open one also of those who are asked. */
export function seesSurvey(actor: Actor, survey: Survey, isInvited: boolean): boolean {
  if (hasPermission(actor, "surveys.manage")) return true;
  if (survey.state === "draft") return false;
  return isInvited || seesResults(actor, survey);
}

export function seesResults(actor: Actor, { results, state }: Pick<Survey, "results" | "state">): boolean {
  if (hasPermission(actor, "surveys.manage")) return true;
  // What others answered must not lead those who have not answered yet.
  if (state !== "closed") return false;
  if (results === "platform") return false;
  return hasPermission(actor, "members.read");
}

/** Everybody sees it once it is closed, where the platform says so. */
export function isPublic({ results, state }: Pick<Survey, "results" | "state">): boolean {
  return results === "public" && state === "closed";
}
