import type { RecordContent } from "../../records/kind.ts";
import { type Platform, ruleOf } from "../accounts/roles.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Standing } from "../records/access.ts";

/** Parties that organise an activity; the others are guests of it. */
const organisingRoles = ["lead", "host", "receiver"];

/**
 * Whether the actor keeps the personal data of an activity's participants: people of a party that organises it (its government
 * and that government's offices are one), and officers of the organisation that keeps the ledger. Nobody else, whatever else
 * they may see or administer.
 */
export function isOrganiser(
  { stands }: Standing,
  { content, platform, ledgerOwner }: { content: RecordContent; platform: Platform; ledgerOwner: string | null },
  directory: OrganisationDirectory,
): boolean {
  const parties = (content.parts.activity_parties ?? []).filter(({ role }) => organisingRoles.includes(role ?? ""));
  const organisers = parties.map(({ organisation = "" }) => directory.find(organisation)?.government ?? organisation);
  return stands.some(({ role, organisations }) => {
    const { permissions, approves } = ruleOf(role);
    if (!permissions.includes("participants.keep")) return false;
    if (approves === platform && ledgerOwner !== null && organisations.includes(ledgerOwner)) return true;
    return organisers.some((organiser) => organisations.includes(organiser));
  });
}
