import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { Reader } from "../accounts/readers.ts";
import type { MailText } from "../mailing/mail-readers.ts";
import type { Meeting, MeetingParticipant } from "./meeting.ts";
import { sayWhen } from "./say.ts";
import { sayMarked, sayPlace } from "./untranslated.ts";

export interface MailDesk {
  host: string;
  /** address of the meeting's page */
  page: string;
}

/** To one person, in the person's language; the calendar entry travels with it. */
export function writeInvitation(
  { host, page }: MailDesk,
  meeting: Meeting,
  participant: MeetingParticipant,
  /** null where nobody could take the answers that it asks for */
  calendar: string | null,
): MailText {
  const { language } = participant;
  const kind =
    meeting.state === "cancelled" ? "cancelled" : participant.mailedSequence === null ? "invited" : "changed";
  const title = sayMarked(meeting.title, language);
  return {
    purpose: "meeting",
    ...(calendar === null ? {} : { calendar }),
    subject: message(language, `meeting.mail.${kind}.subject`, { title }),
    paragraphs: [
      message(language, `meeting.mail.${kind}.text`, { title, host }),
      listFacts(meeting, language),
      ...sayReason(meeting, language),
      ...(meeting.onlineLink === null || kind === "cancelled"
        ? []
        : [`${message(language, "meeting.mail.online")}\n${meeting.onlineLink}`]),
      `${message(language, kind === "cancelled" ? "meeting.mail.page" : "meeting.mail.answer")}\n${page}`,
      ...sayContact(meeting, language),
    ],
    onceKey: `meeting/${meeting.id}/${meeting.sequence}/${participant.id}`,
  };
}

/** To a member of an invited organisation, who names the people that come. */
export function writeMemberInvitation(
  { host, page }: MailDesk,
  meeting: Meeting,
  { userId, language }: Reader,
  heardBefore: boolean,
): MailText {
  const kind = meeting.state === "cancelled" ? "cancelled" : heardBefore ? "changed" : "invited";
  const title = sayMarked(meeting.title, language);
  return {
    purpose: "meeting",
    subject: message(language, `meeting.mail.${kind}.subject`, { title }),
    paragraphs: [
      message(language, kind === "invited" ? "meeting.mail.member.text" : `meeting.mail.${kind}.text`, {
        title,
        host,
      }),
      listFacts(meeting, language),
      ...sayReason(meeting, language),
      `${message(language, kind === "cancelled" ? "meeting.mail.page" : "meeting.mail.member.page")}\n${page}`,
      ...sayContact(meeting, language),
    ],
    onceKey: `${keyOfMemberMails(meeting.id)}${meeting.sequence}/${userId}`,
  };
}

/** The first part of the keys of these mails, by which it is known who was written to. */
export function keyOfMemberMails(meeting: string): string {
  return `meeting-member/${meeting}/`;
}

/** Nobody reads answers to these mails: they say who does. */
function sayContact({ contact, contactEmail }: Meeting, language: Language): string[] {
  const parts = [sayMarked(contact, language, "contact"), contactEmail ?? ""].filter((part) => part !== "");
  return parts.length === 0 ? [] : [message(language, "meeting.mail.contact", { contact: parts.join(" ") })];
}

/** Why it was cancelled, where somebody said so. */
function sayReason({ cancelReason }: Meeting, language: Language): string[] {
  const reason = sayMarked(cancelReason, language);
  return reason === "" ? [] : [reason];
}

function listFacts(meeting: Meeting, language: Language): string {
  const place = sayPlace(meeting, language);
  const fact = (name: "when" | "place", value: string) =>
    message(language, "meeting.mail.fact", { term: message(language, `meeting.letter.${name}`), value });
  return [fact("when", sayWhen(meeting, language)), ...(place === "" ? [] : [fact("place", place)])].join("\n");
}

/** What an organisation still owes a meeting, or has to do since one: one mail a thing and a stage. */
export function writeMeetingReminder(
  page: string,
  language: Language,
  { is, text, due, onceKey }: { is: "material" | "task"; text: string; due: string; onceKey: string },
): MailText {
  return {
    purpose: "reminder",
    subject: message(language, `meeting.mail.${is}.subject`, { text }),
    paragraphs: [`${message(language, `meeting.mail.${is}.text`, { text, due })}\n${page}`],
    onceKey,
  };
}
