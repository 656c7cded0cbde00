import type { Localized } from "../../../core/localized.ts";
import type { RecordContent } from "../../../records/kind.ts";

/** In what two records of one kind are alike, the strongest first. */
export const likenessSorts = [
  "same-event",
  "same-days-and-parties",
  "same-title",
  "same-pair",
  "same-figure",
  "same-code",
  "same-name",
  "overlapping-days",
] as const;
export type LikenessSort = (typeof likenessSorts)[number];

export function severityOf(sort: LikenessSort): "warning" | "notice" {
  return sort === "overlapping-days" ? "notice" : "warning";
}

/** Where the other one stands: approved, under way as somebody's entry, or in another row of the same sheet. */
export type LikenessPlace =
  | { in: "records" }
  | { in: "entries"; entry: string; state: "draft" | "submitted" | "returned" }
  | { in: "sheet"; row: number };

/** A record that the one that is entered may be alike. */
export interface Candidate {
  id: string;
  title: Localized;
  content: RecordContent;
  place: LikenessPlace;
}

export interface Likeness {
  sort: LikenessSort;
  other: Candidate;
}
