import fc from "fast-check";
import { expect, test } from "vitest";
import { type PeopleCount, sumPeople } from "./people-count.ts";

const executives: PeopleCount = { categories: ["executive"], count: 5, approximate: false };
const staff: PeopleCount = { categories: ["administrator", "engineer"], count: 10, approximate: true };

test("adds people up, and is approximate as soon as one part is", () => {
  expect(sumPeople([executives, executives])).toEqual({ count: 10, approximate: false });
  expect(sumPeople([executives, staff])).toEqual({ count: 15, approximate: true });
  expect(sumPeople([])).toEqual({ count: 0, approximate: false });
});

test("does not depend on order or grouping", () => {
  const counts = fc.array(
    fc.record({ categories: fc.constant(["engineer"]), count: fc.nat(1000), approximate: fc.boolean() }),
  );
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const subtotals = [sumPeople(second), sumPeople(first)].map((sum) => ({ categories: [], ...sum }));
      expect(sumPeople(subtotals)).toEqual(sumPeople([...first, ...second]));
    }),
  );
});
