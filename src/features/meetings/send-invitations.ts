import { AppError } from "../../core/errors.ts";
import type { Localized } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { isMailAddress } from "../../platform/mail.ts";
import { links } from "../../web/links.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getProgramme } from "../programme/service.ts";
import { writeCalendarEntry } from "./calendar.ts";
import { writeInvitation } from "./mails.ts";
import type { Meeting, MeetingParticipant } from "./meeting.ts";
import { changeMeeting } from "./save-meeting.ts";
import { sayName } from "./say.ts";
import { getMeeting } from "./service.ts";
import { readPapers } from "./store.ts";
import { findInvitedMembers, tellMembers } from "./tell-members.ts";

/** Who has an address and has not heard of the meeting as it stands now. */
export function findUninformed({ sequence }: Pick<Meeting, "sequence">, participants: readonly MeetingParticipant[]) {
  return participants.filter(
    (participant): participant is MeetingParticipant & { email: string } =>
      participant.email !== null &&
      participant.answer !== "declined" &&
      (participant.mailedSequence === null || participant.mailedSequence < sequence),
  );
}

/** Invites by mail, each in the own language: people by name, and the members of invited organisations. Throws `conflict` {reason: "cancelled"}: nobody is invited to what does not take place. */
export async function sendInvitations(context: Context, actor: Actor, id: string): Promise<number> {
  const sent = { count: 0 };
  const members = await findMembers(context, actor, id);
  await changeMeeting(context, actor, id, null, async (meeting, transaction, audit) => {
    if (meeting.state === "cancelled") throw new AppError("conflict", { reason: "cancelled" });
    const { participants } = await readPapers(transaction, id);
    sent.count = await queueAll(context, transaction, meeting, findUninformed(meeting, participants));
    sent.count += await tellMembers(context, transaction, meeting, members);
    audit({ action: "meeting.invitations-sent", subject: `meeting/${id}`, details: { mails: sent.count } });
    return { state: "done", id };
  });
  return sent.count;
}

/** Cancels the meeting and takes back what went into calendars (RFC 5546 3.2.5). */
export async function cancelMeeting(context: Context, actor: Actor, id: string, reason: Localized): Promise<number> {
  const sent = { count: 0 };
  const members = await findMembers(context, actor, id);
  await changeMeeting(context, actor, id, null, async (meeting, transaction, audit) => {
    if (meeting.state !== "planned") throw new AppError("conflict", { reason: meeting.state });
    const cancelled: Meeting = {
      ...meeting,
      state: "cancelled",
      cancelReason: reason,
      sequence: meeting.sequence + 1,
      changedAt: context.clock.now(),
    };
    const { state, cancelReason, sequence } = cancelled;
    await transaction
      .updateTable("meetings")
      .set({ state, sequence, cancel_reason: JSON.stringify(cancelReason) })
      .where("id", "=", id)
      .execute();
    const { participants } = await readPapers(transaction, id);
    const informed = participants.filter(({ mailedSequence }) => mailedSequence !== null);
    sent.count = await queueAll(context, transaction, cancelled, findUninformed(cancelled, informed));
    sent.count += await tellMembers(context, transaction, cancelled, members);
    audit({ action: "meeting.cancelled", subject: `meeting/${id}`, details: { mails: sent.count } });
    return { state: "done", id };
  });
  return sent.count;
}

/** Before the meeting is locked: whose accounts they are is looked up one by one. */
async function findMembers(context: Context, actor: Actor, id: string) {
  requirePermission(actor, "meetings.manage");
  const { meeting, papers } = await getMeeting(context, actor, id);
  return findInvitedMembers(context, actor, meeting, papers.participants);
}

async function queueAll(
  context: Context,
  transaction: WriteTransaction,
  meeting: Meeting,
  participants: readonly (MeetingParticipant & { email: string })[],
): Promise<number> {
  const [directory, programme] = await Promise.all([getDirectory(context), getProgramme(context)]);
  const { agenda } = await readPapers(transaction, meeting.id);
  const readers = participants.map((participant) => {
    const { email, language } = participant;
    return { email, language, name: sayName(participant, language), participant };
  });
  const count = await mailReaders(context, transaction, readers, ({ participant, language }, origin) => {
    const host = directory.name(meeting.host, language);
    const organizer = findOrganizer(context, meeting, host);
    // Who else is invited, the list of names says; addresses of others stand in nobody's mail.
    const entry = { meeting, agenda, attendees: [participant], language, origin, programme, organizer };
    const calendar = organizer === null ? null : writeCalendarEntry(entry);
    const page = `${origin}${links.meeting(language, meeting.id)}`;
    return writeInvitation({ host, page }, meeting, participant, calendar);
  });
  for (const { id } of participants)
    await transaction
      .updateTable("meeting_participants")
      .set({ mailed_sequence: meeting.sequence })
      .where("id", "=", id)
      .execute();
  return count;
}

/**
 * RFC 5546 3.2.2 asks for an organiser with an address: the office that answers questions, else the one that sends the mails. Null where
 * there is neither: an address that nobody reads would swallow the answers.
 */
export function findOrganizer(
  context: Pick<Context, "config">,
  meeting: Meeting,
  host: string,
): { name: string; email: string } | null {
  const email = meeting.contactEmail ?? context.config.mailFrom?.address ?? "";
  return isMailAddress(email) && !email.endsWith("@invalid") ? { name: host, email } : null;
}
