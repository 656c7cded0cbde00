import type { Language } from "../../core/language.ts";
import type { PolicyBlock } from "../policies/blocks.ts";

/** `text`: what somebody pasted, without a record behind it; its subject is a random id. */
export const subjectKinds = ["policy", "activity", "news", "text"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const sourceLanguages = ["ja", "zh"] as const;
export type SourceLanguage = (typeof sourceLanguages)[number];

/** zh→ja, ja→zh, either to en. */
export function targetLanguagesOf(source: SourceLanguage): Language[] {
  return source === "ja" ? ["zh", "en"] : ["ja", "en"];
}

/** What is translated, as the feature that owns it gives it. */
export interface TranslationSubject {
  kind: SubjectKind;
  /** id of the record */
  id: string;
  title: string;
  language: SourceLanguage;
  /** anything but public never leaves this machine */
  visibility: "public" | "members";
  blocks: PolicyBlock[];
}

export const translationStates = ["open", "in-review", "approved"] as const;
export type TranslationState = (typeof translationStates)[number];

/**
 * `machine`: written by a program, from a provider or put together from the memory, and looked at by nobody; `edited`: a person
 * stands for it; `reviewed`: a second person does.
 */
export const segmentMarks = ["empty", "machine", "edited", "reviewed"] as const;
export type SegmentMark = (typeof segmentMarks)[number];

export const segmentOrigins = ["memory", "machine", "person", "import"] as const;
export type SegmentOrigin = (typeof segmentOrigins)[number];

/** How many segments have each mark. */
export type Progress = Record<SegmentMark | "total", number>;

export interface TranslationSummary {
  id: string;
  subject: { kind: SubjectKind; id: string };
  sourceLanguage: SourceLanguage;
  targetLanguage: Language;
  /** of the source */
  title: string;
  /** in the target language; null until it is translated */
  targetTitle: string | null;
  visibility: "public" | "members";
  state: TranslationState;
  progress: Progress;
  /** fingerprint of the source that the segments stand for; see hashSource */
  sourceHash: string;
  /** office of the person who began it */
  organisation: string | null;
  made: { by: string; at: Date };
  submitted: { by: string; at: Date } | null;
  approved: { by: string; at: Date } | null;
}

export interface Translation extends TranslationSummary {
  blocks: PolicyBlock[];
  /** in the order of the source; the first is the title */
  segments: Segment[];
}

/** [block, sentence]; [block, row, cell, 0] within a table; [-1, 0] for the title. */
export type BlockPath = readonly number[];

export const titlePath: BlockPath = [-1, 0];

export interface SourceSegment {
  path: BlockPath;
  source: string;
}

export interface Segment extends SourceSegment {
  id: string;
  position: number;
  /** empty where nothing is written yet */
  target: string;
  mark: SegmentMark;
  origin: SegmentOrigin | null;
  /** who wrote the draft, as "DeepL"; stays when a person has edited it */
  provider: string | null;
  /** per cent, of a draft from the memory */
  memoryScore: number | null;
  /** rises with every change; a save names the one that it was made from */
  version: number;
  changed: { by: string | null; at: Date } | null;
  reviewed: { by: string; at: Date } | null;
}

export interface SegmentState {
  version: number;
  source: string;
  target: string;
  mark: SegmentMark;
  origin: SegmentOrigin | null;
  provider: string | null;
  removed: boolean;
  changed: { by: string | null; at: Date };
}

/** A pair that was translated before and resembles a sentence. */
export interface MemoryMatch {
  id: string;
  source: string;
  /** with the numbers of the sentence put in where only numbers differed */
  target: string;
  /** 0–100; 100 only where both are the same, letter for letter */
  score: number;
  /** numbers of the kept target were replaced */
  adapted: boolean;
  mark: "edited" | "reviewed";
  /** the translation it comes from, where it is still there */
  translation: string | null;
  changedAt: Date;
}

export const draftProblems = [
  "not-public",
  "no-provider",
  "auth",
  "quota",
  "unreachable",
  "bad-answer",
  "too-large",
] as const;
export type DraftProblem = (typeof draftProblems)[number];

/** How far a draft is that was asked for. */
export interface DraftProgress {
  state: "waiting" | "running" | "done" | "failed";
  machine: boolean;
  requestedAt: Date;
  finishedAt: Date | null;
  total: number;
  done: number;
  fromMemory: number;
  fromMachine: number;
  /** why the machine wrote nothing, or stopped */
  problem: DraftProblem | null;
}

export const longestTarget = 10_000;
export const mostSegments = 20_000;

export function emptyProgress(): Progress {
  return { total: 0, empty: 0, machine: 0, edited: 0, reviewed: 0 };
}

/** Whether the whole may be approved: nothing empty, nothing that only one person or none has seen. */
export function isReviewed({ total, reviewed }: Progress): boolean {
  return total > 0 && reviewed === total;
}

export function isTitle({ path }: Pick<SourceSegment, "path">): boolean {
  return path[0] === titlePath[0];
}
