import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";

export const meetingKinds = ["domestic", "joint", "expert", "other"] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const interpretations = ["none", "consecutive", "simultaneous"] as const;
export const meetingVisibilities = ["members", "sides"] as const;
export const participantRoles = ["chair", "speaker", "participant", "interpreter", "observer"] as const;
export type ParticipantRole = (typeof participantRoles)[number];
export const invitationAnswers = ["invited", "accepted", "declined"] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];
export const minutesStates = ["draft", "approved"] as const;
export const taskStates = ["open", "done", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];

/** What is asked for when a meeting is called, and may be changed later. */
export interface MeetingFacts {
  kind: MeetingKind;
  title: Localized;
  /** YYYY-MM-DD and HH:MM on the clock of the time zone; without hours the whole day */
  startsOn: string;
  startsAt: string | null;
  endsOn: string;
  endsAt: string | null;
  /** IANA name */
  timeZone: string;
  /** hall and address */
  place: Localized;
  onlineLink: string | null;
  languages: Language[];
  interpretation: (typeof interpretations)[number];
  host: string;
  /** office that answers questions, with its telephone number */
  contact: Localized;
  contactEmail: string | null;
  visibility: (typeof meetingVisibilities)[number];
  invited: string[];
  /** id of the activity record that the meeting is */
  activity: string | null;
}

export interface Meeting extends MeetingFacts {
  id: string;
  /** entry that will become its activity */
  entry: string | null;
  state: "planned" | "held" | "cancelled";
  /** in the language in which it was given; empty where none was */
  cancelReason: Localized;
  /** RFC 5545 3.8.7.4 */
  sequence: number;
  changedAt: Date;
  revision: number;
}

export interface AgendaItem {
  id: string;
  day: string | null;
  startsAt: string | null;
  minutes: number | null;
  title: Localized;
  presenter: Localized;
}

export interface MeetingParticipant {
  id: string;
  organisation: string;
  /** `en`: in Latin letters; empty once it is erased, or where the reader may not see it */
  name: Localized;
  post: Localized;
  role: ParticipantRole;
  language: Language;
  /** null also where the reader may not see it */
  email: string | null;
  answer: InvitationAnswer;
  attended: boolean | null;
  mailedSequence: number | null;
  erased: boolean;
}

export interface MeetingMaterial {
  id: string;
  title: Localized;
  language: Language;
  /** who brings it */
  organisation: string;
  due: string | null;
  translationOf: string | null;
  state: "expected" | "received" | "translated";
  file: { sha256: string; size: number; mediaType: string; name: string } | null;
  receivedAt: Date | null;
  /** came after its deadline */
  late: boolean;
}

export interface MeetingMinutes {
  id: string;
  language: Language;
  text: string;
  state: (typeof minutesStates)[number];
  /** null where it was written in this language */
  translatedBy: string | null;
}

export interface MeetingDecision {
  id: string;
  text: Localized;
}

export interface MeetingTask {
  id: string;
  /** at which it was decided */
  meeting: string;
  text: Localized;
  organisation: string;
  /** ISO 8601-2, and its last possible day */
  due: string | null;
  dueTo: string | null;
  state: TaskState;
  /** what came of it, as it was written and in the languages into which it was translated; empty while nothing has */
  note: Localized;
  closedAt: Date | null;
  /** id of the meeting that takes it up again */
  carriedTo: string | null;
}

export interface MeetingPapers {
  agenda: AgendaItem[];
  participants: MeetingParticipant[];
  materials: MeetingMaterial[];
  minutes: MeetingMinutes[];
  decisions: MeetingDecision[];
  tasks: MeetingTask[];
}

export function isComing({ state, endsOn }: Pick<Meeting, "state" | "endsOn">, today: string): boolean {
  return state === "planned" && endsOn >= today;
}

export function isTaskOverdue({ state, dueTo }: Pick<MeetingTask, "state" | "dueTo">, today: string): boolean {
  return state === "open" && dueTo !== null && dueTo < today;
}

export function isMaterialOverdue({ state, due }: Pick<MeetingMaterial, "state" | "due">, today: string): boolean {
  return state === "expected" && due !== null && due < today;
}

/** Overdue ones first, then by day; those without a day last. */
export function orderTasks(tasks: readonly MeetingTask[]): MeetingTask[] {
  return tasks.toSorted((a, b) => ((a.dueTo ?? "9999") < (b.dueTo ?? "9999") ? -1 : 1));
}
