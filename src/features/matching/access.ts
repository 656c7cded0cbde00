import { type Actor, hasPermission } from "../accounts/actor.ts";
import { type Permission, ruleOf } from "../accounts/roles.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { ownOrganisations, type Standing } from "../records/access.ts";
import type { Match } from "./match.ts";

/** A side of a match that somebody speaks for: the need's, or that of one of its offers. */
export type Side = { of: "need"; organisation: string } | { of: "offer"; offer: string; organisation: string };

/** Who brokers or reads everything sees every match; everybody else those in which their own organisation is a side. */
export function canSeeMatch(
  standing: Standing,
  directory: OrganisationDirectory,
  match: Pick<Match, "offers" | "asked" | "former">,
  needing: string,
): boolean {
  if (seesAll(standing)) return true;
  // What a broker has asked nobody about is the broker's own paper, also when it was withdrawn.
  if (!match.asked) return false;
  return findOwnSides(standing, directory, match, needing).length > 0 || isFormer(standing, directory, match);
}

/** Was a side once and is none any more: sees what it was asked and what it answered, and nothing of what came after. */
export function isFormerOnly(
  standing: Standing,
  directory: OrganisationDirectory,
  match: Pick<Match, "offers" | "former">,
  needing: string,
): boolean {
  return !seesAll(standing) && findOwnSides(standing, directory, match, needing).length === 0;
}

function isFormer(standing: Standing, directory: OrganisationDirectory, { former }: Pick<Match, "former">): boolean {
  const own = ownOrganisations(standing);
  return former.some((organisation) => isOwn(directory, own, organisation));
}

export function seesAll({ actor, stands }: Standing): boolean {
  return hasPermission(actor, "needs.broker") || stands.some(({ role }) => ruleOf(role).reads === "all");
}

/** The sides that the actor belongs to. */
export function findOwnSides(
  standing: Standing,
  directory: OrganisationDirectory,
  match: Pick<Match, "offers">,
  needing: string,
): Side[] {
  const own = ownOrganisations(standing);
  return listSides(match, needing).filter(({ organisation }) => isOwn(directory, own, organisation));
}

/** The sides for which the actor may answer: by the permission to enter needs, or offers, of that organisation. */
export function findAnswerable(
  standing: Standing,
  directory: OrganisationDirectory,
  match: Pick<Match, "offers">,
  needing: string,
): Side[] {
  return listSides(match, needing).filter((side) => {
    const permission: Permission = side.of === "need" ? "needs.enter" : "offers.enter";
    const own = standing.stands
      .filter(({ role }) => (ruleOf(role).permissions as readonly string[]).includes(permission))
      .flatMap(({ organisations }) => organisations);
    return isOwn(directory, own, side.organisation);
  });
}

export function listSides(match: Pick<Match, "offers">, needing: string): Side[] {
  return [
    { of: "need", organisation: needing },
    ...match.offers.map(({ offer, organisation }): Side => ({ of: "offer", offer, organisation })),
  ];
}

/** A bureau's offer is its city's as well. */
export function isOwn(directory: OrganisationDirectory, own: readonly string[], organisation: string): boolean {
  return own.includes(organisation) || own.includes(directory.find(organisation)?.government ?? organisation);
}

export function brokers(actor: Actor): boolean {
  return hasPermission(actor, "needs.broker");
}
