import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { ConcernTheme } from "../concerns/concern.ts";
import type { MeetingKind } from "../meetings/meeting.ts";
import type { NeedState } from "../needs/need.ts";
import type { Entry, VersionAction } from "../records/record.ts";

/** The first of a list, and how many there are in all. */
export interface Share<Item> {
  items: Item[];
  total: number;
}

/** An activity of the actor's organisations, from its newest approved version. */
export interface WorkActivity {
  id: string;
  title: Localized;
  kind: string;
  /** of a coming meeting, which has a page of its own: its kind, and `id` is the meeting's */
  meeting?: MeetingKind;
  /** EDTF */
  date: string | null;
  dateFrom: string | null;
  dateTo: string | null;
  /** its date is over and it still stands as planned */
  stillPlanned: boolean;
  /** it was held and nobody said what came of it */
  noResult: boolean;
  /** a training or seminar that was held by nobody knows how many */
  noPeople: boolean;
}

export interface WorkComment {
  id: number;
  kind: RecordKindId;
  record: string;
  title: Localized;
  organisation: string;
  language: string;
  body: string;
  at: Date;
}

/** A new version of a record, or what became of an entry of the actor's organisations. */
export interface WorkChange {
  kind: RecordKindId;
  record: string;
  title: Localized;
  at: Date;
  what: { version: number; action: VersionAction; reason: string | null } | { entry: string; state: Entry["state"] };
}

/** A planned step of a project of the actor's organisations, past its last possible day. */
export interface WorkMilestone {
  project: string;
  position: number;
  /** the step in words */
  title: Localized;
  projectTitle: Localized;
  /** EDTF */
  date: string | null;
  daysOver: number;
}

/** A clipping that a second person has to approve. */
export interface WorkClipping {
  /** id of the policy item */
  item: string;
  title: Localized;
  /** YYYY-MM */
  month: string | null;
  at: Date;
}

/** A concern that waits for a response or for the judgement of those who raised it. */
export interface WorkConcern {
  id: string;
  theme: ConcernTheme;
  /** the concern itself, in the language in which it was raised */
  title: Localized;
  organisation: string | null;
  /** YYYY-MM-DD */
  raised: string;
}

/** A need that waits to be confirmed, or that shifted. */
export interface WorkNeed {
  id: string;
  title: Localized;
  organisation: string;
  state: NeedState;
  at: Date;
}

export interface WaitingNeeds {
  /** heard and not confirmed yet */
  needs: Share<WorkNeed>;
  /** how many of the loaded sources were heard and are not confirmed: a list of their own, told here as a number */
  loadedNeeds: number;
  /** of one's own side, changed by others since one was last here */
  needChanges: Share<WorkNeed>;
}

/** A translation that waits for its review. */
export interface WorkTranslation {
  id: string;
  /** of the source */
  title: Localized;
  /** into which it is translated */
  language: Language;
  at: Date;
}

export interface WaitingTexts {
  clippings: Share<WorkClipping>;
  translations: Share<WorkTranslation>;
}

/** A survey that an organisation of the actor's is asked to answer. */
export interface WorkSurvey {
  id: string;
  title: Localized;
  organisation: string;
  hasDraft: boolean;
  /** YYYY-MM-DD */
  deadline: string | null;
}

/** A side's own word on a partnership that an evaluation asks for. */
export interface WorkAssessment {
  evaluation: string;
  partnership: string;
  /** both sides of the partnership */
  title: Localized;
  /** of the evaluation */
  evaluationTitle: Localized;
  hasDraft: boolean;
}

/** An evaluation that a first person has put before a second one, who finishes it. */
export interface WorkEvaluation {
  id: string;
  title: Localized;
  /** when it was put forward */
  at: Date;
}

/** A match that waits for an answer, or for what a broker has to settle. */
export interface WorkMatch {
  id: string;
  /** of the need */
  title: Localized;
  /** who needs it */
  organisation: string;
  waitsFor: "answer" | "declined" | "conclusion" | "need-ended";
  at: Date;
}

/** What an organisation of the actor's is asked for by a meeting. */
export interface WorkMeeting {
  is: "name" | "answer" | "material" | "task";
  /** of the paper or the task; of the meeting where an invitation waits or nobody is named yet */
  id: string;
  meeting: string;
  title: Localized;
  meetingTitle: Localized;
  /** EDTF; of an invitation the day of the meeting */
  due: string | null;
}

export interface Afterwards extends Share<WorkActivity> {
  stillPlanned: number;
  noResult: number;
  noPeople: number;
}

export interface Work extends WaitingTexts, WaitingNeeds {
  /** where "since I was last here" begins */
  since: Date;
  surveys: Share<WorkSurvey>;
  meetings: Share<WorkMeeting>;
  matches: Share<WorkMatch>;
  assessments: Share<WorkAssessment>;
  evaluations: Share<WorkEvaluation>;
  returned: Share<Entry>;
  drafts: Share<Entry>;
  approvals: Share<Entry>;
  concernsToAnswer: Share<WorkConcern>;
  concernsToJudge: Share<WorkConcern>;
  /** fiscal years that a platform asks the ministry to close */
  years: number[];
  /** past not long ago, with something missing that nobody is entering yet */
  afterwards: Afterwards;
  /** the same of older dates: nobody waits for it any more, so it is neither counted as work nor sent by mail */
  older: Afterwards;
  /** overdue since not long ago */
  milestones: Share<WorkMilestone>;
  /** how many are overdue for longer: as with activities, nobody waits for those any more */
  olderMilestones: number;
  next: Share<WorkActivity>;
  comments: Share<WorkComment>;
  changes: Share<WorkChange>;
}

/** How far ahead "next dates" looks. */
export const daysAhead = 60;

/** How far back the outcome of an activity is asked for: what the sources of a whole year ago left open, they left open. */
export const monthsBack = 18;

/** What the actor has to do, without what is only to be known. */
export function countWaiting(work: Work): number {
  const { returned, drafts, approvals, clippings, translations, years, afterwards, milestones, comments } = work;
  const concerns = [work.concernsToAnswer, work.concernsToJudge];
  const waiting = [
    ...concerns,
    work.surveys,
    work.meetings,
    work.matches,
    work.assessments,
    work.evaluations,
    work.needs,
  ];
  const lists = [returned, drafts, approvals, clippings, translations, afterwards, milestones, comments, ...waiting];
  return years.length + work.loadedNeeds + lists.reduce((sum, { total }) => sum + total, 0);
}
