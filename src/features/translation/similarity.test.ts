import fc from "fast-check";
import { expect, test } from "vitest";
import { findNumberTokens } from "./number-tokens.ts";
import { bigramsOf, matchPair, shadowOf } from "./similarity.ts";

test.each([
  ["the same", "加强监督。", "加强监督。", "監督を強化する。", 100, "監督を強化する。"],
  ["other punctuation and width", "加强监督 ", "加强监督。", "監督を強化する。", 99, "監督を強化する。"],
  [
    "another year and rate",
    "到2020年下降18%。",
    "到2017年下降10%。",
    "2017年までに10%低下させる。",
    97,
    "2020年までに18%低下させる。",
  ],
  [
    "another clause",
    "第十三条　适用本条例。",
    "第十二条　适用本条例。",
    "第12条　本条例を適用する。",
    97,
    "第13条　本条例を適用する。",
  ],
  [
    "grouping as it was",
    "淘汰黄标车2500辆。",
    "淘汰黄标车1500辆。",
    "黄標車1,500台を廃車とする。",
    97,
    "黄標車2,500台を廃車とする。",
  ],
  [
    "a formula is no number",
    "PM2.5下降15%。",
    "PM2.5下降25%。",
    "PM2.5を25%低下させる。",
    97,
    "PM2.5を15%低下させる。",
  ],
  // 平成27年 cannot be told to be 2015年 here: the target stays and the score falls.
  [
    "a number that is not there",
    "到2020年完成。",
    "到2015年完成。",
    "平成27年までに完成する。",
    84,
    "平成27年までに完成する。",
  ],
])("%s", (_, source, kept, target, score, expected) => {
  expect(matchPair(source, { source: kept, target })).toMatchObject({ score, target: expected });
});

test("traditional, simplified and Japanese forms are alike, and not the same", () => {
  expect(matchPair("環境保護", { source: "环境保护", target: "x" }).score).toBe(99);
});

test("a different sentence is far away", () => {
  expect(matchPair("加强机动车污染防治。", { source: "国务院有关部门负责解释。", target: "x" }).score).toBeLessThan(40);
});

test("numbers do not part shadows; bigrams overlap", () => {
  expect(shadowOf("到2017年，下降10%。")).toBe(shadowOf("到 2020 年下降 8.5％"));
  expect(bigramsOf("大气污染")).toEqual(["大气", "气污", "污染"]);
  expect(bigramsOf("省")).toEqual(["省"]);
});

test("no text breaks it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      const { score } = matchPair(a, { source: b, target: b });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      for (const { start, end, text } of findNumberTokens(a)) expect(a.slice(start, end)).toBe(text);
    }),
  );
});
