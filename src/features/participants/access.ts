import type { RecordContent } from "../../records/kind.ts";
import { type Platform, ruleOf } from "../accounts/roles.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Standing } from "../records/access.ts";

/** Parties that organise an activity: they hold it, receive the people or name and send them. The others are guests of it. */
const organisingRoles = ["lead", "host", "receiver", "sender"];

/**
 * Whether the actor keeps the personal data of an activity's participants: people of a party that organises it (its government
 * and that government's offices are one), and officers of the platform that approves the record. Nobody else, whatever else
 * they may see or administer. The page `participants` and the table of rights say the same.
 */
export function isOrganiser(
  { stands }: Standing,
  { content, platform }: { content: RecordContent; platform: Platform },
  directory: OrganisationDirectory,
): boolean {
  const parties = (content.parts.activity_parties ?? []).filter(({ role }) => organisingRoles.includes(role ?? ""));
  const organisers = parties.map(({ organisation = "" }) => directory.find(organisation)?.government ?? organisation);
  return stands.some(({ role, organisations }) => {
    const { permissions, approves } = ruleOf(role);
    if (!permissions.includes("participants.keep")) return false;
    return approves === platform || organisers.some((organiser) => organisations.includes(organiser));
  });
}
