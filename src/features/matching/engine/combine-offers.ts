import { type HelpKind, helpKinds } from "../../needs/need.ts";
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

interface Part extends Ranked {
  /** each topic with each kind in which it is given, as bits */
  pairs: number;
}

interface Found {
  members: Part[];
  uncovered: number;
  cost: number;
  score: number;
  /** how many pairs of topic and kind it gives */
  breadth: number;
  /** two governments or more, and an institute (A, 3 (2)) */
  isMixed: boolean;
}

/** More would be a programme of its own, not an answer. */
const mostOffers = 4;

/**
 * Where no single offer covers all topics and kinds of a need, several together that leave least uncovered: first the fewest and nearest,
 * then those that give most topics in most kinds, then those with the best single offers that are in none yet. Each offer costs one,
 * each step down the programme's order one more; a second offer of the same organisation costs half, since nobody else has to be asked.
 */
export function combineOffers(
  index: OfferIndex,
  need: WantedHelp,
  pool: readonly Ranked[],
  limit: number,
): Combination[] {
  const wanted = wantedBits(need);
  if (countBits(wanted) < 2 || pool.some(({ covers }) => covers === wanted)) return [];
  const sets = growSets(chooseParts(need, pool));
  const least = sets.reduce(
    (few, { covered }) => Math.min(few, countBits(wanted & ~covered)),
    Number.POSITIVE_INFINITY,
  );
  // One offer that covers as much needs no company.
  if (pool.some(({ covers }) => countBits(wanted & ~covers) <= least)) return [];
  const found = sets
    .filter(({ covered }) => countBits(wanted & ~covered) === least)
    .map(({ members, covered }) => rate(index, members, wanted & ~covered));
  return chooseDifferent(found, limit).map(({ members, uncovered }) => ({
    members: [...members].sort(byOrder),
    uncovered,
  }));
}

const mostParts = 12;
/** Places among the parts that are kept for the best single offers, whatever their step. */
const bestParts = 3;

function chooseParts(need: WantedHelp, pool: readonly Ranked[]): Part[] {
  const byPrice = [...pool].sort((one, other) => priceOf(one) - priceOf(other) || other.score - one.score);
  const cheap = byPrice.slice(0, mostParts - bestParts);
  const best = byPrice.slice(mostParts - bestParts).sort((one, other) => other.score - one.score);
  return [...cheap, ...best.slice(0, bestParts)].map((one) => ({ ...one, pairs: pairsOf(need, one.covers) }));
}

/** Every set of at most four in which each gives something that no other does. */
function growSets(parts: readonly Part[]): { members: Part[]; covered: number }[] {
  const sets: { members: Part[]; covered: number }[] = [];
  const grow = (members: Part[], covered: number, paired: number, from: number): void => {
    if (members.length > 1) sets.push({ members, covered });
    if (members.length === mostOffers) return;
    for (let next = from; next < parts.length; next += 1) {
      const part = parts[next];
      if (!part) continue;
      const addsTopicOrKind = (part.covers & ~covered) !== 0;
      // The last place is for what would stay open, not for more of the same.
      if (!addsTopicOrKind && ((part.pairs & ~paired) === 0 || members.length === mostOffers - 1)) continue;
      const grown = [...members, part];
      if (isLean(grown)) grow(grown, covered | part.covers, paired | part.pairs, next + 1);
    }
  };
  grow([], 0, 0, 0);
  return sets;
}

function isLean(members: readonly Part[]): boolean {
  return members.every((one) => {
    let [covered, paired] = [0, 0];
    for (const other of members) {
      if (other === one) continue;
      covered |= other.covers;
      paired |= other.pairs;
    }
    return (one.covers & ~covered) !== 0 || (one.pairs & ~paired) !== 0;
  });
}

function rate(index: OfferIndex, members: Part[], uncovered: number): Found {
  const asked = new Set<string>();
  let [cost, score, pairs] = [0, 0, 0];
  for (const member of members) {
    const provider = index.ties.governmentOf(index.offers[member.at]?.organisation ?? "");
    cost += (asked.has(provider) ? 0.5 : 1) + stepOf(member);
    score += member.score / members.length;
    pairs |= member.pairs;
    asked.add(provider);
  }
  const governments = [...asked].filter((provider) => index.ties.kindOf(provider) === "government");
  const isMixed = governments.length > 1 && [...asked].some((one) => index.ties.kindOf(one) === "institute");
  return { members, uncovered, cost, score, breadth: countBits(pairs), isMixed };
}

function chooseDifferent(found: readonly Found[], limit: number): Found[] {
  const chosen: Found[] = [];
  const take = (some: readonly Found[], compare: (one: Found, other: Found) => number): void => {
    const rest = some.filter((one) => !chosen.includes(one));
    const [first, ...others] = rest;
    if (!first || chosen.length === limit) return;
    chosen.push(others.reduce((best, one) => (compare(one, best) < 0 ? one : best), first));
  };
  take(found, byCost);
  const [nearest] = chosen;
  take(
    found.filter(({ breadth }) => breadth > (nearest?.breadth ?? 0)),
    (one, other) => other.breadth - one.breadth || Number(other.isMixed) - Number(one.isMixed) || byCost(one, other),
  );
  const offers = new Map(found.flatMap(({ members }) => members.map((member) => [member.at, member] as const)));
  for (const { at } of [...offers.values()].sort((one, other) => other.score - one.score)) {
    const includes = ({ members }: Found) => members.some((member) => member.at === at);
    if (!chosen.some(includes)) take(found.filter(includes), byCost);
  }
  while (chosen.length < Math.min(limit, found.length)) take(found, byCost);
  return chosen;
}

function byCost(one: Found, other: Found): number {
  return one.cost - other.cost || other.score - one.score;
}

export function listUncovered(need: WantedHelp, uncovered: number) {
  return {
    topics: need.topics.filter((_, at) => at < topicBits && (uncovered & (1 << at)) !== 0),
    kinds: helpKinds.filter((_, at) => ((uncovered >> topicBits) & (1 << at)) !== 0),
  };
}

export interface Unpaired {
  topic: string;
  kinds: HelpKind[];
}

/** Where topic and kind are both covered, but by different offers: nobody gives this kind of help on this topic. */
export function listUnpaired(need: WantedHelp, members: readonly Pick<Ranked, "covers">[]): Unpaired[] {
  return need.topics.flatMap((topic, at) => {
    if (at >= topicBits) return [];
    const own = members.filter(({ covers }) => (covers & (1 << at)) !== 0);
    if (own.length === 0) return [];
    const kinds = helpKinds.filter((_, kind) => {
      const bit = 1 << (topicBits + kind);
      return members.some(({ covers }) => (covers & bit) !== 0) && own.every(({ covers }) => (covers & bit) === 0);
    });
    return kinds.length === 0 ? [] : [{ topic, kinds }];
  });
}

/** The first topics of a need with each of its kinds, in one number of 30 bits. */
function pairsOf(need: WantedHelp, covers: number): number {
  if (need.topics.length === 0 || need.kinds.length === 0) return 0;
  const kinds = helpKinds.flatMap((kind, at) => (need.kinds.includes(kind) ? [at] : []));
  const topics = Math.min(topicBits, need.topics.length, Math.floor(30 / kinds.length));
  let pairs = 0;
  for (let topic = 0; topic < topics; topic += 1) {
    if ((covers & (1 << topic)) === 0) continue;
    for (const [place, kind] of kinds.entries())
      if ((covers & (1 << (topicBits + kind))) !== 0) pairs |= 1 << (topic * kinds.length + place);
  }
  return pairs;
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
