import type { NeedEvent } from "../needs/need.ts";
import { type Match, type MatchedField, matchedFields } from "./match.ts";

/** One correction of a need, without the texts that it edited. */
export type Correction = Pick<NeedEvent, "id" | "at" | "changes">;

/** What both sides go by, of all that was corrected: an edited text alone is nothing that offers were chosen by. */
export function findMatched(changes: NeedEvent["changes"]): MatchedField[] {
  return matchedFields.filter((field) => changes[field] !== undefined);
}

/** The corrections since the match was put together that both sides go by, oldest first, each without the edited texts. */
export function findCorrections({ createdAt }: Pick<Match, "createdAt">, events: readonly NeedEvent[]): Correction[] {
  return events.flatMap(({ id, action, at, changes }) => {
    if (action !== "corrected" || at < createdAt) return [];
    const matched = findMatched(changes).flatMap((field) => {
      const change = changes[field];
      return change ? [[field, change] as const] : [];
    });
    return matched.length === 0 ? [] : [{ id, at, changes: Object.fromEntries(matched) }];
  });
}
