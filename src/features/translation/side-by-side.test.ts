import { describe, expect, test } from "vitest";
import type { Language } from "../../core/language.ts";
import { render } from "../../documents/render.ts";
import { fillOutline } from "../../documents/report.ts";
import { readBack } from "../../testing/read-docx.ts";
import { assembleTranslation, clauseNumberOf, targetBlocks } from "./assemble.ts";
import { segmentText } from "./segment-text.ts";
import { composeSideBySide } from "./side-by-side.ts";
import { emptyProgress, type SegmentMark, type Translation } from "./translation.ts";

const blocks: Translation["blocks"] = [
  { is: "heading", level: 1, text: "第一章　总则" },
  { is: "paragraph", text: "第一条　制定本条例。适用本条例{{title}}。" },
  { is: "paragraph", text: "——" },
  {
    is: "table",
    headerRows: 1,
    rows: [
      ["指标", "目标"],
      ["PM2.5", "—"],
    ],
  },
  { is: "signature", text: "2013年9月10日" },
];
const marks: SegmentMark[] = ["reviewed", "reviewed", "edited", "empty", "machine", "reviewed", "reviewed", "reviewed"];
const translation: Translation = {
  ...{ id: "x", subject: { kind: "text", id: "t" }, sourceLanguage: "zh", targetLanguage: "ja", title: "条例" },
  ...{ targetTitle: "訳条例", visibility: "public", state: "in-review", sourceHash: "", organisation: null, blocks },
  ...{ made: { by: "a", at: new Date(0) }, submitted: null, approved: null },
  progress: { ...emptyProgress(), total: 8, reviewed: 5, edited: 1, machine: 1, empty: 1 },
  segments: segmentText("条例", blocks).map((segment, position) => ({
    ...segment,
    ...{ id: `s${position}`, position, target: marks[position] === "empty" ? "" : `訳${segment.source}` },
    mark: marks[position] ?? "reviewed",
    ...{ origin: null, provider: null, memoryScore: null, version: 1, changed: null, reviewed: null },
  })),
};

test("the translation is put back into the blocks of its source, with the mark of each sentence", () => {
  const document = assembleTranslation(translation);
  expect(document.blocks.map(({ is }) => is)).toEqual(["heading", "paragraph", "paragraph", "table", "signature"]);
  expect(targetBlocks(document, "ja")).toEqual([
    { is: "heading", level: 1, text: "訳第一章　总则" },
    { is: "paragraph", text: "訳第一条　制定本条例。适用本条例{{title}}。" },
    { is: "paragraph", text: "——" },
    {
      is: "table",
      headerRows: 1,
      rows: [
        ["訳指标", "訳目标"],
        ["訳PM2.5", "—"],
      ],
    },
    { is: "signature", text: "訳2013年9月10日" },
  ]);
});

test.each([
  ["第十二条　企业", "第十二条"],
  ["（一）加强", "（一）"],
  ["1. 目的", "1."],
  ["Article 12 Enterprises", "Article 12"],
  ["北京市", null],
])("clause number of %s", (text, number) => {
  expect(clauseNumberOf(text)).toBe(number);
});

describe("side by side", () => {
  test("tells of the marks that stand in it, and of none where every sentence is reviewed", () => {
    const notes = (progress: Partial<Translation["progress"]>, language: Language) => {
      const of = { ...translation, progress: { ...emptyProgress(), total: 2, ...progress } };
      const body = composeSideBySide(of, { maker: "Renkei", date: "2026-11-22", language }).report.values.body;
      const written = body && "blocks" in body ? body.blocks : [];
      return written.flatMap((block) => (block.is === "paragraph" && block.look === "note" ? block.runs : []));
    };
    expect(notes({ reviewed: 2 }, "ja")).toEqual([]);
    expect(notes({ reviewed: 1, machine: 1 }, "ja")).toEqual([
      { text: "〔機械翻訳〕は、誰も確認していない文です。印のない文は校閲済です。" },
    ]);
    expect(notes({ edited: 1, empty: 1 }, "en")).toEqual([
      {
        text: "[not reviewed] marks sentences that a translator stands for and nobody has reviewed. [not translated] marks sentences left in the source language.",
      },
    ]);
  });

  const made = { maker: "Renkei", date: "2026-11-22" };
  const { report, outline } = composeSideBySide(translation, { ...made, language: "ja" });
  const job = { is: "report", report, outline, template: null, images: new Map<string, Uint8Array>() } as const;

  test.each([
    ["ja", "〔未校閲〕", "〔未訳〕", "〔機械翻訳〕"],
    ["zh", "〔未审校〕", "〔未译〕", "〔机器翻译〕"],
    ["en", " [not reviewed]", " [not translated]", " [machine]"],
  ] as const)(
    "source left, translation right, sentences marked in the reader's language (%s)",
    (language, ...marks) => {
      const [edited, empty, machine] = marks;
      const filled = fillOutline(outline, composeSideBySide(translation, { ...made, language }).report.values);
      const written = JSON.stringify(filled);
      // Braces are left alone, clauses keep their numbers.
      const space = language === "en" ? " " : "";
      expect(written).toContain(`訳第一条　制定本条例。${edited}${space}适用本条例{{title}}。${empty}`);
      expect(written).toContain(`訳指标${machine}`);
      expect(written).toContain("第一条　制定本条例。适用本条例{{title}}。");
      // Each part bears its own language: the same character is drawn otherwise in Japanese and Chinese.
      const cells = filled.flatMap((block) => (block.is === "table" ? (block.table.rows[1]?.cells ?? []) : []));
      expect(cells[0]?.runs).toEqual([{ text: "第一条　制定本条例。适用本条例{{title}}。", language: "zh" }]);
      expect(cells[1]?.runs?.flatMap((run) => run.language ?? [])).toEqual(["ja", language, "zh", language]);
    },
  );

  test("a title that nobody has reviewed says so", () => {
    const [first, ...rest] = translation.segments;
    if (!first) throw new Error("no title");
    const unreviewed: Translation = { ...translation, segments: [{ ...first, mark: "edited" }, ...rest] };
    const { report } = composeSideBySide(unreviewed, { ...made, language: "zh" });
    expect(report.values).toMatchObject({ title: { text: "訳条例" }, mark: { text: "〔未审校〕" } });
    expect(composeSideBySide(translation, { ...made, language: "zh" }).report.values.mark).toEqual({ text: "" });
  });

  test("in Word and PDF", async () => {
    const docx = await render({ ...job, format: "docx" });
    expect(readBack(docx.bytes).find("//w:tbl//w:tc").join("\n")).toContain("訳第一条　制定本条例。〔未校閲〕");
    const pdf = await render({ ...job, format: "pdf" });
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pdf.pages).toBe(1);
  }, 60_000);
});
