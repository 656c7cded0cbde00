import type { Activity, Party } from "../../../activities/activity.ts";
import type { DescribeContext } from "../../../activities/describe.ts";
import type { ReportRequest } from "../../report-kind.ts";

export interface InvitationSides {
  inviters: Party[];
  invited: Party[];
  /** id of the country in which it takes place */
  country: string;
}

/** Who belongs to an activity as its own, in the order of weight; helpers and lecturers neither invite nor are invited. */
const ownRoles = ["host", "receiver", "lead", "sender", "counterpart", "attendee"];

/** Whether who writes and who is addressed belong to one country, as far as the directory knows them by these names. */
export function isOneSide(
  { maker, written, language, asOf }: ReportRequest,
  addressee: string,
  { invited }: InvitationSides,
  { directory }: DescribeContext,
): boolean {
  const countryOf = (name: string): string | null =>
    directory.all.find(({ id }) =>
      [directory.name(id, language, asOf), directory.name(id, language), directory.shortName(id, language)].includes(
        name,
      ),
    )?.country ?? null;
  const from = written.sender_organisation ? countryOf(written.sender_organisation) : directory.get(maker).country;
  const first = invited[0];
  const to = countryOf(addressee) ?? (first ? directory.get(first.organisation).country : null);
  return from !== null && from === to;
}

/** Those of the country where it takes place invite; those who are sent, or else the other side, are invited. */
export function findSides(activity: Activity, { directory, programme }: DescribeContext): InvitationSides {
  const { homeCountry, partnerCountry } = programme;
  const placeCountry = activity.place === null ? null : directory.get(activity.place).country;
  const inRole = (...roles: string[]) => activity.parties.filter(({ role }) => roles.includes(role));
  // Trainings and delegations of this programme come to the home country where no place says otherwise.
  const country = placeCountry ?? countryOf(inRole("receiver", "host")[0]) ?? homeCountry;
  const other = country === homeCountry ? partnerCountry : homeCountry;
  return {
    inviters: firstGroup([inRole("receiver"), ...ownRoles.map((role) => inRole(role))], country),
    invited: firstGroup([inRole("sender"), ...ownRoles.map((role) => inRole(role))], other),
    country,
  };

  function countryOf(party: Party | undefined): string | null {
    return party === undefined ? null : directory.get(party.organisation).country;
  }

  function firstGroup(groups: readonly Party[][], wanted: string): Party[] {
    const ofCountry = groups.map((group) => group.filter((party) => countryOf(party) === wanted));
    return ofCountry.find((group) => group.length > 0) ?? [];
  }
}
