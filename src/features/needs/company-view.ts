import type { Actor } from "../accounts/actor.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Need } from "./need.ts";

/** Whether the actor stands for companies and for nobody else. */
export function isCompanyOnly(actor: Actor, directory: Pick<OrganisationDirectory, "find">): boolean {
  return (
    actor.memberships.length > 0 &&
    actor.memberships.every(
      ({ role, organisation }) => role === "expert" && directory.find(organisation)?.tier === "company",
    )
  );
}

/**
 * What a company sees of a need: what everybody sees, and what was opened to companies; of neither who said it and where that stands.
 */
export function companyView(need: Need, directory: Pick<OrganisationDirectory, "find">): Need | null {
  const isOpened = need.openToCompanies && isOpenable(need.visibility);
  const isPublic = isShownToPublic(need, directory);
  if (!isOpened && !isPublic) return null;
  // The public page names the document, too.
  return { ...need, saidBy: {}, source: isPublic ? need.source : null, replacedBy: null, createdBy: null };
}

/**
 * A city may say in public at once what it needs itself. What somebody else heard of it, and entered here, is shown to the public only
 * once it was confirmed; what a public document states is public already.
 */
export function isShownToPublic(
  { visibility, origin, state, owner, organisation }: Need,
  directory: Pick<OrganisationDirectory, "find">,
): boolean {
  if (visibility !== "public") return false;
  const governmentOf = (id: string) => directory.find(id)?.government ?? id;
  const isOwnWord = owner !== null && governmentOf(owner) === governmentOf(organisation);
  const isOpen = state !== "heard" && state !== "withdrawn" && state !== "changed";
  return origin === "programme" || isOwnWord || isOpen;
}

/** A need that only its sides may see is nothing for companies, whatever is ticked. */
export function isOpenable(visibility: Need["visibility"]): boolean {
  return visibility === "public" || visibility === "members";
}
