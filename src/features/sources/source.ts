import type { Localized } from "../../core/localized.ts";
import type { FetchProblemCode } from "../../platform/fetch/fetch-problem.ts";

export const tiers = ["central", "key-region", "partner"] as const;
export type Tier = (typeof tiers)[number];

export const sourceKinds = ["list", "feed", "sitemap", "rsshub", "mail", "manual"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Where policies are published and how its list is read: a row of policy_sources.csv. */
export interface SourceDeclaration {
  id: string;
  /** id of policy_bodies */
  body: string;
  tier: Tier;
  /** id of policy_regions; null for central ones */
  region: string | null;
  name: Localized;
  language: "zh" | "ja" | "en";
  kind: SourceKind;
  /** first page, feed or sitemap; of `rsshub` the route; null for `mail` and `manual` */
  address: string | null;
  itemSelector: string | null;
  linkSelector: string | null;
  dateSelector: string | null;
  nextSelector: string | null;
  /** regular expression that addresses of articles match */
  include: string | null;
  everyHours: number;
  quietDays: number;
  /** EDTF day on which it was tried on the real site; null: never */
  tried: string | null;
  note: Localized;
}

/** `programme`: as the programme's list says; `changed`: the desk changed that; `desk`: the desk added it. */
export type SourceOrigin = "programme" | "changed" | "desk";

export interface Source extends SourceDeclaration {
  origin: SourceOrigin;
  paused: boolean;
}

export const healthStates = ["failing", "suspicious", "quiet", "new", "waiting"] as const;
export type HealthState = (typeof healthStates)[number];

/** What went wrong, as data; words are in `source_problem`. */
export interface SourceProblem {
  code: FetchProblemCode | ReadingProblemCode;
  values?: Record<string, string | number>;
}

export const readingProblemCodes = [
  "no-entries",
  "fewer-entries",
  "never-entries",
  "links-capped",
  "links-elsewhere",
  "endless-list",
  "feed-broken",
  "not-a-feed",
  "not-a-sitemap",
  "too-slow",
  "too-much-memory",
  "unreadable",
  "charset-lie",
  "no-rsshub",
  "media-type",
  "not-understood",
  "failures",
] as const;
export type ReadingProblemCode = (typeof readingProblemCodes)[number];

/** An entry of a list, as it was read there. */
export interface ListEntry {
  url: string;
  title: string;
  /** YYYY-MM-DD */
  published: string | null;
}

/** Only these ask other sites by themselves. */
export function asksByItself({ kind }: Pick<SourceDeclaration, "kind">): boolean {
  return kind !== "mail" && kind !== "manual";
}
