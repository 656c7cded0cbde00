import type { PolicyBlock } from "../blocks.ts";
import type { ItemFieldName, ItemFields } from "../item.ts";

/** A page as it was fetched. */
export interface PageInput {
  /** what links are relative to */
  url: string | null;
  mediaType: string;
  /** as the server stated it */
  charset: string | null;
  content: Uint8Array;
  /** what the list said that led to it */
  hints: { title?: string; published?: string };
  remembered: readonly RememberedField[];
}

/** What a correction by hand taught: on pages of this source the value of the field stands beside that label, or in that meta tag. */
export interface RememberedField {
  field: ItemFieldName;
  label: string;
}

export interface UnderstoodPage {
  language: "ja" | "zh" | "en";
  blocks: PolicyBlock[];
  fields: ItemFields;
  attachments: AttachmentLink[];
  problems: PageProblem[];
}

export interface AttachmentLink {
  name: string;
  url: string;
}

/** Something that kept a page or file from being understood; the words are `page_problem.<code>`. */
export interface PageProblem {
  code: PageProblemCode;
  values?: Record<string, string | number>;
}

export const pageProblemCodes = [
  "too-large",
  "empty",
  "too-many-elements",
  "no-text",
  "no-title",
  "unknown-format",
  "old-format",
  "unknown-charset",
  "damaged",
  "encrypted",
  "expands-too-much",
  "too-many-pages",
  "no-text-layer",
  "too-much-memory",
  "too-slow",
] as const;
export type PageProblemCode = (typeof pageProblemCodes)[number];

/** A text beside its label, anywhere on a page: what a person is offered for a correction. */
export interface LabelledValue {
  label: string;
  value: string;
}
