import type { PolicyKind, TargetIndicator, TargetMeasure, TargetUnit } from "../../features/policies/policy.ts";

/** A document of the invented month, before a site gives it a page. */
export interface Publication {
  /** `mee-03`: how others of the month refer to it */
  id: string;
  published: string;
  title: string;
  /** a paragraph a line; marks are those of `render-text.ts` */
  text: string;
  kind: PolicyKind;
  topics: readonly string[];
  /** ids of the gazetteer; where left out, the region of the site */
  regions?: readonly string[];
  /** document number as printed on the page */
  number?: string;
  /** the number in its proper form, where the page deviates from it */
  properNumber?: string;
  /** who issued it, where it is not the site's own body alone */
  bodies?: readonly string[];
  /** date of the document (成文日期) */
  written?: string;
  /** list of the site in which it stands, where it is not the first */
  column?: string;
  /** further list of the same site that links to the same page */
  alsoIn?: string;
  /** printed as 来源 */
  source?: string;
  indexNumber?: string;
  theme?: string;
  attachments?: readonly Attachment[];
  relations?: Relations;
  targets?: readonly Target[];
  /** without the names and the date at the end: news, statistics */
  unsigned?: true;
  /** robots.txt forbids the page: a polite reader never sees it */
  forbidden?: true;
}

export interface Attachment {
  name: string;
  /** `scan`: a PDF of pictures without text; `xls`: bytes that no reader of ours understands */
  format: "pdf" | "scan" | "docx" | "xls";
  lines: readonly string[];
}

/** Ids of publications. */
export interface Relations {
  duplicateOf?: string;
  interprets?: readonly string[];
  amends?: readonly string[];
  repeals?: readonly string[];
  versionOf?: string;
  implements?: readonly string[];
}

export interface Target {
  indicator: TargetIndicator;
  measure: TargetMeasure;
  /** a reduction is negative */
  value: number;
  unit: TargetUnit;
  bound: "at-least" | "at-most" | "about";
  baseYear?: number;
  targetYear: number;
  region?: string;
  /** words of the text in which it stands */
  sentence: string;
}
