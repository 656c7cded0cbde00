import { sql } from "kysely";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Reader } from "../accounts/readers.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { getDirectory } from "../organisations/directory.ts";
import { readStandingReaders } from "../records/standing-readers.ts";
import { speaksFor } from "./access.ts";
import { keyOfMemberMails, writeMemberInvitation } from "./mails.ts";
import type { Meeting, MeetingParticipant } from "./meeting.ts";

/** Accounts that answer for an invited organisation, without the sender and those who are written to by name. */
export async function findInvitedMembers(
  context: Context,
  sender: Actor,
  { invited }: Pick<Meeting, "invited">,
  participants: readonly MeetingParticipant[],
): Promise<Reader[]> {
  if (invited.length === 0) return [];
  const named = new Set(participants.flatMap(({ email }) => email?.toLowerCase() ?? []));
  const readers = await read(context.database, (transaction) => readStandingReaders(context, transaction));
  return readers.filter(({ userId, email, standing }) => {
    if (userId === sender.userId || named.has(email.toLowerCase())) return false;
    const own = speaksFor(standing);
    return invited.some((organisation) => own.includes(organisation));
  });
}

/** One mail each for the meeting as it stands now; a cancelled one is told only to those who heard of it. Gives how many are new. */
export async function tellMembers(
  context: Context,
  transaction: WriteTransaction,
  meeting: Meeting,
  members: readonly Reader[],
): Promise<number> {
  const directory = await getDirectory(context);
  const heard = await findWhoHeard(transaction, meeting.id);
  const readers = meeting.state === "cancelled" ? members.filter(({ userId }) => heard.has(userId)) : members;
  return mailReaders(context, transaction, readers, (member, site) => {
    const { language, userId } = member;
    const desk = {
      host: directory.name(meeting.host, language),
      page: `${site}${links.meeting(language, meeting.id)}`,
    };
    return writeMemberInvitation(desk, meeting, member, heard.has(userId));
  });
}

async function findWhoHeard(transaction: WriteTransaction, meeting: string): Promise<Set<string | null>> {
  const { rows } = await sql<{ user_id: string | null }>`
    SELECT DISTINCT user_id FROM mails WHERE starts_with(once_key, ${keyOfMemberMails(meeting)})`.execute(transaction);
  return new Set(rows.map(({ user_id }) => user_id));
}
