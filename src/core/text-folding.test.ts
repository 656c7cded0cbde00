import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hanVariantGroups } from "./han-variants.ts";
import { foldText } from "./text-folding.ts";

describe("foldText finds the same name", () => {
  test.each([
    ["廈門市", "厦门市", "廈门市"],
    ["瀋陽市", "沈阳市", "沈陽市", "渖阳市"],
    ["遼寧省", "辽宁省"],
    ["広東省", "廣東省", "广东省"],
    ["江蘇省", "江苏省"],
    ["兵庫県", "兵库县", "兵庫縣"],
    ["大連", "大连"],
    ["武漢", "武汉"],
    ["邯鄲", "邯郸"],
    ["重慶", "重庆"],
    ["陝西省", "陕西省"],
    ["上海滬", "上海沪"],
    ["環境保護庁", "环境保护厅", "環境保護廳"],
    ["環境監測総站", "环境监测总站", "環境監測總站"],
    ["外事弁公室", "外事办公室", "外事辦公室"],
    ["総量司", "总量司"],
    ["処", "处", "處"],
    ["国際協力機構", "国际协力机构", "國際協力機構"],
    ["横浜", "横滨", "横濱"],
    ["鹿児島", "鹿儿岛", "鹿兒島"],
    ["大気汚染", "大气污染", "大氣污染"],
    ["アモイ", "ｱﾓｲ", "あもい", " ア モ イ "],
    ["センター", "ｾﾝﾀｰ"],
    ["PM2.5", "ＰＭ２．５", "pm 2.5", "PM₂.₅"],
    ["Ōita", "Oita", "OITA", "ōita"],
    ["Xi'an", "Xi’an", "Xī’ān", "XIAN"],
    ["葛城", "葛\u{e0100}城"],
    ["日中友好環境保全センター（北京）", "日中友好環境保全センター(北京)", "日中友好環境保全センター・北京"],
  ])("%s", (...names) => expect(new Set(names.map(foldText)).size).toBe(1));
});

describe("foldText keeps apart", () => {
  test.each([
    ["山西省", "陝西省"],
    ["湖北省", "河北省"],
    ["湖南省", "河南省"],
    ["江蘇省", "江西省"],
    ["が", "か"],
    ["北九州市", "九州"],
    ["大分", "大連"],
    ["崎玉", "埼玉"],
  ])("%s and %s", (first, second) => expect(foldText(first)).not.toBe(foldText(second)));
});

test("folding twice is folding once, for any text", () => {
  const variant = fc.constantFrom(...hanVariantGroups.flatMap((group) => [...group]));
  // what may combine once the characters between are gone
  const combining = fc.constantFrom("か", "ガ", "\u3099", "-", " ", "e", "é", "¨", "ŀ", "İ");
  const names = fc.string({ unit: fc.oneof(variant, combining) });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), names), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 2000 },
  );
});

test("characters that change nothing around them fold as they do alone, whatever they are looked up with", () => {
  const characters = fc.constantFrom(..."大氣ＰＭ2.5₂、（）〔〕アｱ㎍がé　 \n𠮷①Ⅵ“”A壱🙂한葉Я");
  fc.assert(
    fc.property(fc.array(characters), (text) => {
      expect(foldText(text.join(""))).toBe(text.map(foldText).join(""));
    }),
  );
});

test.each([
  ["カ゛ス", "がす"],
  ["ｶﾞｽ", "がす"],
  ["か\u3099す", "がす"],
  ["cafe ´", "cafe"],
  ["ΟΔΟΣ ΣΟΦΟΣ", "οδοςσοφος"],
  ["\u1112\u1161\u11ab国", "한国"],
  ["注意⚠\ufe0f葛\u{e0100}城", "注意葛城"],
])("%s is folded as a whole", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("each Han character stands in one group only, and each group holds different characters", () => {
  const characters = hanVariantGroups.flatMap((group) => [...group]);
  expect(new Set(characters).size).toBe(characters.length);
  for (const group of hanVariantGroups) expect([...group].length).toBeGreaterThan(1);
});
