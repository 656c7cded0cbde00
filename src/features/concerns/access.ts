import { hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { Standing } from "../records/access.ts";
import type { Concern } from "./concern.ts";

/** Organisations in whose name the actor raises and judges: a bureau's people speak for their city. */
export function raisesFor({ stands }: Standing): string[] {
  const able = stands.filter(({ role }) => ruleOf(role).permissions.some((each) => each === "concerns.raise"));
  return [...new Set(able.flatMap(({ organisations }) => organisations))];
}

/** The platform or ministry in whose name the actor answers; null for whoever does not. */
export function respondsFor({ actor }: Standing): string | null {
  const able = actor.memberships.find(({ role }) =>
    ruleOf(role).permissions.some((each) => each === "concerns.respond"),
  );
  return able?.organisation ?? null;
}

/** The coordinating institute writes down what members said whom nobody named. */
export function keepsForUnnamed({ actor, stands }: Standing): boolean {
  return (
    hasPermission(actor, "concerns.respond") && stands.some(({ role }) => ruleOf(role).approves === "coordination")
  );
}

export function canJudge(standing: Standing, { organisation }: Pick<Concern, "organisation">): boolean {
  return organisation === null ? keepsForUnnamed(standing) : raisesFor(standing).includes(organisation);
}

/** What a source states was raised, and nobody takes it back; of the others whoever may judge it. */
export function canWithdraw(standing: Standing, concern: Pick<Concern, "organisation" | "origin">): boolean {
  return concern.origin === "member" && canJudge(standing, concern);
}

/** That two raisings are one matter is said by whoever raised the later one, or by who answers. */
export function canLink(standing: Standing, concern: Pick<Concern, "organisation">): boolean {
  return keepsForUnnamed(standing) || canJudge(standing, concern);
}
