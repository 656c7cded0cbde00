import type { Language } from "../../../core/language.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Meeting, MeetingPapers } from "../meeting.ts";

export const meetingDocuments = ["invitation", "name-list", "agenda", "minutes"] as const;
export type MeetingDocument = (typeof meetingDocuments)[number];

/** All that a document of a meeting is written from. */
export interface DocumentGround {
  language: Language;
  meeting: Meeting;
  papers: MeetingPapers;
  directory: OrganisationDirectory;
  programme: Programme;
  /** YYYY-MM-DD */
  today: string;
  /** organisation that a letter is addressed to; null: all concerned */
  addressee: string | null;
  /** of a letter or list that goes out, 1 for the first; null: a draft to look at, or what is made anew each time */
  issue: number | null;
}

export function nameOf({ directory, language, meeting }: DocumentGround, id: string): string {
  return directory.find(id) ? directory.name(id, language, meeting.startsOn) : id;
}
