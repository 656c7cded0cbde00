import { foldText } from "../../../core/text-folding.ts";

/** The plain match that the engine is measured against: the share of a need's pairs of characters that an offer's text has too. */
export function matchKeywords<Offer extends { id: string; text: string }>(
  text: string,
  offers: readonly Offer[],
  limit: number,
): { offer: Offer; score: number }[] {
  const wanted = pairsOf(text);
  return rankKeywords(
    wanted,
    offers.map((offer) => ({ offer, pairs: pairsOf(offer.text) })),
    limit,
  );
}

/** The same with the offers' pairs at hand, as a search would keep them. */
export function rankKeywords<Offer extends { id: string }>(
  wanted: ReadonlySet<string>,
  offers: readonly { offer: Offer; pairs: ReadonlySet<string> }[],
  limit: number,
): { offer: Offer; score: number }[] {
  return offers
    .map(({ offer, pairs }) => ({ offer, score: wanted.intersection(pairs).size / Math.max(1, wanted.size) }))
    .sort((one, other) => other.score - one.score || (one.offer.id < other.offer.id ? -1 : 1))
    .slice(0, limit);
}

export function pairsOf(text: string): Set<string> {
  const characters = [...foldText(text)];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}
