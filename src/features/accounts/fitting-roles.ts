import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "../organisations/directory.ts";
import { governmentTiers } from "../organisations/organisation.ts";
import { getFramework, getProgramme } from "../programme/service.ts";
import { type Platform, type Role, roleNames } from "./roles.ts";

const ministryTiers = ["ministry", "department", "agency"];
/** In the words of platforms.csv; those who support the technical work on the other side are its technical platform. */
const platformRoles: Record<Platform, readonly string[]> = {
  coordination: ["coordination"],
  technical: ["technical", "technical-support"],
};

/**
 * Roles that people of the organisation can have, whoever gives them: a slip in a form must not make a prefecture the other
 * country's government or the keeper of a ledger. None for an organisation that the programme does not know.
 */
export async function findFittingRoles(context: Context, id: string): Promise<Role[]> {
  const directory = await getDirectory(context);
  const organisation = directory.find(id);
  if (!organisation) return [];
  const { homeCountry, partnerCountry } = await getProgramme(context);
  const { platforms } = await getFramework(context);
  const { country, tier } = organisation;
  // An office stands for the government or institute that it belongs to.
  const top = directory.find(organisation.government) ?? organisation;
  const isGovernment = governmentTiers.includes(top.tier);
  const isPlatform = (platform: Platform) =>
    platforms.some((one) => platformRoles[platform].includes(one.role) && [id, top.id].includes(one.organisation));
  const fits: Record<Role, boolean> = {
    administrator: true,
    ministry: !isGovernment && ministryTiers.includes(tier) && (country === homeCountry || country === partnerCountry),
    coordination: isPlatform("coordination"),
    technical: isPlatform("technical"),
    "home-government": isGovernment && country === homeCountry,
    "partner-government": isGovernment && country === partnerCountry,
    expert: true,
    guest: true,
  };
  return roleNames.filter((role) => fits[role]);
}

/** Throws `invalid-input` {field: "role", fitting} where the role is not one for people of the organisation. */
export async function requireFittingRole(
  context: Context,
  { organisation, role }: { organisation: string; role: Role },
): Promise<void> {
  const fitting = await findFittingRoles(context, organisation);
  if (!fitting.includes(role)) throw new AppError("invalid-input", { field: "role", fitting });
}
