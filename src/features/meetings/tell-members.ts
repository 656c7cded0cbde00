import { sql } from "kysely";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import type { Actor } from "../accounts/actor.ts";
import { readLetterhead } from "../mailing/letter.ts";
import { getDirectory } from "../organisations/directory.ts";
import { findStanding } from "../records/access.ts";
import { readSubscribers, type Subscriber } from "../work/service.ts";
import { speaksFor } from "./access.ts";
import { keyOfMemberMails, writeMemberInvitation } from "./mails.ts";
import type { Meeting, MeetingParticipant } from "./meeting.ts";

/** Accounts that answer for an invited organisation, without the sender and those who are written to by name. */
export async function findInvitedMembers(
  context: Context,
  sender: Actor,
  { invited }: Pick<Meeting, "invited">,
  participants: readonly MeetingParticipant[],
): Promise<Subscriber[]> {
  if (invited.length === 0) return [];
  const subscribers = await read(context.database, readSubscribers);
  const named = new Set(participants.flatMap(({ email }) => email?.toLowerCase() ?? []));
  const found: Subscriber[] = [];
  for (const subscriber of subscribers) {
    if (subscriber.userId === sender.userId || named.has(subscriber.email.toLowerCase())) continue;
    const own = speaksFor(await findStanding(context, { ...subscriber, network: null }));
    if (invited.some((organisation) => own.includes(organisation))) found.push(subscriber);
  }
  return found;
}

/** One mail each for the meeting as it stands now; a cancelled one is told only to those who heard of it. Gives how many are new. */
export async function tellMembers(
  context: Context,
  transaction: WriteTransaction,
  meeting: Meeting,
  members: readonly Subscriber[],
): Promise<number> {
  const directory = await getDirectory(context);
  const heard = await findWhoHeard(transaction, meeting.id);
  let count = 0;
  for (const member of members) {
    const { language, userId } = member;
    if (meeting.state === "cancelled" && !heard.has(userId)) continue;
    const desk = {
      programme: await readLetterhead(transaction, language),
      host: directory.name(meeting.host, language),
      page: `${publicAddress(context.config)}${links.meeting(language, meeting.id)}`,
    };
    const mail = writeMemberInvitation(desk, meeting, member, heard.has(userId));
    if (await queueMail(transaction, context.clock.now(), mail)) count += 1;
  }
  return count;
}

async function findWhoHeard(transaction: WriteTransaction, meeting: string): Promise<Set<string | null>> {
  const { rows } = await sql<{ user_id: string | null }>`
    SELECT DISTINCT user_id FROM mails WHERE starts_with(once_key, ${keyOfMemberMails(meeting)})`.execute(transaction);
  return new Set(rows.map(({ user_id }) => user_id));
}
