import type { Language } from "../../core/language.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { matchPair, weakestMatch } from "./similarity.ts";
import { findCandidates } from "./store-memory.ts";
import type { MemoryMatch } from "./translation.ts";

const mostMatches = 5;

/** Best first; of equals the reviewed and the newer. A target is offered once. */
export async function findMatches(
  transaction: ReadTransaction,
  direction: { sourceLanguage: Language; targetLanguage: Language },
  source: string,
  { except, atLeast = weakestMatch }: { except?: string; atLeast?: number } = {},
): Promise<MemoryMatch[]> {
  const candidates = await findCandidates(transaction, direction, source);
  const matches = candidates
    .filter(({ segment }) => except === undefined || segment !== except)
    .map((pair) => ({ pair, ...matchPair(source, pair) }))
    .filter(({ score }) => score >= atLeast)
    .sort((a, b) => b.score - a.score || rank(a.pair) - rank(b.pair));
  const once = new Map<string, MemoryMatch>();
  for (const { pair, score, target, adapted } of matches) {
    if (once.has(target)) continue;
    const { id, source: known, mark, translation, changedAt } = pair;
    once.set(target, { id, source: known, target, score, adapted, mark, translation, changedAt });
  }
  return [...once.values()].slice(0, mostMatches);
}

function rank({ mark, changedAt }: { mark: "edited" | "reviewed"; changedAt: Date }): number {
  return (mark === "reviewed" ? -1e15 : 0) - changedAt.getTime();
}
