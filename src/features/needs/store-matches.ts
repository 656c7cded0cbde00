import type { ReadTransaction } from "../../db/transaction.ts";

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
