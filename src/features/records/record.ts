import type { Localized } from "../../core/localized.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import type { Platform } from "../accounts/roles.ts";

export const visibilities = ["public", "members", "sides", "organisation"] as const;
export type Visibility = (typeof visibilities)[number];

export function isVisibility(text: string): text is Visibility {
  return (visibilities as readonly string[]).includes(text);
}

export const entryStates = ["draft", "submitted", "returned", "approved", "withdrawn"] as const;
export type EntryState = (typeof entryStates)[number];

/** States in which an entry is still somebody's work. */
export const openStates = ["draft", "submitted", "returned"] as const;

/** Whom a record concerns: what access goes by. */
export interface RecordScope {
  kind: RecordKindId;
  visibility: Visibility;
  owner: string | null;
  sides: string[];
  platform: Platform;
}

/** An approved record, as lists show it. */
export interface RecordSummary extends RecordScope {
  id: string;
  version: number;
  /** the version that public pages show; null where none does */
  publishedVersion: number | null;
  ledger: string | null;
  fiscalYear: number | null;
  title: Localized;
  dateFrom: string | null;
  dateTo: string | null;
  removed: boolean;
  changedAt: Date;
}

/** What somebody enters. */
export interface Entry extends RecordScope {
  id: string;
  record: string;
  owner: string;
  /** version of the record that it started from; 0 for a new record */
  baseVersion: number;
  state: EntryState;
  content: RecordContent;
  ledger: string | null;
  fiscalYear: number | null;
  title: Localized;
  reason: string | null;
  removal: boolean;
  /** version that it brings back */
  restores: number | null;
  author: string;
  editedBy: string;
  /** rises with every save */
  revision: number;
  createdAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** why it was returned, or what was said with the approval */
  comment: string | null;
}

export type VersionAction = "loaded" | "created" | "corrected" | "restored" | "removed";

export interface RecordVersion {
  version: number;
  action: VersionAction;
  content: RecordContent;
  visibility: Visibility;
  owner: string | null;
  reason: string | null;
  entry: string | null;
  author: string | null;
  approvedBy: string | null;
  at: Date;
}
