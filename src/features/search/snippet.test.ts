import { expect, test } from "vitest";
import { makeNeedle } from "./needle.ts";
import { cutSnippet, findRanges } from "./snippet.ts";

function marked(text: string, ...words: string[]): string[] {
  const needles = words.flatMap((word) => makeNeedle(word, { whole: false }) ?? []);
  return findRanges(text, needles).map(([from, to]) => text.slice(from, to));
}

test("what was found is marked as the original writes it", () => {
  expect(marked("中華人民共和國環境保護部", "环境保护部")).toEqual(["環境保護部"]);
  expect(marked("𠮷田市の𠮷田", "𠮷田")).toEqual(["𠮷田", "𠮷田"]);
  expect(marked("濃度は35㎍以下", "μg")).toEqual(["㎍"]);
  expect(marked("ﬁne particles", "fine")).toEqual(["ﬁne"]);
  expect(marked("ﾊﾞｲｵﾏｽ燃料", "バイオマス")).toEqual(["ﾊﾞｲｵﾏｽ"]);
  expect(marked("か\u3099す", "がす")).toEqual(["か\u3099す"]);
  expect(marked("沈　陽　市", "瀋陽市")).toEqual(["沈　陽　市"]);
  expect(marked("Emissions and emission limits", "emission")).toEqual(["Emission", "emission"]);
  expect(marked("so2 so2 so2", "so2")).toEqual(["so2", "so2", "so2"]);
});

test("a word is not found inside another, and finds that touch are one", () => {
  expect(marked("development", "pm")).toEqual([]);
  expect(marked("第120号", "12")).toEqual([]);
  expect(marked("大气污染防治", "大气污染", "污染防治")).toEqual(["大气污染防治"]);
});

test("a long text is cut around its finds, never inside a character", () => {
  const text = `${"前".repeat(300)}𠮷田市${"後".repeat(300)}`;
  const pieces = cutSnippet(
    text,
    [makeNeedle("𠮷田", { whole: false })].flatMap((needle) => needle ?? []),
    60,
  );
  expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["𠮷田"]);
  const joined = pieces.map((piece) => piece.text).join("");
  expect(joined.startsWith("…")).toBe(true);
  expect(joined.endsWith("…")).toBe(true);
  expect(joined.length).toBeLessThan(70);
  for (let length = 3; length < 12; length += 1) {
    const cut = cutSnippet("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", [], length).map((piece) => piece.text);
    expect(cut.join("").isWellFormed()).toBe(true);
  }
});
