import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Source } from "../programme/source.ts";
import type { RecordScope } from "../records/record.ts";

/** What help is wanted or given. */
export const helpKinds = ["training", "expert", "joint-research", "model-project", "equipment", "information"] as const;
export type HelpKind = (typeof helpKinds)[number];

/** From what one can learn in days to what needs research. */
export const difficulties = ["introductory", "practical", "advanced"] as const;
export type Difficulty = (typeof difficulties)[number];

export const urgencies = ["high", "medium", "low"] as const;
export type Urgency = (typeof urgencies)[number];

/** How a need came to be known: second-hand knowledge is marked as such (A, 3 (1)). */
export const learntWays = ["meeting", "letter", "survey", "policy", "document", "entered"] as const;
export type LearntWay = (typeof learntWays)[number];

export const needStates = ["heard", "confirmed", "matched", "being-met", "met", "withdrawn", "changed"] as const;
export type NeedState = (typeof needStates)[number];

/** States in which somebody still has to do something about it. */
export const openNeedStates = ["heard", "confirmed", "matched", "being-met"] as const satisfies readonly NeedState[];

export function isOpenNeed({ state }: Pick<Need, "state">): boolean {
  return openNeedStates.some((open) => open === state);
}

/** States in which offers are looked for. */
export const unmetNeedStates = ["heard", "confirmed"] as const satisfies readonly NeedState[];

/** Where a need may go from each state; from `withdrawn` it is heard again, a `changed` one leads to another. */
export const needSteps: Record<NeedState, readonly NeedState[]> = {
  heard: ["confirmed", "withdrawn", "changed"],
  confirmed: ["heard", "matched", "being-met", "met", "withdrawn", "changed"],
  matched: ["confirmed", "being-met", "met", "withdrawn", "changed"],
  "being-met": ["matched", "confirmed", "met", "withdrawn", "changed"],
  met: ["being-met", "confirmed"],
  withdrawn: ["heard"],
  changed: [],
};

/** What a partner wants. Texts stand in `language`, in which they were said, and in others where somebody put them there. */
export interface Need extends Pick<RecordScope, "visibility" | "owner" | "sides" | "platform"> {
  id: string;
  origin: "programme" | "member";
  /** who wants it */
  organisation: string;
  /** who was asked */
  addressedTo: string | null;
  language: Language;
  title: Localized;
  detail: Localized;
  /** ids of the programme's topics */
  topics: string[];
  kinds: HelpKind[];
  difficulty: Difficulty | null;
  urgency: Urgency | null;
  /** in which help can be taken */
  languages: Language[];
  /** ISO 8601-2 */
  learnt: string | null;
  /** first and last possible day, YYYY-MM-DD */
  learntFrom: string | null;
  learntTo: string | null;
  learntBy: LearntWay | null;
  saidBy: Localized;
  /** for which it is wanted; null: as soon as it can be */
  fiscalYear: number | null;
  state: NeedState;
  /** the need that it turned into */
  replacedBy: string | null;
  openToCompanies: boolean;
  source: Source | null;
  createdBy: string | null;
  createdAt: Date;
  changedAt: Date;
  /** rises with every save */
  revision: number;
}

export const evidenceKinds = ["policy", "target", "document", "activity"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What shows that a need is real. */
export interface NeedEvidence {
  need: string;
  kind: EvidenceKind;
  /** id of the policy item, of its target, of the document or of the activity record */
  subject: string;
  note: Localized;
  addedBy: string | null;
  addedAt: Date;
}

/** One change of a need: how it shifted. */
export interface NeedEvent {
  id: number;
  need: string;
  action: string;
  stateBefore: NeedState | null;
  stateAfter: NeedState;
  /** by field */
  changes: Record<string, { before: unknown; after: unknown }>;
  note: string | null;
  by: string | null;
  at: Date;
}
