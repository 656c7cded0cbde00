import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { HelpKind, NeedState } from "../needs/need.ts";

export const matchStates = ["proposed", "consulting", "agreed", "declined", "withdrawn"] as const;
export type MatchState = (typeof matchStates)[number];

/** Neither turned down nor taken back: its sides still go by the need as it stands. */
export function isOpenMatch({ state }: { state: MatchState }): boolean {
  return state === "proposed" || state === "consulting" || state === "agreed";
}

export const answers = ["waiting", "agreed", "declined"] as const;
export type Answer = (typeof answers)[number];

/**
 * Who is asked first (E, basic principles 6; A 3 (2)): the partner itself, other cities of the same partnership network, institutes, then
 * experts and companies.
 */
export const tiers = ["partner", "network", "institute", "expert-or-company", "other"] as const;
export type Tier = (typeof tiers)[number];

/** What a proposal is weighed by. */
export const reasonParts = [
  "topic",
  "kind",
  "difficulty",
  "capacity",
  "language",
  "distance",
  "past-work",
  "evidence",
] as const;
export type ReasonPart = (typeof reasonParts)[number];
export type Weights = Record<ReasonPart, number>;

/** One part of the reason: how well it fits (0 to 1), and what that rests on, for a sentence in the reader's language. */
export interface Reason {
  part: ReasonPart;
  /** null: nothing is known of it, and it is left out of the mean */
  score: number | null;
  /** ids and numbers that the sentence names */
  values: Record<string, string | number | readonly string[]>;
}

export interface MatchOffer {
  offer: string;
  organisation: string;
  tier: Tier;
  quantity: number | null;
  answer: Answer;
  note: string | null;
  /** in which the note was written */
  language: Language | null;
  answeredAt: Date | null;
}

/** What of a need offers are chosen by: where one of these is corrected, what was put together may fit no longer. */
export const matchedFields = ["organisation", "topics", "kinds", "difficulty", "languages", "fiscalYear"] as const;
export type MatchedField = (typeof matchedFields)[number];

/** A need and the offers that answer it together. */
export interface Match {
  id: string;
  need: string;
  fiscalYear: number;
  state: MatchState;
  /** both sides have been asked; before that it is the broker's own paper */
  asked: boolean;
  /** organisations that were asked and were taken out again: they keep sight of their own answers */
  former: string[];
  /** it goes on although its need has ended since: the broker has said so */
  continued: boolean;
  reasons: { offer: string; tier: Tier; reasons: Reason[] }[];
  /** what of the need no offer covers */
  uncovered: { kinds: HelpKind[]; topics: string[] };
  /** the broker's own words */
  reasoning: Localized;
  needAnswer: { answer: Answer; note: string | null; language: Language | null; at: Date | null };
  offers: MatchOffer[];
  /** what came of it */
  record: { kind: "activity" | "project"; id: string } | null;
  /** the entry in which it was prepared */
  entry: string | null;
  createdAt: Date;
  changedAt: Date;
  revision: number;
}

/** One step of a match: who did what, and said what. */
export interface MatchEvent {
  id: number;
  /**
   * proposed, consulted, agreed, declined, agreed-for, declined-for, added, removed, concluded, withdrawn, recorded, need-withdrawn,
   * need-changed, need-corrected, continued; replaced in matches of before, which do not name who went out and who came in
   */
  action: string;
  /** whose step it was */
  organisation: string | null;
  note: string | null;
  /** in which the note is written */
  language: Language | null;
  by: string | null;
  at: Date;
}

/** Why an agreement cannot be concluded, though all have agreed. */
export type Hold =
  | { reason: "need-state"; state: NeedState }
  | { reason: "offer-closed"; offer: string }
  | { reason: "capacity"; offer: string; left: number; wanted: number };
