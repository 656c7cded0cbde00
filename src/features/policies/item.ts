import type { Localized } from "../../core/localized.ts";
import type { PolicyBlock } from "./blocks.ts";
import type { Importance, PolicyKind, TargetBound, TargetIndicator, TargetMeasure, TargetUnit } from "./policy.ts";

/** Where a value of an item comes from; the first is the strongest. */
export const fieldOrigins = [
  "person",
  "remembered",
  "programme",
  "metadata",
  "document-block",
  "list",
  "heuristic",
] as const;
export type FieldOrigin = (typeof fieldOrigins)[number];

/** One value with its grounds. */
export interface Field<Value> {
  value: Value;
  origin: FieldOrigin;
  /** 0 to 1; a person's is 1 */
  confidence: number;
  /** what was read, as it stood there: name of the meta tag, label of the block, line of the text */
  evidence?: string;
}

export const itemFieldNames = [
  "title",
  "documentNumber",
  "indexNumber",
  "subjectCategory",
  "bodies",
  "written",
  "published",
  "inForce",
  "validity",
  "kind",
] as const;
export type ItemFieldName = (typeof itemFieldNames)[number];

/** What is understood of an item, each with its grounds; absent where nothing was found. Dates are YYYY-MM-DD. */
export interface ItemFields {
  title?: Field<string>;
  /** normalised: 国发〔2013〕37号 */
  documentNumber?: Field<string>;
  /** 索引号 */
  indexNumber?: Field<string>;
  /** 主题分类 */
  subjectCategory?: Field<string>;
  /** as printed, in their order */
  bodies?: Field<string[]>;
  /** 成文日期 */
  written?: Field<string>;
  /** 发布日期 */
  published?: Field<string>;
  inForce?: Field<string>;
  /** as printed: 有效, 失效, 已废止 */
  validity?: Field<string>;
  kind?: Field<PolicyKind>;
}

/** A topic, region or importance with the reasons why it was given. */
export interface Tag {
  id: string;
  /** proposed by a rule, stated by the programme's list, or set by a person (`removed`: taken away, so that no rule gives it again) */
  by: "rule" | "programme" | "person" | "removed";
  /** words that were found, with how often and where */
  reasons: TagReason[];
}

export interface TagReason {
  rule: string;
  term: string;
  where: "title" | "text" | "body" | "source" | "number";
  times: number;
}

export interface ItemAttachment {
  name: string;
  url: string | null;
  mediaType: string;
  /** of the stored file; null where it could not be taken */
  sha256: string | null;
  bytes: number | null;
  /** text that was read from it; null where none could be */
  text: string | null;
  problem: string | null;
}

/** `found`: nobody looked yet; `kept`: belongs to the desk's month; `dropped`: not about air, or a repost. */
export const itemStates = ["found", "kept", "dropped"] as const;
export type ItemState = (typeof itemStates)[number];

export const itemOrigins = ["fetched", "folder", "mail", "manual", "programme"] as const;
export type ItemOrigin = (typeof itemOrigins)[number];

/** Whose publication a source is. */
export interface ItemPlace {
  /** id of policy_bodies */
  body: string;
  /** id of policy_regions */
  region: string | null;
  tier: "central" | "key-region" | "partner";
  /** where its list is */
  address: string | null;
}

/** A policy document as the desk holds it. */
export interface PolicyItem {
  id: string;
  origin: ItemOrigin;
  /** id of the source that found it; null for the programme's own list */
  source: string | null;
  /** of that source, when it found the item */
  place: ItemPlace | null;
  url: string | null;
  /** page that it was read from; null where nothing was fetched */
  snapshot: string | null;
  /** SHA-256 of the page's bytes */
  sha256: string | null;
  language: "ja" | "zh" | "en";
  /** the original's title stands in its language */
  title: Localized;
  kind: PolicyKind | null;
  documentNumber: string | null;
  /** ids of policy_bodies */
  bodies: string[];
  /** as printed */
  bodyNames: string[];
  /** EDTF */
  written: string | null;
  /** EDTF */
  published: string | null;
  /** first possible day of `published`, or of the finding: what lists are sorted by */
  day: string;
  inForce: string | null;
  ended: string | null;
  validity: string | null;
  fields: ItemFields;
  topics: Tag[];
  regions: Tag[];
  importance: Importance | null;
  importanceProposed: Importance;
  importanceReasons: TagReason[];
  state: ItemState;
  visibility: "public" | "members";
  /** items that say the same; the official original is their head */
  group: string | null;
  isOriginal: boolean;
  blocks: PolicyBlock[];
  attachments: ItemAttachment[];
  reference: ItemReference | null;
  foundAt: Date;
}

/** What the facts of the programme's own list were checked against. */
export interface ItemReference {
  title: string;
  url: string | null;
  checked: "text" | "page" | "memory";
}

/** A number that a policy sets out to reach. */
export interface PolicyTarget {
  id: string;
  item: string;
  /** the sentence it was read from; null where the programme's list states it */
  sentence: string | null;
  place: string | null;
  region: string | null;
  indicator: TargetIndicator;
  measure: TargetMeasure;
  value: number;
  unit: TargetUnit;
  bound: TargetBound;
  baseYear: number | null;
  targetYear: number | null;
  /** what the number is of, where it is not of the region's whole; in the text's words alone where it was read from one */
  scope: Localized | null;
  state: "proposed" | "confirmed" | "rejected";
  decidedBy: string | null;
}
