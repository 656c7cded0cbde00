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

/** What a company sees of a need: nothing unless it was opened to companies, and then not who said it and where that stands. */
export function companyView(need: Need): Need | null {
  if (!need.openToCompanies || !isOpenable(need.visibility)) return null;
  return { ...need, saidBy: {}, source: null, replacedBy: null, createdBy: null };
}

/** A need that only its sides may see is nothing for companies, whatever is ticked. */
export function isOpenable(visibility: Need["visibility"]): boolean {
  return visibility === "public" || visibility === "members";
}
