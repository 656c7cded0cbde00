import { helpKinds } from "../../needs/need.ts";
import { tiers } from "../match.ts";
import type { WantedHelp } from "./model.ts";
import { type OfferIndex, topicBits } from "./offer-index.ts";
import { type Ranked, wantedBits } from "./rank-offers.ts";
import { countBits } from "./score.ts";

/** Several offers that answer a need together. */
export interface Combination {
  members: Ranked[];
  /** bits of the need that none of them covers */
  uncovered: number;
}

/** More would be a programme of its own, not an answer. */
const mostOffers = 4;

/**
 * Where no single offer covers all topics and kinds of a need, several together: those that leave least uncovered, and among these the
 * ones with the fewest and nearest. Each offer costs one, each step down the programme's order one more; a second offer of the same
 * organisation costs half, since nobody else has to be asked.
 * Exact: every set of at most four out of the best offers for each coverage, of which there are few.
 */
export function combineOffers(
  index: OfferIndex,
  need: WantedHelp,
  pool: readonly Ranked[],
  limit: number,
): Combination[] {
  const wanted = wantedBits(need);
  if (countBits(wanted) < 2 || pool.some(({ covers }) => covers === wanted)) return [];
  const found: (Combination & { cost: number; score: number })[] = [];
  const parts = [...pool]
    .sort((one, other) => priceOf(one) - priceOf(other) || other.score - one.score)
    .slice(0, mostParts);
  const grow = (members: Ranked[], covered: number, from: number): void => {
    if (members.length > 1) found.push({ ...rate(index, members), members, uncovered: wanted & ~covered });
    if (members.length === mostOffers) return;
    for (let next = from; next < parts.length; next += 1) {
      const part = parts[next];
      // What adds nothing has no place in it; nor has what makes another of them needless, which `isLean` finds.
      if (!part || (part.covers & ~covered) === 0) continue;
      const grown = [...members, part];
      if (isLean(grown)) grow(grown, covered | part.covers, next + 1);
    }
  };
  grow([], 0, 0);
  found.sort(
    (one, other) =>
      countBits(one.uncovered) - countBits(other.uncovered) || one.cost - other.cost || other.score - one.score,
  );
  const least = found[0] ? countBits(found[0].uncovered) : 0;
  // One offer that covers as much needs no company.
  if (pool.some(({ covers }) => countBits(wanted & ~covers) <= least)) return [];
  return found
    .filter(({ uncovered }) => countBits(uncovered) === least)
    .slice(0, limit)
    .map(({ members, uncovered }) => ({ members: [...members].sort(byOrder), uncovered }));
}

const mostParts = 20;

export function listUncovered(need: WantedHelp, uncovered: number) {
  return {
    topics: need.topics.filter((_, at) => at < topicBits && (uncovered & (1 << at)) !== 0),
    kinds: helpKinds.filter((_, at) => ((uncovered >> topicBits) & (1 << at)) !== 0),
  };
}

function isLean(members: readonly Ranked[]): boolean {
  return members.every((one) => {
    const others = members.reduce((bits, other) => (other === one ? bits : bits | other.covers), 0);
    return (one.covers & ~others) !== 0;
  });
}

function rate(index: OfferIndex, members: readonly Ranked[]): { cost: number; score: number } {
  const asked = new Set<string>();
  let [cost, score] = [0, 0];
  for (const member of members) {
    const provider = index.ties.governmentOf(index.offers[member.at]?.organisation ?? "");
    cost += (asked.has(provider) ? 0.5 : 1) + stepOf(member);
    score += member.score / members.length;
    asked.add(provider);
  }
  return { cost, score };
}

function priceOf(one: Ranked): number {
  return stepOf(one) - countBits(one.covers);
}

function stepOf({ tier }: Ranked): number {
  return tiers.indexOf(tier);
}

function byOrder(one: Ranked, other: Ranked): number {
  return stepOf(one) - stepOf(other) || other.score - one.score;
}
