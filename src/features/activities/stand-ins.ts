import { memberDocumentId } from "../../records/member-source.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Programme } from "../programme/programme.ts";
import type { Activity, Party } from "./activity.ts";

/** What tells of which side a party is. */
export interface Sides {
  directory: OrganisationDirectory;
  programme: Pick<Programme, "homeCountry" | "partnerCountry">;
}

/** Whose activity it is, before those whom they met, before those who joined in. A place that is only visited is none. */
const byWeight = [
  ["lead", "host", "sender", "receiver"],
  ["counterpart"],
  ["attendee", "support", "lecturer"],
] as const;

/** Whether a member entered it here: a printed row keeps the gaps that its document has, an entered one was printed nowhere. */
export function isEnteredByMember({ source }: Pick<Activity, "source">): boolean {
  return source.document === memberDocumentId;
}

/**
 * Whom a column of a published table names where nobody has the role that it prints: members enter a seminar's partner as
 * a sender as well as a host, and the reader of the table must find it all the same.
 */
export function findStandIns(activity: Activity, column: string, sides: Sides): Party[] {
  if (!isEnteredByMember(activity)) return [];
  const { homeCountry: home, partnerCountry: partner } = sides.programme;
  switch (column) {
    case "home":
      return mainParties(activity.parties, home, sides);
    case "partner":
      return mainParties(activity.parties, partner, sides);
    case "sender":
      // People come to Japan in these tables, unless the other side is entered as the one that receives.
      return mainParties(without(activity.parties, "receiver"), partner, sides);
    case "receiver":
      return mainParties(without(activity.parties, "sender"), home, sides);
    case "hosts":
      return [home, partner].flatMap((country) => {
        const parties = activity.parties.filter((party) => isOf(party, country, sides));
        return parties.some(({ role }) => role === "host") ? [] : mainParties(parties, country, sides);
      });
    default:
      return [];
  }
}

function mainParties(parties: readonly Party[], country: string, sides: Sides): Party[] {
  const ofCountry = parties.filter((party) => isOf(party, country, sides));
  const groups = byWeight.map((roles) => ofCountry.filter(({ role }) => roles.some((wanted) => wanted === role)));
  return groups.find((group) => group.length > 0) ?? [];
}

function without(parties: readonly Party[], role: string): Party[] {
  return parties.filter((party) => party.role !== role);
}

function isOf(party: Party, country: string, { directory }: Sides): boolean {
  return directory.get(party.organisation).country === country;
}
