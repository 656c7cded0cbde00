import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";

/** Records that a sentence may rest on. */
export const evidenceKinds = [
  "activity",
  "project",
  "agreement",
  "partnership",
  "need",
  "policy",
  "concern",
  "document",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export interface Evidence {
  kind: EvidenceKind;
  id: string;
}

export const statementSections = ["achievement", "progress", "result", "benefit-home", "task"] as const;
export type StatementSection = (typeof statementSections)[number];

/** Where a sentence comes from before anybody rewrites it: counted here, or stated by a document of the programme. */
export type DraftOrigin = "records" | "document";

/** Where in a document it stands. */
export interface StatedPlace {
  document: string;
  place: string;
  /** of a list or a table there; a draft of an older release has it within the place */
  row?: string;
}

/** A sentence as it was proposed, with the numbers in it, so that a later look can say which no longer hold. */
export interface Drafted {
  /** the same for the same sentence in another drafting: `achievement/hyogo/trainings` */
  key: string;
  origin: DraftOrigin;
  /** by name: `count`, `people`, `2015` */
  figures: Record<string, number>;
  text: Localized;
  /** of what a document states in it; a draft of an older release has none */
  places?: StatedPlace[];
}

/** Stands in place of a reason that a person would write, and is said in the reader's language. */
export const notRecorded = "not-recorded";

/** Why a sentence has no evidence: that nothing is on record, or a person's words. */
export type Absence = typeof notRecorded | Localized;

export interface Draft extends Drafted {
  section: StatementSection;
  /** local government whose achievement it is; null for what is said of all */
  organisation: string | null;
  evidence: Evidence[];
  /** where the records hold nothing of the matter */
  withoutEvidence: typeof notRecorded | null;
}

export interface Statement {
  id: string;
  section: StatementSection;
  organisation: string | null;
  position: number;
  /** null where a person wrote it from the start */
  drafted: Drafted | null;
  text: Localized;
  evidence: Evidence[];
  withoutEvidenceReason: Absence | null;
  state: "drafted" | "written" | "dropped";
  /** languages whose text nobody has looked at since another was changed */
  olderLanguages: Language[];
  writtenBy: string | null;
  writtenAt: Date | null;
  /** who let it stand as it was drafted; null where nobody has looked */
  checkedBy: string | null;
  checkedAt: Date | null;
  revision: number;
}

/** Somebody wrote it, or looked at it as it was drafted. */
export function isSettled({ state, checkedAt }: Pick<Statement, "state" | "checkedAt">): boolean {
  return state !== "drafted" || checkedAt !== null;
}

export type GovernmentType = "A" | "B" | "none";

/** One line of why a local government is of a type, with the records behind it. */
export interface TypeReason {
  /** what it speaks for; null for a record that was looked at and does not count */
  makes: "A" | "B" | null;
  text: Localized;
  records: Evidence[];
}

export interface CountedType {
  organisation: string;
  counted: GovernmentType;
  reasons: TypeReason[];
}

export interface TypeRow extends CountedType {
  decided: GovernmentType | null;
  decidedReason: Localized;
  decidedBy: string | null;
}

/** One figure over the years, and how it was counted. */
export interface Indicator {
  id: IndicatorId;
  years: IndicatorYear[];
}

export const indicatorIds = [
  "home-cities",
  "partner-cities",
  "exchanges",
  "trainees",
  "deep-partnerships",
  "partner-cost",
  "policy-uptake",
  "effects",
  "concerns-solved",
] as const;
export type IndicatorId = (typeof indicatorIds)[number];

export interface IndicatorYear {
  fiscalYear: number;
  /** null where nobody recorded it, which is not zero */
  value: number | null;
  /** of how many, where the figure is a part: partnerships at work, concerns raised */
  of: number | null;
  /** what a document of the programme gives for the year, where that differs */
  published?: number;
  evidence: Evidence[];
}

/** Steps by which a partnership deepens, each more than the one before. */
export const deepeningSteps = [
  "exchange",
  "training",
  "designated-city",
  "joint-research",
  "model-project",
  "policy",
  "effect",
] as const;
export type DeepeningStep = (typeof deepeningSteps)[number];

export interface DeepeningRow {
  partnership: string;
  years: DeepeningYear[];
  deepest: DeepeningStep | null;
}

export interface DeepeningYear {
  fiscalYear: number;
  /** records of each step in that year; a step without records is absent */
  steps: Partial<Record<DeepeningStep, Evidence[]>>;
  /** type that a document states for the year: A, B, active */
  stated: string | null;
  /** what a document counts for steps that have no record in that year; absent in what an older release froze */
  published?: PublishedStep[];
}

/** A number that a document gives for a partner, where the single records are missing. */
export interface PublishedStep {
  step: DeepeningStep;
  measure: string;
  name: Localized;
  times: number;
  /** null where the document gives none */
  people: number | null;
  place: StatedPlace;
}

/** Self-assessments that were not given by the finish, and why it did not wait for them. */
export interface MissingWords {
  missing: number;
  of: number;
  reason: Localized;
}

/** What the first of two persons puts before the second: nothing may have changed since. */
export interface Proposal {
  by: string;
  /** ISO 8601 */
  at: string;
  /** of the evaluation after it was proposed */
  revision: number;
  visibility: "public" | "members";
  /** why missing self-assessments are not waited for; empty where none is missing */
  reason: Localized;
}

/** Everything that is counted, as it stood when the evaluation was finished. */
export interface Frozen {
  /** organisation for which it was finished; absent in what an older release froze */
  by?: string;
  /** absent where both sides of all partnerships gave their word, and in what an older release froze */
  missingWords?: MissingWords;
  indicators: Indicator[];
  deepening: DeepeningRow[];
  /** words of the evidence by `kind/id`, so that later changes of records do not rewrite footnotes */
  evidence: Record<string, { text: Localized }>;
}

export const markNames = ["usefulness", "depth", "communication", "sustainability"] as const;
export type MarkName = (typeof markNames)[number];
export type Marks = Partial<Record<MarkName, number>>;

export interface Assessment {
  partnership: string;
  organisation: string;
  marks: Marks;
  language: Language;
  comment: string;
  translations: Localized;
  state: "draft" | "submitted";
  author: string;
  changedAt: Date;
  submittedAt: Date | null;
  revision: number;
}

export interface Evaluation {
  id: string;
  kind: "yearly" | "mid-term";
  firstYear: number;
  lastYear: number;
  title: Localized;
  state: "draft" | "self-assessment" | "final";
  /** YYYY-MM-DD: what was held by this day counts */
  asOf: string;
  createdAt: Date;
  changedAt: Date;
  finishedAt: Date | null;
  revision: number;
  /** null where nobody has proposed the finish, or the evaluation has changed since */
  proposal: Proposal | null;
  frozen: Frozen | null;
}

export function yearsOf({ firstYear, lastYear }: Pick<Evaluation, "firstYear" | "lastYear">): number[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
}

/** Unchanged order, each once. */
export function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(evidence.map((one) => [`${one.kind}/${one.id}`, one]));
  return [...seen.values()];
}
