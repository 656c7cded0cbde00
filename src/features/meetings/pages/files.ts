import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { note } from "../../audit/change.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeCalendarEntry } from "../calendar.ts";
import { type MeetingDocument, meetingDocuments } from "../documents/kinds.ts";
import { letterMediaTypes, renderMeetingDocument } from "../documents/render-document.ts";
import { openLetter } from "../issue-letter.ts";
import { type LetterFormat, letterDocuments, letterFormats } from "../letter.ts";
import { openMaterial } from "../respond.ts";
import { sayText } from "../say.ts";
import { findOrganizer } from "../send-invitations.ts";
import { getMeeting } from "../service.ts";

/** Attendees are those whose addresses the reader sees. */
export const sendMeetingCalendar: RawHandler<MemberRequest> = async ({ context, actor, language, params, url }) => {
  const { meeting, papers } = await getMeeting(context, actor, params.id ?? "");
  const [directory, programme] = await Promise.all([getDirectory(context), getProgramme(context)]);
  const host = directory.name(meeting.host, language);
  const content = writeCalendarEntry({
    meeting,
    agenda: papers.agenda,
    attendees: papers.participants,
    language,
    origin: url.origin,
    programme,
    organizer: findOrganizer(context, meeting, host),
  });
  // RFC 5545 8.1: the type states the method that the object states, and none where there is none.
  const method = /^METHOD:([A-Z]+)\r?$/m.exec(content)?.[1];
  return {
    content,
    contentType: `text/calendar; charset=utf-8${method === undefined ? "" : `; method=${method}`}`,
    fileName: `${sayText(meeting.title, language)}.ics`,
  };
};

/**
 * A document made anew in the language of its address, or in another one that a form asks for. A letter or list of names made so is a
 * draft for those who issue it; whoever takes a list of names away is noted.
 */
export const sendMeetingDocument: RawHandler<MemberRequest> = async (request) => {
  const { context, actor, params, url } = request;
  const { document, ending } = readName(params.document ?? "");
  const wanted = readText(url, "in") ?? "";
  const language: Language = isLanguage(wanted) ? wanted : request.language;
  const { meeting, papers, manages } = await getMeeting(context, actor, params.id ?? "");
  if (!manages && letterDocuments.some((one) => one === document))
    throw new AppError("forbidden", { permission: "meetings.manage" });
  const [directory, programme] = await Promise.all([getDirectory(context), getProgramme(context)]);
  const organisation = readText(url, "organisation");
  if (organisation !== undefined && !directory.find(organisation))
    throw new AppError("not-found", { kind: "organisation", id: organisation });
  const ground = { language, meeting, papers, directory, programme, today: context.clock.today(), issue: null };
  const file = await renderMeetingDocument({ ...ground, addressee: organisation ?? null }, document, ending);
  if (document === "name-list") await noteNames(request, meeting.id, papers.participants.length);
  const title = [sayText(meeting.title, language), message(language, `meeting.documents.${document}`)].join(" ");
  return { content: file.bytes, contentType: letterMediaTypes[ending], fileName: `${title}.${ending}` };
};

/** A letter or list of names as it went out. */
export const sendLetter: RawHandler<MemberRequest> = async (request) => {
  const { context, actor, params } = request;
  const [id = "", ending] = (params.file ?? "").split(".");
  const format = letterFormats.find((one) => one === ending);
  if (format === undefined) throw new AppError("not-found", { kind: "meeting-letter", id });
  const { letter, meeting, content } = await openLetter(context, actor, params.id ?? "", id, format);
  const { document, language, issue, recipients } = letter;
  if (document === "name-list") await noteNames(request, meeting.id, recipients);
  const title = [sayText(meeting.title, language), message(language, `meeting.documents.${document}`), issue].join(" ");
  return { content, contentType: letterMediaTypes[format], fileName: `${title}.${format}` };
};

function noteNames({ context, actor }: MemberRequest, meeting: string, people: number): Promise<void> {
  return note(context, actor, {
    action: "meeting.name-list-made",
    subject: `meeting/${meeting}`,
    details: { people },
  });
}

export const sendMaterial: RawHandler<MemberRequest> = async ({ context, actor, params }) => {
  const { content, mediaType, name } = await openMaterial(context, actor, params.id ?? "", params.material ?? "");
  return { content, contentType: mediaType, fileName: name };
};

function readName(file: string): { document: MeetingDocument; ending: LetterFormat } {
  const ending = letterFormats.find((one) => file.endsWith(`.${one}`));
  const document = meetingDocuments.find((one) => file === `${one}.${ending}`);
  if (ending === undefined || document === undefined) throw new AppError("not-found", { kind: "document", id: file });
  return { document, ending };
}
