import { expect, test } from "vitest";
import { nestPrinciples } from "./principle-tree.ts";

const principle = (number: string, en: string) => ({
  id: en,
  number,
  text: { en },
  source: { document: "d", place: "", row: null },
});

test("numbers nest, equal numbers stand together, a mark is a remark", () => {
  const tree = nestPrinciples([
    principle("※", "remark"),
    principle("1", "a"),
    principle("1", "b"),
    principle("5", "c"),
    principle("5-2", "d"),
    principle("5-2-1", "e"),
    principle("7-1", "without a parent"),
  ]);
  expect(tree.remarks).toEqual([{ en: "remark" }]);
  expect(tree.branches).toEqual([
    { number: "1", texts: [{ en: "a" }, { en: "b" }], children: [] },
    {
      number: "5",
      texts: [{ en: "c" }],
      children: [
        { number: "5-2", texts: [{ en: "d" }], children: [{ number: "5-2-1", texts: [{ en: "e" }], children: [] }] },
      ],
    },
    { number: "7-1", texts: [{ en: "without a parent" }], children: [] },
  ]);
});
