import { type Actor, hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import { ownOrganisations, type Standing } from "../records/access.ts";
import type { Assessment, Evaluation } from "./draft.ts";

/** A draft is its writers' and the ministry's; both sides see it when they are asked for their word, all members when it is finished. */
export function canSeeEvaluation({ actor }: Standing, { state }: Pick<Evaluation, "state">): boolean {
  if (hasPermission(actor, "evaluations.write") || readsAll(actor)) return true;
  if (state === "self-assessment") return hasPermission(actor, "evaluations.assess");
  return state === "final" && hasPermission(actor, "members.read");
}

/** The side of a partnership for which the actor gives its word; null where it is of none. */
export function findOwnSide(
  standing: Standing,
  { home, partner }: Pick<Partnership, "home" | "partner">,
): string | null {
  if (!hasPermission(standing.actor, "evaluations.assess")) return null;
  const own = ownOrganisations(standing);
  return [home, partner].find((side) => own.includes(side)) ?? null;
}

/**
 * A side's word is its own until both have given theirs, so that neither writes to please the other; when the evaluation is
 * finished, what was submitted is seen by both sides and the platform.
 */
export function canSeeAssessment(
  standing: Standing,
  assessment: Assessment,
  {
    evaluation,
    partnership,
    all,
  }: { evaluation: Pick<Evaluation, "state">; partnership: Partnership; all: readonly Assessment[] },
): boolean {
  const own = ownOrganisations(standing);
  if (own.includes(assessment.organisation) && hasPermission(standing.actor, "evaluations.assess")) return true;
  if (assessment.state !== "submitted") return false;
  const { home, partner } = partnership;
  const isConcerned =
    own.includes(home) ||
    own.includes(partner) ||
    readsAll(standing.actor) ||
    hasPermission(standing.actor, "evaluations.write");
  const both = [home, partner].every((side) =>
    all.some((one) => one.partnership === partnership.id && one.organisation === side && one.state === "submitted"),
  );
  return isConcerned && (both || evaluation.state === "final");
}

function readsAll({ memberships }: Actor): boolean {
  return memberships.some(({ role }) => ruleOf(role).reads === "all");
}
