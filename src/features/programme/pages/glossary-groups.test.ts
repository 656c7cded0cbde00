import { expect, test } from "vitest";
import type { GlossaryEntry } from "../framework.ts";
import { groupGlossary, searchGlossary } from "./glossary-groups.ts";

const entry = (id: string, ja: string, zh: string, en: string): GlossaryEntry => ({
  id,
  term: { ja, zh, en },
  definition: { ja: `${ja}とは`, zh: `${zh}指`, en: `The ${en}` },
});

const entries = [
  entry("memorandum", "覚書", "备忘录", "Memorandum"),
  entry("agreement", "協定", "协定", "Agreement"),
  entry("pm25", "PM2.5", "PM2.5", "PM2.5"),
  entry("city", "都市", "城市", "city"),
  entry("rate", "率", "1级", "3-year rate"),
];
const outline = (language: "ja" | "zh" | "en") =>
  groupGlossary(entries, language).map(({ initial, entries: own }) => [initial, ...own.map(({ id }) => id)]);

test("English by letter, Chinese by pinyin, Japanese in the order of the records", () => {
  expect(outline("en")).toEqual([
    ["#", "rate"],
    ["A", "agreement"],
    ["C", "city"],
    ["M", "memorandum"],
    ["P", "pm25"],
  ]);
  expect(outline("zh")).toEqual([
    ["#", "rate"],
    ["B", "memorandum"],
    ["C", "city"],
    ["P", "pm25"],
    ["X", "agreement"],
  ]);
  expect(outline("ja")).toEqual([["", "memorandum", "agreement", "pm25", "city", "rate"]]);
});

test("every letter of the pinyin begins where the collation has it", () => {
  const samples = { A: "安", E: "二", H: "环", J: "机", L: "联", O: "欧", Q: "区", S: "省", T: "统", W: "外", Z: "中" };
  for (const [letter, character] of Object.entries(samples)) {
    expect(groupGlossary([entry("one", "x", character, "x")], "zh")[0]?.initial, character).toBe(letter);
  }
});

test("a word is found in any language, script and width, in terms and meanings", () => {
  const find = (query: string) => searchGlossary(entries, query).map(({ id }) => id);
  expect(find("備忘録")).toEqual(["memorandum"]);
  expect(find("ＰＭ２．５")).toEqual(["pm25"]);
  expect(find("the AGREE")).toEqual(["agreement"]);
  expect(find("都市とは")).toEqual(["city"]);
  expect(find("．")).toEqual([]);
});
