import type { PolicyBlock } from "../blocks.ts";
import type { Field, Tag, TagReason } from "../item.ts";
import type { Importance, PolicyKind } from "../policy.ts";

/** What rules are asked about: an item as far as it is understood. */
export interface ClassifySubject {
  title: string;
  blocks: readonly PolicyBlock[];
  documentNumber: string | null;
  bodyNames: readonly string[];
  subjectCategory: string | null;
  source: { body: string; region: string | null; tier: "central" | "key-region" | "partner" } | null;
  /** what people, or the programme's list, said of it */
  said?: Said;
}

/** Stands before what rules find, also as their ground for what they propose. */
export interface Said {
  /** null: nobody said what it is */
  kind: PolicyKind | null;
  topics: readonly Tag[];
  regions: readonly Tag[];
}

export interface Classification {
  /** as the rules have it, also where a person said otherwise */
  kind: Field<PolicyKind> | null;
  /** ids of policy_bodies, in the order of the document */
  bodies: string[];
  topics: Tag[];
  regions: Tag[];
  importance: Importance;
  importanceReasons: TagReason[];
  /** whether the programme's desk has to do with it at all */
  isAboutAir: boolean;
  airReasons: TagReason[];
}

/** What the rules read of a subject, folded once. */
export interface FoldedSubject {
  title: string;
  text: string;
  /** without the titles of other documents: who cites 《山东省大气污染防治条例》 is not for Shandong */
  ownText: string;
}
