import type { Actor } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import { isCompanyOnly } from "../needs/company-view.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Standing } from "../records/access.ts";
import type { SubjectVisibility } from "./contribution.ts";

/** Who may find a subject, as the index holds it; sorted, so that equal sets are equal. */
export function readersOf(visibility: SubjectVisibility): string[] {
  if (visibility.public) return ["public"];
  if (visibility.organisations === "all-members") return ["member"];
  const readers = visibility.organisations.map((organisation) => `organisation:${organisation}`);
  if (visibility.allButCompanies) readers.push("no-company");
  if (visibility.platform) readers.push(`platform:${visibility.platform}`);
  return [...new Set(readers)].sort();
}

/**
 * What a reader is in the sets of readers; `all` finds everything. The rule of `visibleTo` in records/access.ts: the people of an
 * organisation find what concerns it where their role reads that, those of a platform what it keeps.
 */
export function tokensOf(
  standing: Standing | null,
  directory: Pick<OrganisationDirectory, "find">,
): readonly string[] | "all" {
  if (standing === null) return ["public"];
  const rules = standing.stands.map(({ role }) => ruleOf(role));
  if (rules.some(({ reads }) => reads === "all")) return "all";
  const concerning = standing.stands.filter(({ role }) => ruleOf(role).reads === "concerning-own");
  const platforms = rules.map(({ writes }) => writes).filter((writes) => writes !== "own" && writes !== "none");
  return [
    "public",
    ...(isMember(standing.actor) ? ["member"] : []),
    ...(isMember(standing.actor) && !isCompanyOnly(standing.actor, directory) ? ["no-company"] : []),
    ...concerning.flatMap(({ organisations }) => organisations.map((organisation) => `organisation:${organisation}`)),
    ...platforms.map((platform) => `platform:${platform}`),
  ];
}

function isMember({ memberships }: Actor): boolean {
  return memberships.length > 0;
}
