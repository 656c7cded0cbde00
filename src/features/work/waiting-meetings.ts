import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { listMeetingDuties, type MeetingDuty } from "../meetings/service.ts";
import type { Work, WorkMeeting } from "./work.ts";

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
    default:
      return { ...base, is: "answer", id: meeting.id, title: meeting.title, due: meeting.startsOn };
  }
}
