import fc from "fast-check";
import { expect, test } from "vitest";
import { segmentText, splitSentences } from "./segment-text.ts";

test.each([
  ["第十二条　企业应当达标。违反的，处罚。", ["第十二条　企业应当达标。", "违反的，处罚。"]],
  ["（一）加强领导；（二）加大投入；", ["（一）加强领导；", "（二）加大投入；"]],
  ["他说：“完成。继续！”然后离开。", ["他说：“完成。继续！”然后离开。"]],
  ["「完了した。次に進む。」と述べた。終わり。", ["「完了した。次に進む。」と述べた。", "終わり。"]],
  ["执行国家标准（见附件。略）。完。", ["执行国家标准（见附件。略）。", "完。"]],
  ["未闭合的括号（如下。后面还有。", ["未闭合的括号（如下。", "后面还有。"]],
  ["PM2.5浓度为3.5。真的？！是。", ["PM2.5浓度为3.5。", "真的？！", "是。"]],
  [
    "The plan is in force. It ends in 2017. See GB 3095-2012. No. 3 applies.",
    ["The plan is in force.", "It ends in 2017. See GB 3095-2012. No. 3 applies."],
  ],
  ["一行目\n二行目", ["一行目", "二行目"]],
])("%s", (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

test("what cannot be translated is no segment", () => {
  const segments = segmentText("题", [
    { is: "paragraph", text: "———" },
    { is: "table", headerRows: 0, rows: [["", "甲"]] },
    { is: "signature", text: "国务院\n2013年9月10日" },
  ]);
  expect(segments).toEqual([
    { path: [-1, 0], source: "题" },
    { path: [1, 0, 1, 0], source: "甲" },
    { path: [2, 0], source: "国务院\n2013年9月10日" },
  ]);
});

test("nothing of a text is lost, whatever it holds", () => {
  const character = fc.constantFrom(..."。！？；“”（）「」1.aA 甲乙\n第条");
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 60 }), (text) => {
      expect(splitSentences(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});
