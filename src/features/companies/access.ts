import { type Actor, hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { CompanyCase } from "./company-case.ts";

type Directory = Pick<OrganisationDirectory, "find">;

/**
 * Who sees what of cases, all of it. The coordinating institute sees all; an association, or another body that brings companies, the cases
 * that it keeps; a company those about itself. A contact person is seen by who keeps the case and by the coordinating institute.
 */
export function canSeeCase(actor: Actor, found: Pick<CompanyCase, "owner" | "company">): boolean {
  if (!hasPermission(actor, "companies.keep")) return false;
  return seesAllCases(actor) || keepsFor(actor).some((own) => own === found.owner || own === found.company);
}

export function seesAllCases(actor: Actor): boolean {
  return hasPermission(actor, "companies.keep") && hasPermission(actor, "needs.broker");
}

/** Who keeps it changes it: its company reads along where another body does. */
export function canKeepCase(actor: Actor, { owner }: Pick<CompanyCase, "owner">): boolean {
  return seesAllCases(actor) || keepsFor(actor).includes(owner);
}

export const canSeeContact = canKeepCase;

/** Organisations in whose name the actor keeps cases: those themselves, never their government, whose other bodies are others. */
export function keepsFor(actor: Actor): string[] {
  return actor.memberships
    .filter(({ role }) => (ruleOf(role).permissions as readonly string[]).includes("companies.keep"))
    .map(({ organisation }) => organisation);
}

/** Companies about which the actor may keep cases: a company only itself, everybody else any. */
export function companiesFor(actor: Actor, directory: Pick<OrganisationDirectory, "find" | "all">): string[] {
  const own = keepsFor(actor);
  if (own.length > 0 && own.every((id) => isCompany(directory, id))) return own;
  return directory.all.filter(({ tier }) => tier === "company").map(({ id }) => id);
}

export function isCompany(directory: Directory, id: string): boolean {
  return directory.find(id)?.tier === "company";
}

/** The case as the actor may know it; null where it is none of the actor's business. */
export function limitCase(actor: Actor, found: CompanyCase): CompanyCase | null {
  if (!canSeeCase(actor, found)) return null;
  return canSeeContact(actor, found) ? found : { ...found, contact: null };
}
