import fc from "fast-check";
import { expect, test } from "vitest";
import { castShadow, foldForSearch, originalRange } from "./fold.ts";

test.each([
  ["環境保護部", " 环境保护部 "],
  ["沈　陽 市", " 沈阳市 "],
  ["大气，污染", " 大气 污染 "],
  ["PM２.５濃度", " pm2.5 浓度 "],
  ["PM₂.₅", " pm2.5 "],
  ["1,000件", " 1000 件 "],
  ["3.5。4", " 3.5 4 "],
  ["ｱﾓｲ ガス ｶﾞｽ", " あもいがすがす "],
  ["Ōita, Cities", " oita cities "],
  ["35㎍/m³", " 35 μg m3 "],
  ["35 μg/m3", " 35 μg m3 "],
  ["ﬁne", " fine "],
  ["国发〔2013〕37号", " 国发 2013 37 号 "],
  ["SO2・NOx", " so2 nox "],
  ["𠮷野家", " 𠮷野家 "],
  ["葛\u{E0100}城", " 葛城 "],
  ["……", " "],
  ["", " "],
])("%j is searched as %j", (text, shadow) => {
  expect(foldForSearch(text)).toBe(shadow);
});

test("folding the letters of a shadow again changes none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const shadow = foldForSearch(text);
      expect(foldForSearch(shadow).replaceAll(" ", "")).toBe(shadow.replaceAll(" ", ""));
    }),
    { numRuns: 500 },
  );
});

test("every letter of a shadow stands in the stretch of the original that it comes from", () => {
  const pieces = fc.constantFrom(
    "環",
    "境",
    "ｶﾞ",
    "か\u3099",
    "é",
    "e\u0301",
    "ﬁ",
    "㎍",
    "𠮷",
    "PM2.5",
    " ",
    "，",
    "1,5",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const shadow = castShadow(text);
      for (let at = 0; at < shadow.text.length; at += 1) {
        // A point is one only within its number.
        if (shadow.text[at] === " " || shadow.text[at] === ".") continue;
        const [from, to] = originalRange(shadow, at, at + 1);
        expect(foldForSearch(text.slice(from, to)).replaceAll(" ", "")).toContain(shadow.text[at]);
      }
    }),
  );
});
