import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Source } from "../programme/source.ts";

/** Themes by which concerns of different years are set beside each other. */
export const concernThemes = [
  "contract-and-budget",
  "needs-and-matching",
  "joint-work",
  "information",
  "companies",
  "communication",
  "effect",
  "capacity",
  "other",
] as const;
export type ConcernTheme = (typeof concernThemes)[number];

/** `answered`: a response stands and nobody has judged it; the three after it are the judgement of those who raised it. */
export const concernStates = ["open", "answered", "solved", "partly-solved", "not-solved", "withdrawn"] as const;
export type ConcernState = (typeof concernStates)[number];

export const verdicts = ["solved", "partly", "not"] as const;
export type Verdict = (typeof verdicts)[number];

export const stateOfVerdict = {
  solved: "solved",
  partly: "partly-solved",
  not: "not-solved",
} as const satisfies Record<Verdict, ConcernState>;

/** What the platform or the ministry did about it. */
export interface ConcernResponse {
  id: number;
  origin: "programme" | "member";
  /** null where the source speaks of the platform only */
  organisation: string | null;
  /** in which it was written; null where that is not known */
  language: Language | null;
  text: Localized;
  /** ISO 8601-2; null where no source says when */
  answered: string | null;
  source: Source | null;
  at: Date;
}

/** What those who raised it say of the response. */
export interface ConcernJudgement {
  id: number;
  origin: "programme" | "member";
  /** null where nobody is named */
  organisation: string | null;
  verdict: Verdict;
  /** of the note */
  language: Language | null;
  note: Localized;
  /** ISO 8601-2 */
  judged: string | null;
  /** in which it was judged */
  survey: string | null;
  source: Source | null;
  at: Date;
}

/** One raising; the same matter raised again is another, which continues this one. */
export interface Concern {
  id: string;
  origin: "programme" | "member";
  /** null where nobody is named: a source that speaks of members, an anonymous survey */
  organisation: string | null;
  survey: string | null;
  /** id of the activity: the meeting at which it was raised */
  meeting: string | null;
  /** ISO 8601-2 */
  raised: string;
  /** first and last possible day, YYYY-MM-DD */
  raisedFrom: string;
  raisedTo: string;
  position: number;
  theme: ConcernTheme;
  /** in which it was raised */
  language: Language;
  text: Localized;
  state: ConcernState;
  /** id of the raising before */
  continues: string | null;
  /** id of the evaluation's point that raises it */
  point: string | null;
  visibility: "public" | "members";
  source: Source | null;
  createdAt: Date;
  changedAt: Date;
  revision: number;
  /** oldest first */
  responses: ConcernResponse[];
  judgements: ConcernJudgement[];
  /** ids of those that continue it, withdrawn ones left out: not empty means that it has returned */
  continuedBy: string[];
}

export function hasReturned({ continuedBy }: Pick<Concern, "continuedBy">): boolean {
  return continuedBy.length > 0;
}

/** Nothing was done, or nothing that helped; and it has not come back in a newer form, which then waits instead. */
export function waitsForResponse(concern: Concern): boolean {
  return (concern.state === "open" || concern.state === "not-solved") && !hasReturned(concern);
}

export function waitsForJudgement(concern: Concern): boolean {
  return concern.state === "answered" && !hasReturned(concern);
}
