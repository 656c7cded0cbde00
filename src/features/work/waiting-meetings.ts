import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { listComingMeetings, listMeetingDuties, type MeetingDuty } from "../meetings/service.ts";
import type { Share, Work, WorkActivity, WorkMeeting } from "./work.ts";

/** Invitations to answer, papers to hand in, tasks that are due soon or overdue. */
export async function gatherWaitingMeetings(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<Pick<Work, "meetings">> {
  const duties = await listMeetingDuties(context, actor);
  return { meetings: { items: duties.slice(0, limit).map(describe), total: duties.length } };
}

function describe(duty: MeetingDuty): WorkMeeting {
  const { meeting } = duty;
  const base = { meeting: meeting.id, meetingTitle: meeting.title };
  switch (duty.is) {
    case "task":
      return { ...base, is: "task", id: duty.task.id, title: duty.task.text, due: duty.task.due };
    case "material":
      return { ...base, is: "material", id: duty.material.id, title: duty.material.title, due: duty.material.due };
    case "name":
      return { ...base, is: "name", id: meeting.id, title: meeting.title, due: meeting.startsOn };
    default:
      return { ...base, is: "answer", id: meeting.id, title: meeting.title, due: meeting.startsOn };
  }
}

/** Coming meetings among the next dates; a meeting that stands as a planned activity as well is named once, by its own page. */
export async function addComingMeetings(
  context: Context,
  actor: Actor,
  next: Share<WorkActivity>,
  { until, limit }: { until: string; limit: number },
): Promise<Share<WorkActivity>> {
  const meetings = await listComingMeetings(context, actor, until);
  const others = next.items.filter(({ id }) => !meetings.some(({ activity }) => activity === id));
  const items = [...others, ...meetings.map(describeMeeting)].toSorted((a, b) =>
    (a.dateFrom ?? "") < (b.dateFrom ?? "") ? -1 : 1,
  );
  const total = next.total - (next.items.length - others.length) + meetings.length;
  return { items: items.slice(0, limit), total };
}

function describeMeeting({ id, title, kind, startsOn, endsOn }: Meeting): WorkActivity {
  return {
    ...{ id, title, kind, meeting: kind },
    date: startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`,
    ...{ dateFrom: startsOn, dateTo: endsOn },
    ...{ stillPlanned: false, noResult: false, noPeople: false },
  };
}
