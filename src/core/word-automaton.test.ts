import fc from "fast-check";
import { expect, test } from "vitest";
import { buildWordAutomaton, keepLongest, type WordHit } from "./word-automaton.ts";

test("all occurrences, overlapping ones too", () => {
  const automaton = buildWordAutomaton(["环境", "环境保护", "保护部", "", "境"]);
  const hits = automaton.find("国家环境保护部");
  expect(hits.toSorted((a, b) => a.word - b.word)).toEqual([
    { word: 0, start: 2, end: 4 },
    { word: 1, start: 2, end: 6 },
    { word: 2, start: 4, end: 7 },
    { word: 4, start: 3, end: 4 },
  ]);
  expect(keepLongest(hits)).toEqual([{ word: 1, start: 2, end: 6 }]);
});

test("of any words in any text it finds what a search for each alone finds", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."环境保a"), maxLength: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 12 }), letters, letters, (words, one, other) => {
      const text = one + other + one;
      const byPlace = (a: WordHit, b: WordHit) => a.start - b.start || a.word - b.word;
      const alone = words.flatMap((word, index) =>
        Array.from(text, (_, start) => start)
          .filter((start) => word !== "" && text.startsWith(word, start))
          .map((start) => ({ word: index, start, end: start + word.length })),
      );
      const hits = buildWordAutomaton(words).find(text);
      expect(hits.toSorted(byPlace)).toEqual(alone.toSorted(byPlace));
      const kept = keepLongest(hits);
      for (const hit of hits) {
        // What is not kept is crossed by what began earlier, or is longer.
        expect(kept.some(({ start, end }) => start <= hit.start && end > hit.start)).toBe(true);
      }
    }),
  );
});
