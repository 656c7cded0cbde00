import { describe, expect, test } from "vitest";
import { compareTexts, maySayTheSame, sayTheSame } from "./compare-texts.ts";
import { createLikenessIndex } from "./likeness-index.ts";
import { bandCount, estimateLikeness, permutations, signText } from "./sign-text.ts";

/** Text in which no run of five characters comes twice, so that likeness can be reckoned by hand. */
function runOfCharacters(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + from + index)).join("");
}

describe("signatures", () => {
  test("are 128 numbers and 32 signed 64-bit bands, the same for the same text on every machine", () => {
    const { signature, bands } = signText("京津冀大气污染防治行动计划");
    expect(signature.length).toBe(permutations * 4);
    expect(bands.length).toBe(bandCount);
    for (const band of bands) expect(BigInt.asIntN(64, band)).toBe(band);
    expect(Buffer.from(signature).subarray(0, 8).toString("hex")).toBe("b85509afd93dbb84");
  });

  test("spaces, punctuation, width and traditional forms make no difference", () => {
    const first = signText("大气污染防治行动计划，实施细则（试行）。PM2.5监测");
    const second = signText("大氣污染防治 行動計劃 實施細則(試行) ＰＭ２．５監測");
    expect(estimateLikeness(first.signature, second.signature)).toBe(1);
  });

  test.each([0.9, 0.7, 0.5, 0.2, 0])("estimate a likeness of %d within 0.13", (likeness) => {
    // Two runs of n that share s: s / (2n − s) = likeness.
    const count = 2_000;
    const shared = Math.round((2 * count * likeness) / (1 + likeness));
    const [a, b] = [runOfCharacters(0, count), runOfCharacters(count - shared, count)];
    expect(compareTexts(a, b).likeness).toBeCloseTo(likeness, 1);
    expect(Math.abs(estimateLikeness(signText(a).signature, signText(b).signature) - likeness)).toBeLessThan(0.13);
  });

  test("empty and very short texts have one, too, and an empty one is like nothing in particular", () => {
    expect(signText("").bands.length).toBe(bandCount);
    expect(compareTexts("", "臭氧").likeness).toBe(0);
    expect(estimateLikeness(signText("臭氧").signature, signText("臭氧").signature)).toBe(1);
  });

  test("a signature of another length is like none", () => {
    expect(estimateLikeness(new Uint8Array(512), new Uint8Array(4))).toBe(0);
  });
});

describe("the same text", () => {
  const article = runOfCharacters(0, 1_000);
  test("a repost with an introduction is held by it", () => {
    const repost = runOfCharacters(5_000, 600) + article;
    expect(compareTexts(article, repost).likeness).toBeLessThan(0.7);
    expect(sayTheSame(article, repost)).toBe(true);
  });

  test("a note of a line is not the same as the long text that quotes it", () => {
    expect(sayTheSame(article.slice(0, 50), article)).toBe(false);
  });

  test("two texts on other matters are not", () =>
    expect(sayTheSame(article, runOfCharacters(3_000, 1_000))).toBe(false));

  test.each<[string, string, boolean]>([
    ["the same with some words changed", article.slice(0, 800) + runOfCharacters(3_000, 200), true],
    ["held by a text of a third more", runOfCharacters(5_000, 600) + article, true],
    ["held by a text four times as long", runOfCharacters(5_000, 3_000) + article, true],
    ["a text of its length with a common paragraph", article.slice(0, 200) + runOfCharacters(3_000, 800), false],
    ["a text on other matters", runOfCharacters(3_000, 1_000), false],
  ])("by its signature %s", (_, other, may) => {
    const sign = (text: string) => ({ ...signText(text), length: text.length });
    expect(maySayTheSame(sign(article), sign(other))).toBe(may);
    expect(maySayTheSame(sign(other), sign(article))).toBe(may);
  });

  test("an index finds the like and nothing else", () => {
    const index = createLikenessIndex();
    const texts = [0, 3_000, 6_000].map((from) => runOfCharacters(from, 1_000));
    for (const text of texts) index.add(signText(text));
    const repost = runOfCharacters(3_050, 1_000);
    expect(index.findLike(signText(repost), 0.6).map((found) => found.index)).toEqual([1]);
  });
});
