import type { HelpKind } from "../../needs/need.ts";
import { helpKinds } from "../../needs/need.ts";
import type { Reason, Tier, Weights } from "../match.ts";
import { combineOffers, listUncovered, listUnpaired, type Unpaired } from "./combine-offers.ts";
import { explainOffer } from "./explain.ts";
import { defaultWeights, type WantedHelp } from "./model.ts";
import { type OfferIndex, topicBits } from "./offer-index.ts";
import { type Ranked, rankOffers, wantedBits } from "./rank-offers.ts";

export interface Proposal {
  offer: string;
  organisation: string;
  tier: Tier;
  /** answers the need, or only comes near it */
  answers: boolean;
  /** 0 to 1 */
  score: number;
  reasons: Reason[];
  covered: { topics: string[]; kinds: HelpKind[] };
  uncovered: { topics: string[]; kinds: HelpKind[] };
}

export interface ProposedCombination {
  members: Proposal[];
  uncovered: { topics: string[]; kinds: HelpKind[] };
  /** kinds of help that are there, but not on this topic */
  unpaired: Unpaired[];
}

export interface Proposals {
  /** the best first */
  singles: Proposal[];
  /** empty where a single offer covers as much */
  combinations: ProposedCombination[];
  /** what no offer at all covers */
  uncovered: { topics: string[]; kinds: HelpKind[] };
}

/** What answers a need: single offers in order, and combinations where none covers all of it. Proposes only; people decide. */
export function proposeOffers(
  index: OfferIndex,
  need: WantedHelp,
  { weights = defaultWeights, singles = 12, combinations = 3 } = {},
): Proposals {
  const { best, pool } = rankOffers(index, need, weights, singles);
  const wanted = wantedBits(need);
  const together = pool.reduce((bits, { covers }) => bits | covers, 0);
  const describe = (ranked: Ranked) => describeProposal(index, need, ranked, wanted);
  return {
    singles: best.map(describe),
    combinations: combineOffers(index, need, pool, combinations).map(({ members, uncovered }) => ({
      members: members.map(describe),
      uncovered: listUncovered(need, uncovered),
      unpaired: listUnpaired(need, members),
    })),
    uncovered: listUncovered(need, wanted & ~together),
  };
}

/** The same for an offer that somebody chose, whether it was proposed or not; null where the index does not have it. */
export function explainChosen(
  index: OfferIndex,
  need: WantedHelp,
  offer: string,
): { offer: string; tier: Tier; reasons: Reason[] } | null {
  const at = index.offers.findIndex(({ id }) => id === offer);
  const organisation = index.offers[at]?.organisation;
  if (organisation === undefined) return null;
  const { tier } = index.tieOf(need, organisation);
  const likeness = index.words.measure(need.text)[at] ?? 0;
  return { offer, tier, reasons: explainOffer(index, need, { at, likeness }) };
}

function describeProposal(index: OfferIndex, need: WantedHelp, ranked: Ranked, wanted: number): Proposal {
  const offer = index.offers[ranked.at];
  if (!offer) throw new Error(`no offer at ${ranked.at}`);
  return {
    offer: offer.id,
    organisation: offer.organisation,
    tier: ranked.tier,
    answers: ranked.answers,
    score: ranked.score,
    reasons: explainOffer(index, need, ranked),
    covered: {
      topics: need.topics.filter((_, at) => at < topicBits && (ranked.covers & (1 << at)) !== 0),
      kinds: helpKinds.filter((_, at) => ((ranked.covers >> topicBits) & (1 << at)) !== 0),
    },
    uncovered: listUncovered(need, wanted & ~ranked.covers),
  };
}

/** The proposal's score: the weighted mean of its parts, of those that something is known of. */
export function weighReasons(reasons: readonly Reason[], weights: Weights): number {
  return reasons.reduce((sum, { part, score }) => sum + (score ?? 0) * weights[part], 0) / weighKnown(reasons, weights);
}

/** What the parts weigh together that something is known of. */
export function weighKnown(reasons: readonly Reason[], weights: Weights): number {
  return reasons.reduce((sum, { part, score }) => sum + (score === null ? 0 : weights[part]), 0) || 1;
}
