import { hasPermission } from "../accounts/actor.ts";
import { ownOrganisations, type Standing } from "../records/access.ts";
import { type Need, type NeedState, needSteps } from "./need.ts";
import type { Offer } from "./offer.ts";

/** Whether the actor speaks for one of these organisations, itself or as its government. */
function speaksFor(standing: Standing, organisations: readonly string[]): boolean {
  const own = ownOrganisations(standing);
  return organisations.some((id) => own.includes(id));
}

/** The coordinating institute enters what it hears of anybody; a city what it needs itself. */
export function canEnterNeed(standing: Standing, organisation: string): boolean {
  if (!hasPermission(standing.actor, "needs.enter")) return false;
  return hasPermission(standing.actor, "needs.broker") || speaksFor(standing, [organisation]);
}

export function canChangeNeed(standing: Standing, need: Pick<Need, "organisation">): boolean {
  return canEnterNeed(standing, need.organisation);
}

/** What the city itself can say of its need; that it is confirmed, matched or being met is said by who brokers. */
const ownSteps: Partial<Record<NeedState, readonly NeedState[]>> = {
  heard: ["withdrawn", "changed"],
  confirmed: ["withdrawn", "changed"],
  matched: ["withdrawn", "changed"],
  "being-met": ["met", "withdrawn", "changed"],
  withdrawn: ["heard"],
};

/** Where the actor may bring the need from here, in the order of the steps. */
export function stepsFor(standing: Standing, need: Pick<Need, "organisation" | "state">): NeedState[] {
  if (!canChangeNeed(standing, need)) return [];
  if (hasPermission(standing.actor, "needs.broker")) return [...needSteps[need.state]];
  return needSteps[need.state].filter((to) => ownSteps[need.state]?.includes(to));
}

/** Everybody enters the offers of the own organisation; the coordinating institute keeps those of all. */
export function canEnterOffer(standing: Standing, organisation: string): boolean {
  if (!hasPermission(standing.actor, "offers.enter")) return false;
  return hasPermission(standing.actor, "needs.broker") || speaksFor(standing, [organisation]);
}

export function canChangeOffer(standing: Standing, offer: Pick<Offer, "organisation">): boolean {
  return canEnterOffer(standing, offer.organisation);
}
