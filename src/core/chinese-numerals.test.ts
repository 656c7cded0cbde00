import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumeral, writeNumeral } from "./chinese-numerals.ts";

test.each([
  ["三十一", 31],
  ["十", 10],
  ["二十", 20],
  ["一百零二", 102],
  ["六百四十三", 643],
  ["二〇一六", 2016],
  ["二OO六", 2006],
  ["３７", 37],
  ["两百", 200],
  ["两亿三千万", 230_000_000],
  ["十万亿", 1e13],
  ["一億零五百萬", 105_000_000],
  ["十十", null],
  ["百", null],
  ["万", null],
  ["二三十", null],
  ["三个", null],
  ["", null],
])("numeral %s", (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test.each([
  ["百二十", 120],
  ["千万", 10_000_000],
  ["二三十", 30],
  ["十二三", 13],
  ["十百", null],
  ["统一", null],
])("in a sentence %s", (text, value) => {
  expect(parseNumeral(text, "running")).toBe(value);
});

test("there and back, as the Chinese and as the Japanese write it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }), (value, high) => {
      expect(parseNumeral(writeNumeral(value, "零"))).toBe(value);
      expect(parseNumeral(writeNumeral(value), "running")).toBe(value);
      const large = `${writeNumeral(high, "零")}万${writeNumeral(value, "零")}`;
      expect(parseNumeral(large)).toBe(high * 10_000 + value);
      expect(parseNumeral(large, "running")).toBe(high * 10_000 + value);
    }),
  );
  expect([12, 20, 103, 110].map((value) => writeNumeral(value, "零"))).toEqual([
    "十二",
    "二十",
    "一百零三",
    "一百一十",
  ]);
  expect([103, 110, 1_000].map((value) => writeNumeral(value))).toEqual(["百三", "百十", "千"]);
});

test("any text is a number or none", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."〇一二九十百千万亿两37 个") }), (text) => {
      for (const use of ["numbering", "running"] as const) {
        const value = parseNumeral(text, use);
        expect(value === null || Number.isFinite(value)).toBe(true);
        // What is strictly a numeral says the same in a sentence.
        const strict = parseNumeral(text);
        if (strict !== null) expect(value).toBe(strict);
      }
    }),
  );
});
