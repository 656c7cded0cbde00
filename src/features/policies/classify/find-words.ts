import { foldTerm, standsAlone } from "./fold-for-matching.ts";
import { buildTermAutomaton } from "./term-automaton.ts";

/** A word of a rule, and whose it is. A mask finds nothing: it keeps other words from being found within it. */
export interface RuleWord<Owner> {
  /** as the rule has it */
  word: string;
  owner: Owner;
  isMask: boolean;
}

export interface FoundWord<Owner> extends RuleWord<Owner> {
  start: number;
  end: number;
}

export interface WordFinder<Owner> {
  /** Words in a folded text, in their order; none within a longer one of the same owner's, nor within a mask. */
  find(folded: string): FoundWord<Owner>[];
}

/** `apart`: each owner's words are looked for as if there were no others'; `together`: the longest of all wins. */
export function buildWordFinder<Owner>(
  words: readonly RuleWord<Owner>[],
  owners: "apart" | "together",
): WordFinder<Owner> {
  const automaton = buildTermAutomaton(words.map(({ word }) => foldTerm(word)));
  return {
    find(folded) {
      const hits: FoundWord<Owner>[] = [];
      for (const { term, start, end } of automaton.find(folded)) {
        const word = words[term];
        if (word && standsAlone(folded, start, end)) hits.push({ ...word, start, end });
      }
      if (hits.length === 0) return hits;
      if (owners === "together") return keepLongest(hits).sort(byPlace);
      const groups = Map.groupBy(hits, ({ owner }) => owner);
      return [...groups.values()].flatMap(keepLongest).sort(byPlace);
    },
  };
}

/** From left to right; of those that begin at the same place, the longest. */
function keepLongest<Owner>(hits: readonly FoundWord<Owner>[]): FoundWord<Owner>[] {
  const kept: FoundWord<Owner>[] = [];
  let until = 0;
  const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end || Number(b.isMask) - Number(a.isMask));
  const masks = sorted.filter(({ isMask }) => isMask);
  for (const hit of sorted) {
    if (hit.isMask || hit.start < until) continue;
    if (masks.some((mask) => mask.start <= hit.start && hit.end <= mask.end)) continue;
    kept.push(hit);
    until = hit.end;
  }
  return kept;
}

function byPlace(a: { start: number }, b: { start: number }): number {
  return a.start - b.start;
}
