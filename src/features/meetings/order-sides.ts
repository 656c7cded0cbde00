import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Programme } from "../programme/programme.ts";
import { type MeetingParticipant, participantRoles } from "./meeting.ts";

export interface SideOfMeeting {
  /** null: of neither country of the programme */
  country: string | null;
  participants: MeetingParticipant[];
}

const tiers = ["ministry", "institute", "prefecture", "province", "city"];

/**
 * In the order in which a list of names stands: the host's side first; within a side the chair, then ministries, institutes and local
 * governments in the directory's order; of one organisation as entered; interpreters and observers last.
 */
export function orderSides(
  participants: readonly MeetingParticipant[],
  host: string,
  directory: OrganisationDirectory,
  programme: Pick<Programme, "homeCountry" | "partnerCountry">,
): SideOfMeeting[] {
  const { homeCountry, partnerCountry } = programme;
  const places = new Map(directory.all.map(({ id }, index) => [id, index]));
  const countryOf = (id: string) => {
    const country = directory.find(id)?.country ?? null;
    return country === homeCountry || country === partnerCountry ? country : null;
  };
  const rank = ({ organisation, role }: MeetingParticipant) => {
    const found = directory.find(organisation);
    const government = found === null ? null : directory.find(found.government);
    const tier = tiers.indexOf(government?.tier ?? "");
    return [
      role === "chair" ? 0 : 1,
      participantRoles.indexOf(role) < 3 ? 0 : participantRoles.indexOf(role),
      tier < 0 ? tiers.length : tier,
      places.get(found?.government ?? "") ?? directory.all.length,
      places.get(organisation) ?? directory.all.length,
    ];
  };
  const first = countryOf(host) === partnerCountry ? partnerCountry : homeCountry;
  const countries = [first, first === homeCountry ? partnerCountry : homeCountry, null];
  return countries
    .map((country) => ({
      country,
      participants: participants
        .filter(({ organisation }) => countryOf(organisation) === country)
        .toSorted((a, b) => compare(rank(a), rank(b))),
    }))
    .filter((side) => side.participants.length > 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
