import type { NeedEvent } from "../needs/need.ts";
import { type Match, type MatchedField, matchedFields } from "./match.ts";

/** One correction of a need, without the texts that it edited. */
export type Correction = Pick<NeedEvent, "id" | "at" | "changes">;

/** What both sides go by, of all that was corrected: an edited text alone is nothing that offers were chosen by. */
export function findMatched(changes: NeedEvent["changes"]): MatchedField[] {
  return matchedFields.filter((field) => changes[field] !== undefined);
}

/**
 * The corrections since the match was put together that both sides go by, oldest first, each without the edited texts. Those that every
 * offering side had before its eyes when it agreed are none any more.
 */
export function findCorrections(
  { state, createdAt, offers }: Pick<Match, "state" | "createdAt" | "offers">,
  events: readonly NeedEvent[],
): Correction[] {
  const isSettled = (at: Date) =>
    state === "agreed" && offers.every(({ answeredAt }) => answeredAt !== null && answeredAt > at);
  return events.flatMap(({ id, action, at, changes }) => {
    if (action !== "corrected" || at < createdAt || isSettled(at)) return [];
    const matched = findMatched(changes).flatMap((field) => {
      const change = changes[field];
      return change ? [[field, change] as const] : [];
    });
    return matched.length === 0 ? [] : [{ id, at, changes: Object.fromEntries(matched) }];
  });
}
