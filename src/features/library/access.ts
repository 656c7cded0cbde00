import type { Actor } from "../accounts/actor.ts";
import { hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { DocumentSummary } from "./document.ts";

/** Everyone reads public documents, members all of them: what they rest on was to become public in any case. */
export function canRead(actor: Actor | null, { visibility }: Pick<DocumentSummary, "visibility">): boolean {
  return visibility === "public" || (actor !== null && hasPermission(actor, "members.read"));
}

/** Who made it or works in the same office may change who sees it and take it out; so may the platform that keeps the library. */
export function canKeep(actor: Actor, { organisation }: Pick<DocumentSummary, "organisation">): boolean {
  return actor.memberships.some(
    ({ role, ...membership }) =>
      ruleOf(role).permissions.includes("documents.make") &&
      (role === "coordination" || membership.organisation === organisation),
  );
}

/** The office in whose name the actor makes documents or keeps templates. */
export function officeOf(actor: Actor, permission: "documents.make" | "templates.manage"): string | null {
  const able = actor.memberships.find(({ role }) => ruleOf(role).permissions.includes(permission));
  return able?.organisation ?? null;
}
