import { buildWordAutomaton, keepLongest } from "../../../core/word-automaton.ts";
import { foldTerm, standsAlone } from "./fold-for-matching.ts";

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
  const automaton = buildWordAutomaton(words.map(({ word }) => foldTerm(word)));
  return {
    find(folded) {
      const hits: FoundWord<Owner>[] = [];
      for (const { word: index, start, end } of automaton.find(folded)) {
        const word = words[index];
        if (word && standsAlone(folded, start, end)) hits.push({ ...word, start, end });
      }
      if (hits.length === 0) return hits;
      if (owners === "together") return keepUnmasked(hits).sort(byPlace);
      const groups = Map.groupBy(hits, ({ owner }) => owner);
      return [...groups.values()].flatMap(keepUnmasked).sort(byPlace);
    },
  };
}

function keepUnmasked<Owner>(hits: readonly FoundWord<Owner>[]): FoundWord<Owner>[] {
  const masks = hits.filter(({ isMask }) => isMask);
  return keepLongest(
    hits.filter((hit) => !hit.isMask && !masks.some((mask) => mask.start <= hit.start && hit.end <= mask.end)),
  );
}

function byPlace(a: { start: number }, b: { start: number }): number {
  return a.start - b.start;
}
