import type { Localized } from "../../core/localized.ts";
import type { RecordKindId } from "../../records/kind.ts";
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

export interface Afterwards extends Share<WorkActivity> {
  stillPlanned: number;
  noResult: number;
  noPeople: number;
}

export interface Work {
  /** where "since I was last here" begins */
  since: Date;
  returned: Share<Entry>;
  drafts: Share<Entry>;
  approvals: Share<Entry>;
  /** fiscal years that a platform asks the ministry to close */
  years: number[];
  /** past not long ago, with something missing that nobody is entering yet */
  afterwards: Afterwards;
  /** the same of older dates: nobody waits for it any more, so it is neither counted as work nor sent by mail */
  older: Afterwards;
  next: Share<WorkActivity>;
  comments: Share<WorkComment>;
  changes: Share<WorkChange>;
}

/** How far ahead "next dates" looks. */
export const daysAhead = 60;

/** How far back the outcome of an activity is asked for: what the sources of a whole year ago left open, they left open. */
export const monthsBack = 18;

/** What the actor has to do, without what is only to be known. */
export function countWaiting({ returned, drafts, approvals, years, afterwards, comments }: Work): number {
  return returned.total + drafts.total + approvals.total + years.length + afterwards.total + comments.total;
}
