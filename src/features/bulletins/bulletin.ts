import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Importance } from "../policies/policy.ts";

/** In the order in which the programme reports: the central government, the key regions, its partners; then all else. */
export const bulletinParts = ["central", "key-region", "partner", "other"] as const;
export type BulletinPart = (typeof bulletinParts)[number];

/**
 * Who stands for the words of an entry: `machine`, a program drafted the title and nobody changed it; `edited`, one person;
 * `reviewed`, a second person as well; `programme`, the programme's own list.
 */
export const entryMarks = ["machine", "edited", "reviewed", "programme"] as const;
export type EntryMark = (typeof entryMarks)[number];

export const bulletinFormats = ["pdf", "docx"] as const;
export type BulletinFormat = (typeof bulletinFormats)[number];

export const bulletinVisibilities = ["public", "members"] as const;
export type BulletinVisibility = (typeof bulletinVisibilities)[number];

/** Who wrote or approved, by office: names of persons have no place in a document that goes out. */
export interface EntryAuthor {
  /** null where it is not known, as with the programme's own list */
  office: Localized | null;
  /** ISO instant */
  at: string | null;
}

export interface BulletinEntry {
  /** id of the policy item */
  item: string;
  part: BulletinPart;
  /** where it holds, unless everywhere */
  regions: Localized[];
  regionIds: string[];
  topicIds: string[];
  title: Localized;
  original: { title: string; language: Language };
  summary: Localized;
  why: Localized;
  /** as they are called in the reader's language, or as printed */
  bodies: Localized[];
  documentNumber: string | null;
  /** EDTF */
  written: string | null;
  published: string | null;
  importance: Importance;
  url: string | null;
  /** what the facts were checked against */
  reference: { title: string; url: string | null; checked: "text" | "page" | "memory" } | null;
  snapshot: { sha256: string; url: string; fetchedAt: string } | null;
  marks: Record<Language, EntryMark>;
  writer: EntryAuthor;
  approver: EntryAuthor;
  /** a full translation of the text that is approved, by language */
  translations: { language: Language; id: string; office: Localized | null }[];
}

/** How well one source was watched for the month. */
export interface BulletinCoverage {
  source: string;
  name: Localized;
  part: Exclude<BulletinPart, "other">;
  region: Localized | null;
  checks: number;
  failed: number;
  /** months (YYYY-MM) of the first and the last look, where it was looked at only after the month */
  later: { from: string; to: string } | null;
  /** articles that it led to: all, published in the month, and those of which no day is known; older numbers do not say */
  known?: number;
  fresh: number;
  undated?: number;
  state: "failing" | "suspicious" | "quiet" | "new" | "waiting";
}

/** A term that stands in the entries of one language's edition, at the first place where it does. */
export interface BulletinTerm {
  id: string;
  /** as it stands there */
  text: string;
  entry: string;
  words: Record<Language, string>;
}

/**
 * Everything that the files of a bulletin say, in all languages, without a database: kept with an approved one, so that it
 * can be written again letter for letter.
 */
export interface BulletinContent {
  /** YYYY-MM */
  month: string;
  programme: Localized;
  maker: Localized;
  entries: BulletinEntry[];
  /** empty: nothing was watched in that month or since */
  coverage: BulletinCoverage[];
  terms: Record<Language, BulletinTerm[]>;
  /** null: put together from the records, and approved by nobody */
  approval: { number: number; on: string; note: string | null } | null;
}

/** A number that was approved and sent. */
export interface BulletinSummary {
  month: string;
  number: number;
  visibility: BulletinVisibility;
  /** of the Japanese edition as PDF */
  pages: number;
  note: string | null;
  approvedBy: string | null;
  approvedAt: Date;
  /** SHA-256 by name: `ja.pdf`, … */
  files: Record<string, string>;
}

export interface ApprovedBulletin extends BulletinSummary {
  content: BulletinContent;
}

/** First and last day, YYYY-MM-DD. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const first = Temporal.PlainYearMonth.from(month);
  return { from: `${month}-01`, to: first.toPlainDate({ day: first.daysInMonth }).toString() };
}
