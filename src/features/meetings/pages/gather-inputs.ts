import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Option } from "../../../web/components/form/field.tsx";
import type { MemberRequest } from "../../../web/page.ts";
import { getActivities } from "../../activities/service.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { governmentTiers } from "../../organisations/organisation.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { nameCountry } from "../../programme/name-side.ts";
import { getProgramme } from "../../programme/service.ts";
import type { Meeting, MeetingMaterial } from "../meeting.ts";
import { sayZone } from "../say.ts";
import { listMeetings } from "../service.ts";
import { sayMarked } from "../untranslated.ts";
import type { InputKnowledge } from "./field-input.tsx";

/** Kinds of activities that a meeting can be. */
export const meetingActivityKinds = ["domestic-meeting", "joint-meeting", "policy-dialogue", "consultation"];

/** Of the countries that take part, and of places where conferences of the programme may meet; what a meeting has already stays. */
const often = ["Asia/Tokyo", "Asia/Shanghai"];
const elsewhere = [
  ...[
    "Asia/Seoul",
    "Asia/Ulaanbaatar",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Bangkok",
    "Asia/Jakarta",
  ],
  ...["Asia/Kolkata", "Europe/London", "Europe/Paris", "America/New_York", "America/Los_Angeles", "UTC"],
];

type Choices = Pick<InputKnowledge, "activities" | "materials" | "meetings" | "invitees" | "zones">;

/** What the selects of a meeting's forms offer. */
export async function gatherInputs(
  { context, actor, language }: MemberRequest,
  meeting: Meeting | null,
  materials: readonly MeetingMaterial[],
): Promise<Choices> {
  const [directory, partnerships, programme, activities, meetings] = await Promise.all([
    getDirectory(context),
    getPartnerships(context),
    getProgramme(context),
    getActivities(context, { kinds: meetingActivityKinds, onceEachEvent: true }, { limit: 300, order: "newest" }),
    listMeetings(context, actor),
  ]);
  const sides = [
    { country: programme.homeCountry, ids: partnerships.map(({ home }) => home) },
    { country: programme.partnerCountry, ids: partnerships.map(({ partner }) => partner) },
  ];
  const known = activities.map(({ id, title, date }) => ({
    value: id,
    text: [date === null ? "" : writeEdtf(date, language, { style: "short" }), localize(title, language).text]
      .filter((part) => part !== "")
      .join(" "),
  }));
  return {
    activities: withPresent(known, meeting, language),
    materials: materials.map(({ id, title }) => ({ value: id, text: sayMarked(title, language) })),
    meetings: meetings
      .filter(({ id, state }) => id !== meeting?.id && state !== "cancelled")
      .map(({ id, title, startsOn }) => ({
        value: id,
        text: `${writeEdtf(startsOn, language, { style: "short" })} ${sayMarked(title, language)}`,
      })),
    invitees: sides.map(({ country, ids }) => ({
      label: message(language, "meeting.invitees.home", { country: nameCountry(programme, country, language) }),
      options: listGovernments(ids, directory, language),
    })),
    zones: { often: often.map((zone) => nameZone(zone, language)), all: listZones(meeting, language) },
  };
}

/** A draft that was made from here is no public activity yet. */
function withPresent(known: Option[], meeting: Meeting | null, language: Language): Option[] {
  const { activity = null } = meeting ?? {};
  if (activity === null || known.some(({ value }) => value === activity)) return known;
  return [{ value: activity, text: `${message(language, "meeting.manage.entry")} ${activity}` }, ...known];
}

function listGovernments(ids: readonly string[], directory: OrganisationDirectory, language: Language): Option[] {
  return [...new Set(ids)]
    .filter((id) => governmentTiers.includes(directory.find(id)?.tier ?? ""))
    .map((id) => ({ value: id, text: directory.name(id, language) }));
}

function nameZone(zone: string, language: Language): Option {
  const name = sayZone({ timeZone: zone, startsOn: "2026-01-01" }, language);
  return { value: zone, text: `${name} (${zone})` };
}

function listZones(meeting: Meeting | null, language: Language): Option[] {
  const present = meeting === null ? [] : [meeting.timeZone];
  return [...new Set([...elsewhere, ...present])]
    .filter((zone) => !often.includes(zone))
    .map((zone) => nameZone(zone, language));
}
