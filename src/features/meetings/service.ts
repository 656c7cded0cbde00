import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { findStanding, ownOrganisations, type Standing } from "../records/access.ts";
import { hideAddresses, managesMeetings, seesMeeting, speaksFor } from "./access.ts";
import {
  isComing,
  type Meeting,
  type MeetingMaterial,
  type MeetingPapers,
  type MeetingTask,
  orderTasks,
} from "./meeting.ts";
import * as store from "./store.ts";

/** Meetings that the actor may see, newest first. */
export async function listMeetings(context: Context, actor: Actor): Promise<Meeting[]> {
  requirePermission(actor, "members.read");
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const concerned = await store.readConcerned(transaction);
    const meetings = await store.readMeetings(transaction);
    return meetings.filter((meeting) => seesMeeting(standing, meeting, concerned.get(meeting.id) ?? []));
  });
}

export interface MeetingForActor {
  meeting: Meeting;
  papers: MeetingPapers;
  manages: boolean;
  /** organisations for which the actor answers, brings and closes */
  own: string[];
}

/** Throws `not-found` for a meeting that does not exist or that the actor may not see: both look the same. */
export async function getMeeting(context: Context, actor: Actor, id: string): Promise<MeetingForActor> {
  requirePermission(actor, "members.read");
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const meeting = await store.findMeeting(transaction, id);
    if (!meeting) throw new AppError("not-found", { kind: "meeting", id });
    const papers = await store.readPapers(transaction, meeting.id);
    return present(standing, meeting, papers);
  });
}

function present(standing: Standing, meeting: Meeting, papers: MeetingPapers): MeetingForActor {
  const manages = managesMeetings(standing.actor);
  const concerned = [...papers.participants, ...papers.materials, ...papers.tasks].map(
    ({ organisation }) => organisation,
  );
  if (!seesMeeting(standing, meeting, concerned)) throw new AppError("not-found", { kind: "meeting", id: meeting.id });
  return {
    meeting,
    papers: {
      ...papers,
      participants: hideAddresses(standing, papers.participants),
      // What is being drafted is the secretariat's.
      minutes: manages ? papers.minutes : papers.minutes.filter(({ state }) => state === "approved"),
    },
    manages,
    own: speaksFor(standing),
  };
}

export interface TaskForActor extends MeetingTask {
  at: Meeting;
  /** the actor may say what came of it */
  mine: boolean;
}

/** Tasks of all meetings that the actor may see; open ones by their day. */
export async function listTasks(context: Context, actor: Actor): Promise<TaskForActor[]> {
  const standing = await findStanding(context, actor);
  const meetings = new Map((await listMeetings(context, actor)).map((meeting) => [meeting.id, meeting]));
  const tasks = await read(context.database, (transaction) => store.readTasks(transaction));
  const own = speaksFor(standing);
  return orderTasks(tasks).flatMap((task) => {
    const at = meetings.get(task.meeting);
    return at ? [{ ...task, at, mine: own.includes(task.organisation) }] : [];
  });
}

export type MeetingDuty =
  | { is: "task"; task: MeetingTask; meeting: Meeting }
  | { is: "material"; material: MeetingMaterial; meeting: Meeting }
  | { is: "answer"; people: number; meeting: Meeting }
  /** an invited organisation has said of nobody yet that he or she comes */
  | { is: "name"; meeting: Meeting };

/** How many days before its day a task waits for somebody. */
const taskDaysAhead = 14;

/** What waits for the actor's organisations: people to name, invitations to answer, materials that they owe, tasks that are due soon or overdue. */
export async function listMeetingDuties(context: Context, actor: Actor): Promise<MeetingDuty[]> {
  const own = speaksFor(await findStanding(context, actor));
  if (own.length === 0) return [];
  const today = context.clock.today();
  const soon = Temporal.PlainDate.from(today).add({ days: taskDaysAhead }).toString();
  const meetings = new Map((await listMeetings(context, actor)).map((meeting) => [meeting.id, meeting]));
  return read(context.database, async (transaction) => {
    const concerned = await store.readConcerned(transaction);
    const unnamed = [...meetings.values()]
      .filter((meeting) => isComing(meeting, today) && meeting.invited.some((id) => own.includes(id)))
      .filter(({ id }) => !own.some((organisation) => concerned.get(id)?.includes(organisation)))
      .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
      .map((meeting): MeetingDuty => ({ is: "name", meeting }));
    const answers = (await store.readOpenInvitations(transaction, today)).map(
      ({ people, ...row }) => ({ is: "answer", people, ...row }) as const,
    );
    const materials = (await store.readOwedMaterials(transaction, today)).map(
      (material) => ({ is: "material", material, ...material }) as const,
    );
    const tasks = orderTasks(await store.readTasks(transaction))
      .filter(({ state, dueTo }) => state === "open" && dueTo !== null && dueTo <= soon)
      .map((task) => ({ is: "task", task, ...task }) as const);
    const asked = [...answers, ...materials, ...tasks].flatMap((duty): MeetingDuty[] => {
      const meeting = meetings.get(duty.meeting);
      if (!meeting || !own.includes(duty.organisation)) return [];
      if (duty.is === "answer") return [{ is: "answer", people: duty.people, meeting }];
      if (duty.is === "material") return [{ is: "material", material: duty.material, meeting }];
      return [{ is: "task", task: duty.task, meeting }];
    });
    return [...unnamed, ...asked];
  });
}

/** Meetings up to a day to which the actor's organisations are asked or which they hold; all of them for whoever runs meetings or watches over all. */
export async function listComingMeetings(context: Context, actor: Actor, until: string): Promise<Meeting[]> {
  const standing = await findStanding(context, actor);
  const today = context.clock.today();
  const meetings = await listMeetings(context, actor);
  const concerned = await read(context.database, (transaction) => store.readConcerned(transaction));
  const own = ownOrganisations(standing);
  const seesAll = managesMeetings(actor) || own.length === 0;
  return meetings
    .filter((meeting) => isComing(meeting, today) && meeting.startsOn <= until)
    .filter(
      ({ id, host, invited }) =>
        seesAll || [host, ...invited, ...(concerned.get(id) ?? [])].some((organisation) => own.includes(organisation)),
    )
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}
