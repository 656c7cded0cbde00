import { expect, test } from "vitest";
import { findTerms, indexTerms } from "./find-terms.ts";
import type { Term } from "./terms.ts";

const term = (id: string, en: string, zh: string, variants: string[] = []): Term => ({
  ...{ id, domain: "government", note: {} },
  words: { ja: zh, zh, en },
  variants: { ja: [], zh: variants, en: [] },
  forbidden: { ja: [], zh: ["环保总局"], en: [] },
});
const terms = [
  term("mep", "Ministry of Environmental Protection", "环境保护部", ["环保部"]),
  term("environment", "environment", "环境"),
  term("nox", "NOx", "氮氧化物"),
];

test("the longest word wins; each has its place", () => {
  const text = "环境保护部、环保部和环境；环保总局";
  const found = findTerms(text, indexTerms(terms.slice(0, 2), "zh"));
  expect(found.map(({ term: { id }, as, text: word }) => [id, as, word])).toEqual([
    ["mep", "word", "环境保护部"],
    ["mep", "variant", "环保部"],
    ["environment", "word", "环境"],
    ["mep", "forbidden", "环保总局"],
    ["environment", "forbidden", "环保总局"],
  ]);
  for (const { start, end, text: word } of found) expect(text.slice(start, end)).toBe(word);
});

test("Latin words whole, in any case and width, with a plural", () => {
  const index = indexTerms(terms, "en");
  const words = (text: string) => findTerms(text, index).map(({ text: word }) => word);
  expect(words("ministry of environmental protection")).toEqual(["ministry of environmental protection"]);
  expect(words("environments, ＮＯｘ and environmental")).toEqual(["environments", "ＮＯｘ"]);
  expect(words("NOxa xNOx")).toEqual([]);
});
