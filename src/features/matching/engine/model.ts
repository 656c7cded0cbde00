import type { Language } from "../../../core/language.ts";
import type { Difficulty, HelpKind } from "../../needs/need.ts";
import { type ReasonPart, reasonParts, type Weights } from "../match.ts";
import type { TopicRow } from "./topic-scheme.ts";

/** Of a need, what matching looks at. */
export interface WantedHelp {
  id: string;
  organisation: string;
  /** who was asked */
  addressedTo: string | null;
  topics: readonly string[];
  /** none: any kind */
  kinds: readonly HelpKind[];
  difficulty: Difficulty | null;
  /** in which help can be taken; none: not said */
  languages: readonly Language[];
  /** for which it is wanted */
  fiscalYear: number;
  /** the need names no year, and that of today was taken */
  isYearAssumed?: boolean;
  /** title and detail in every language there is */
  text: string;
  /** topics that a policy, target or document of its evidence is about, with how many there are */
  evidence: ReadonlyMap<string, number>;
  /** how much evidence there is in all */
  evidenceCount: number;
}

export interface GivenHelp {
  id: string;
  organisation: string;
  topics: readonly string[];
  kinds: readonly HelpKind[];
  difficulty: Difficulty | null;
  languages: readonly Language[];
  text: string;
  /** what is left by fiscal year; a year without one is not limited by anything that was said */
  left: ReadonlyMap<number, number>;
}

export const providerKinds = ["government", "institute", "expert-or-company"] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** An organisation as matching sees it. */
export interface Place {
  id: string;
  /** local government or institute that it belongs to; itself where it is one */
  government: string;
  /** province of a city, prefecture of a city */
  region: string | null;
  kind: ProviderKind;
}

/** What a provider has done on a topic. */
export interface PastWork {
  /** government of the provider */
  provider: string;
  topic: string;
  /** trainings, seminars, dispatches and the like that were held */
  activities: number;
  /** joint research and model projects */
  projects: number;
  /** fiscal year of the first */
  since: number | null;
}

/** Everything around needs and offers that says how close they are. */
export interface Surroundings {
  places: readonly Place[];
  partnerships: readonly { home: string; partner: string }[];
  pastWork: readonly PastWork[];
  topics: readonly TopicRow[];
}

/**
 * What the parts weigh against each other within one step of the programme's order. Topic and kind say whether an offer answers the
 * need at all, past work whether it was ever given; the others set right what stands close together.
 */
export const defaultWeights: Weights = {
  topic: 6,
  kind: 3,
  difficulty: 1,
  capacity: 1,
  language: 1,
  distance: 1,
  "past-work": 2,
  evidence: 1,
};

export type AskedWeights = Partial<Record<ReasonPart, string | number | undefined>>;

/** Weights as somebody set them, between 0 and 10; what is missing or beyond stays as it is, and `findBadWeights` names it. */
export function readWeights(values: AskedWeights): Weights {
  const weights: Weights = { ...defaultWeights };
  for (const part of reasonParts) weights[part] = readWeight(values[part]) ?? defaultWeights[part];
  return weights;
}

/** Parts for which something was set that is no weight. */
export function findBadWeights(values: AskedWeights): ReasonPart[] {
  return reasonParts.filter((part) => !isUnset(values[part]) && readWeight(values[part]) === null);
}

function readWeight(value: string | number | undefined): number | null {
  const weight = isUnset(value) ? Number.NaN : Number(String(value).normalize("NFKC"));
  return Number.isFinite(weight) && weight >= 0 && weight <= 10 ? weight : null;
}

function isUnset(value: string | number | undefined): boolean {
  return value === undefined || value === "";
}
