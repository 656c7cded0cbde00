import fc from "fast-check";
import { expect, test } from "vitest";
import { splitChange } from "./split-change.ts";

test("marks what changed, in words where a script has them", () => {
  expect(splitChange("福岡県と江蘇省の協議", "福岡市と江蘇省の協議")).toEqual({
    start: "福岡",
    removed: "県",
    added: "市",
    end: "と江蘇省の協議",
  });
  expect(splitChange("held in 2016 in Wuhan", "held in 2017 in Wuhan")).toMatchObject({
    removed: "2016",
    added: "2017",
  });
  expect(splitChange("同じ", "同じ")).toEqual({ start: "同じ", removed: "", added: "", end: "" });
});

test("loses nothing of either text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
      const { start, removed, added, end } = splitChange(before, after);
      expect([start + removed + end, start + added + end]).toEqual([before, after]);
    }),
  );
});
