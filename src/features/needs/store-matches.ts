import type { ReadTransaction } from "../../db/transaction.ts";
import { ruleOf } from "../accounts/roles.ts";
import { ownOrganisations, type Standing } from "../records/access.ts";

/** A match as the pages of its need and of its offers show it. */
export interface MatchBrief {
  id: string;
  fiscalYear: number;
  state: "proposed" | "consulting" | "agreed" | "declined" | "withdrawn";
  /** organisations that give */
  organisations: string[];
}

/**
 * Matches of a need. A proposal that nobody has asked the two sides about is the broker's own; of the others those who read everything
 * and those whose organisation takes part hear.
 */
export async function readMatchesOf(
  transaction: ReadTransaction,
  standing: Standing,
  need: string,
): Promise<MatchBrief[]> {
  const rows = await transaction
    .selectFrom("matches")
    .innerJoin("match_offers", "match_offers.match", "matches.id")
    .innerJoin("offer_items", "offer_items.id", "match_offers.offer")
    .innerJoin("need_items", "need_items.id", "matches.need")
    .select(["matches.id", "matches.fiscal_year", "matches.state", "offer_items.organisation"])
    .select("need_items.sides")
    .where("matches.need", "=", need)
    .orderBy("matches.created_at", "desc")
    .orderBy("match_offers.position")
    .execute();
  const readsAll = standing.stands.some(({ role }) => ruleOf(role).reads === "all");
  const own = ownOrganisations(standing);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((group): MatchBrief[] => {
    const [first] = group;
    if (!first) return [];
    const organisations = group.map(({ organisation }) => organisation);
    const takesPart = [...organisations, ...first.sides].some((id) => own.includes(id));
    if (!readsAll && (!takesPart || first.state === "proposed")) return [];
    return [{ id: first.id, fiscalYear: first.fiscal_year, state: first.state, organisations }];
  });
}

/** What of an offer's capacity agreed matches take, by fiscal year; one that names no quantity takes one. */
export async function readUse(
  transaction: ReadTransaction,
  offer: string,
): Promise<{ fiscalYear: number; quantity: number; matches: string[] }[]> {
  const rows = await transaction
    .selectFrom("match_offers")
    .innerJoin("matches", "matches.id", "match_offers.match")
    .select(["matches.id", "matches.fiscal_year", "match_offers.quantity"])
    .where("match_offers.offer", "=", offer)
    .where("matches.state", "=", "agreed")
    .orderBy("matches.fiscal_year")
    .execute();
  return [...Map.groupBy(rows, ({ fiscal_year }) => fiscal_year)].map(([fiscalYear, group]) => ({
    fiscalYear,
    quantity: group.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0),
    matches: group.map(({ id }) => id),
  }));
}
