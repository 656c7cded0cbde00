import { type Actor, hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import type { Standing } from "../records/access.ts";
import type { Meeting, MeetingParticipant } from "./meeting.ts";

export function managesMeetings(actor: Actor): boolean {
  return hasPermission(actor, "meetings.manage");
}

/** Organisations for which the actor answers invitations, brings materials and closes tasks; guests only look on. */
export function speaksFor({ stands }: Standing): string[] {
  const able = stands.filter(({ role }) => ruleOf(role).writes !== "none");
  return [...new Set(able.flatMap(({ organisations }) => organisations))];
}

/** A meeting for its sides is seen by whoever is asked, takes part or has something to bring, and by the platforms. */
export function seesMeeting(
  standing: Standing,
  meeting: Pick<Meeting, "visibility" | "host" | "invited">,
  concerned: readonly string[],
): boolean {
  const { actor, stands } = standing;
  if (managesMeetings(actor) || meeting.visibility === "members") return true;
  if (stands.some(({ role }) => ruleOf(role).reads === "all")) return true;
  const own = stands.flatMap(({ organisations }) => organisations);
  return [meeting.host, ...meeting.invited, ...concerned].some((organisation) => own.includes(organisation));
}

/** Names stand on the list of a meeting, addresses are for its managers and the person's own office (as participants/access.ts). */
export function hideAddresses(standing: Standing, participants: readonly MeetingParticipant[]): MeetingParticipant[] {
  if (managesMeetings(standing.actor)) return [...participants];
  const own = standing.stands.flatMap(({ organisations }) => organisations);
  return participants.map((participant) =>
    own.includes(participant.organisation) ? participant : { ...participant, email: null },
  );
}
