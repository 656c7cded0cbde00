import type { Actor } from "../features/accounts/actor.ts";
import type { Role } from "../features/accounts/roles.ts";

/** Someone with one role in one organisation, as a request would bring them; no account stands behind it. */
export function createActor(role: Role, organisation: string, { administers = false } = {}): Actor {
  return {
    userId: `${role}-${organisation}`,
    name: `${role} ${organisation}`,
    email: `${role}@${organisation}.example`,
    language: "ja",
    memberships: [{ organisation, role, administers }],
    network: "192.0.2.0/24",
  };
}
