import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { AgendaItem, Meeting, MeetingParticipant } from "./meeting.ts";
import { sayName } from "./say.ts";
import { sayMarked } from "./untranslated.ts";

export interface CalendarEntry {
  meeting: Meeting;
  agenda: readonly AgendaItem[];
  /** those whose addresses the reader may see; in a mail its reader alone */
  attendees: readonly MeetingParticipant[];
  language: Language;
  /** public address of the site */
  origin: string;
  programme: { id: string };
  /** null where no address is known that takes answers */
  organizer: { name: string; email: string } | null;
}

/**
 * RFC 5545 and 5546: an invitation of those who are named, its withdrawal once the meeting is cancelled, or what anybody may enter in a
 * calendar. Times stand in UTC, days as days.
 */
export function writeCalendarEntry(entry: CalendarEntry): string {
  const { meeting, language, origin, programme, organizer } = entry;
  const attendees = organizer === null ? [] : entry.attendees.filter(hasAddress);
  const cancelled = meeting.state === "cancelled";
  const url = `${origin}${links.meeting(language, meeting.id)}`;
  const calendar = ical({
    prodId: { company: "Renkei", product: "meetings", language: languageTags[language].toUpperCase() },
    method: chooseMethod(entry, attendees.length),
  });
  const event = calendar.createEvent({
    id: `meeting-${meeting.id}@${programme.id}.renkei`,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    ...readTimes(meeting),
    summary: sayMarked(meeting.title, language),
    description: describe(entry, url),
    location:
      [sayMarked(meeting.place, language, "place"), meeting.onlineLink ?? ""]
        .filter((part) => part !== "")
        .join(" / ") || null,
    status: eventStates[meeting.state],
    organizer,
    url,
  });
  for (const participant of attendees) {
    event.createAttendee({
      name: sayName(participant, language),
      email: participant.email,
      role: roleOf(participant),
      status: statuses[participant.answer],
      type: ICalAttendeeType.INDIVIDUAL,
      rsvp: participant.answer === "invited" && !cancelled,
    });
  }
  return calendar.toString();
}

/** RFC 5546 3.2: every method needs an organiser, REQUEST an attendee as well, and PUBLISH forbids them. */
function chooseMethod({ meeting, organizer }: CalendarEntry, attendees: number): ICalCalendarMethod | null {
  if (organizer === null) return null;
  if (meeting.state === "cancelled") return ICalCalendarMethod.CANCEL;
  return attendees > 0 ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}

function hasAddress(participant: MeetingParticipant): participant is MeetingParticipant & { email: string } {
  return participant.email !== null;
}

/** What is only planned does not stand as settled in anybody's calendar. */
const eventStates = {
  planned: ICalEventStatus.TENTATIVE,
  held: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

const statuses = {
  invited: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
} as const;

function roleOf({ role }: MeetingParticipant): ICalAttendeeRole {
  if (role === "chair") return ICalAttendeeRole.CHAIR;
  return role === "observer" ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ;
}

function readTimes({ startsOn, startsAt, endsOn, endsAt, timeZone }: Meeting) {
  if (startsAt === null || endsAt === null)
    // RFC 5545 3.6.1: the end of an all-day event is the day after its last.
    return {
      allDay: true,
      start: Temporal.PlainDate.from(startsOn),
      end: Temporal.PlainDate.from(endsOn).add({ days: 1 }),
    };
  const moment = (day: string, hour: string) =>
    new Date(Temporal.PlainDateTime.from(`${day}T${hour}`).toZonedDateTime(timeZone).epochMilliseconds);
  return { start: moment(startsOn, startsAt), end: moment(endsOn, endsAt) };
}

function describe({ agenda, language, meeting }: CalendarEntry, url: string): string {
  const several = new Set(agenda.map(({ day }) => day)).size > 1;
  const items = agenda.map(({ day, startsAt, title }) =>
    [...(several && day !== null ? [writeEdtf(day, language)] : []), startsAt ?? "・", sayMarked(title, language)].join(
      " ",
    ),
  );
  return [
    ...[sayMarked(meeting.cancelReason, language)].filter((reason) => reason !== ""),
    ...(items.length > 0 ? [message(language, "meeting.part.agenda"), ...items] : []),
    url,
  ].join("\n");
}
