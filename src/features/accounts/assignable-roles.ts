import { type Actor, hasPermission } from "./actor.ts";
import { type Role, roleNames, rolesWithin } from "./roles.ts";

/** Roles that the actor may give and take in an organisation: all of them, those of its own kind, or none. */
export function assignableRoles(actor: Actor, organisation: string): readonly Role[] {
  if (hasPermission(actor, "people.manage")) return roleNames;
  const given = actor.memberships
    .filter((membership) => membership.administers && membership.organisation === organisation)
    .flatMap(({ role }) => rolesWithin[role]);
  return roleNames.filter((role) => given.includes(role));
}

/** Organisations whose people the actor looks after; null: all. */
export function administeredOrganisations(actor: Actor): string[] | null {
  if (hasPermission(actor, "people.manage")) return null;
  return [
    ...new Set(actor.memberships.filter(({ administers }) => administers).map(({ organisation }) => organisation)),
  ];
}
