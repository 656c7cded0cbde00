import { expect, test } from "vitest";
import { sayPlace, wordPlace } from "./word-place.ts";

const documents = new Map([
  ["ja-document", { title: {}, language: "ja" }],
  ["zh-document", { title: {}, language: "zh" }],
]);

test.each([
  ["Ⅰ 表3", "Ⅰ 表3", "I, Table 3"],
  ["Ⅰ １（１）③", "Ⅰ 1（1）③", "I 1(1)③"],
  ["２（１）３年間の取組の進展", "2（1）“３年間の取組の進展”", "2(1) “３年間の取組の進展”"],
  ["Ⅲ １１．国際協力機構", "Ⅲ 11.“国際協力機構”", "III 11. “国際協力機構”"],
  ["II. 8 (2)", "II. 8 (2)", "II. 8 (2)"],
  ["表 各自治体の取組の主要な成果", "表“各自治体の取組の主要な成果”", "Table “各自治体の取組の主要な成果”"],
  ["参考2 注", "参考资料2 注", "Reference 2, Note"],
  ["2014年度の活動", "“2014年度の活動”", "“2014年度の活動”"],
])("Numbering is worded, a heading is quoted as it is printed: %s", (place, zh, en) => {
  const stated = { document: "ja-document", place };
  expect(sayPlace(stated, documents, "ja")).toBe(place);
  expect(sayPlace(stated, documents, "zh")).toBe(zh);
  expect(sayPlace(stated, documents, "en")).toBe(en);
});

test("Only the heading is in the document's language; the row follows in the reader's", () => {
  const stated = { document: "zh-document", place: "6 现场协商", row: "4" };
  expect(wordPlace(stated, documents, "ja")).toEqual([
    { text: "6「", language: "ja" },
    { text: "现场协商", language: "zh" },
    { text: "」　番号4", language: "ja" },
  ]);
  expect(sayPlace(stated, documents, "zh")).toBe("6 现场协商 第4项");
});
