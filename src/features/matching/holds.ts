import type { NeedState } from "../needs/need.ts";
import type { Offer } from "../needs/offer.ts";
import type { Hold, MatchOffer } from "./match.ts";

/** A need in one of these takes a match; one that was only heard has to be confirmed before anybody is asked (A, 3 (1)). */
const takesMatch: readonly NeedState[] = ["confirmed", "matched", "being-met"];

/** A need that nobody has any more as it was: what was agreed on it is to be withdrawn, or to go on with a reason. */
export function hasEnded(state: NeedState): boolean {
  return state === "withdrawn" || state === "changed";
}

/** What stands in the way of an agreement as things are now: the need and the offers may have changed since it was proposed. */
export function findHolds(
  needState: NeedState,
  fiscalYear: number,
  chosen: readonly Pick<MatchOffer, "offer" | "quantity">[],
  offers: ReadonlyMap<string, Pick<Offer, "state" | "capacities">>,
  taken: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Hold[] {
  const holds: Hold[] = takesMatch.includes(needState) ? [] : [{ reason: "need-state", state: needState }];
  for (const { offer: id, quantity } of chosen) {
    const offer = offers.get(id);
    if (offer?.state !== "open") {
      holds.push({ reason: "offer-closed", offer: id });
      continue;
    }
    const capacity = offer.capacities.find((one) => one.fiscalYear === fiscalYear)?.capacity;
    if (capacity === undefined) continue;
    const left = Math.max(0, capacity - (taken.get(id)?.get(fiscalYear) ?? 0));
    const wanted = quantity ?? 1;
    if (wanted > left) holds.push({ reason: "capacity", offer: id, left, wanted });
  }
  return holds;
}
