import { expect, test } from "vitest";
import { choosePage } from "./paging.ts";

const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
const page = (query: string) => choosePage(numbers, 10, new URL(`http://localhost/${query}`));

test("gives the page asked for with its positions", () => {
  expect(page("?page=3")).toEqual({ items: [21, 22, 23, 24, 25], number: 3, count: 3, first: 21, last: 25, total: 25 });
});

test.each(["", "?page=0", "?page=-1", "?page=x", "?page=1e3", "?page=99999999999"])(
  "gives the first page for %j",
  (query) => {
    expect(page(query).number).toBe(1);
  },
);

test("gives the last page where there are not so many, and one empty page for nothing", () => {
  expect(page("?page=999").items).toEqual([21, 22, 23, 24, 25]);
  expect(choosePage([], 10, new URL("http://localhost/"))).toEqual({
    items: [],
    number: 1,
    count: 1,
    first: 0,
    last: 0,
    total: 0,
  });
});
