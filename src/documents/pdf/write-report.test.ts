import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { openPdf } from "../../testing/open-pdf.ts";
import { MissingGlyphs } from "../missing-glyphs.ts";
import type { PrintTable } from "../print-table.ts";
import type { Block, ParagraphLook, Report, ReportImages, ReportPhotograph } from "../report.ts";
import { findHeadingPages, writeReportPdf } from "./write-report.ts";

const report: Report = {
  title: "2015年度　中間報告書",
  language: "ja",
  maker: "地球環境戦略研究機関",
  date: "2016-01-19",
  images: [],
  values: {},
};

const sha256 = "ab".repeat(32);
let images: ReportImages = new Map();
beforeAll(async () => {
  const photograph = sharp({ create: { width: 80, height: 60, channels: 3, background: "#336699" } });
  images = new Map([[sha256, Uint8Array.from(await photograph.jpeg().toBuffer())]]);
});

const paragraph = (text: string, look: ParagraphLook = "body"): Block => ({ is: "paragraph", look, runs: [{ text }] });
const heading = (level: 1 | 2 | 3, text: string): Block => ({ is: "heading", level, text });
const photograph: ReportPhotograph = {
  sha256,
  mediaType: "image/jpeg",
  width: 80,
  height: 60,
  alt: "会議室で握手する二人",
  caption: "武漢市での協議",
  credit: "撮影：IGES",
};

function makeTable(orientation: PrintTable["orientation"]): PrintTable {
  return {
    id: "seminars",
    title: "現地セミナー",
    language: "ja",
    asOfText: "2016年1月19日現在",
    columns: [
      { key: "number", label: "番号", share: 0.2, align: "center" },
      { key: "city", label: "都市", share: 0.8, align: "start" },
    ],
    rows: [{ key: "r1", kind: "row", shaded: false, cells: [{ text: "1" }, { text: "南京市" }] }],
    notes: ["注一", "注二"],
    notesTitle: "備考",
    emptyText: "なし",
    orientation,
  };
}

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"><text x="5" y="50">濃度 PM2.5</text></svg>`;

const blocks: Block[] = [
  paragraph("中間報告書", "title"),
  paragraph("関係者会合", "subtitle"),
  paragraph("地球環境戦略研究機関", "maker"),
  paragraph("2016年1月19日", "date"),
  { is: "contents", title: "目次" },
  { is: "page-break" },
  heading(1, "１．業務の概要"),
  paragraph("協力を支援した。", "lead"),
  { is: "key-figures", items: [{ value: "14回", label: "協議" }] },
  heading(2, "（１）協議"),
  { is: "list", marks: "bullet", items: [[{ text: "北九州市" }], [{ text: "川崎市" }]] },
  { is: "table", caption: "表1　現地セミナー", table: makeTable("portrait") },
  { is: "facts", rows: [{ term: "期間", runs: [{ text: "一年" }] }] },
  { is: "page-break" },
  heading(1, "２．写真"),
  { is: "photographs", photographs: [photograph, { ...photograph, alt: "工場の煙突" }] },
  { is: "chart", caption: "図1　濃度", chart: { svg: drawing, width: 200, height: 100, alt: "濃度の棒グラフ" } },
  paragraph("結び", "right"),
];

describe("a report", () => {
  it("reads in order: cover, contents, then every block", async () => {
    const { texts } = await openPdf(writeReportPdf(report, blocks, images).bytes);
    expect(texts).toHaveLength(4);
    expect(texts[0]).toBe("中間報告書関係者会合地球環境戦略研究機関2016年1月19日");
    expect(texts[1]).toMatch(/^目次１．業務の概要.*3（１）協議.*3２．写真.*4/);
    expect(texts[2]).toMatch(
      /^１．業務の概要協力を支援した。14回協議（１）協議・北九州市・川崎市表1現地セミナー2016年1月19日現在番号都市1南京市備考1\.注一2\.注二期間一年/,
    );
    expect(texts[3]).toMatch(/^２．写真武漢市での協議撮影：IGES.*図1濃度/);
    expect(texts[3]).toContain("結び");
    expect(texts[3]).toContain("4/4");
    expect(texts[3]).toContain("2015年度中間報告書");
  });

  it("is tagged as PDF/UA-1 asks: headings, lists, contents, tables, alternative texts, bookmarks", async () => {
    const pdf = await openPdf(writeReportPdf(report, blocks, images).bytes);
    const roles = pdf.elements.map(({ role }) => role);
    expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf).toMatchObject({ title: report.title, author: report.maker, language: "ja" });
    expect(pdf.bookmarks).toEqual(["１．業務の概要", "（１）協議", "２．写真"]);
    expect(roles.filter((role) => role === "H2")).toHaveLength(1);
    expect(roles.filter((role) => role === "TOCI")).toHaveLength(3);
    expect(roles.filter((role) => role === "TH")).toHaveLength(2);
    expect(roles).toEqual(expect.arrayContaining(["TOC", "L", "LI", "Caption", "THead"]));
    const alternatives = pdf.elements.filter(({ role }) => role === "Figure").map(({ alt }) => alt);
    expect(alternatives).toEqual(["会議室で握手する二人", "工場の煙突", "濃度の棒グラフ"]);
    expect([...pdf.fonts.values()].every((embedded) => embedded)).toBe(true);
  });

  it("gives the same bytes each time", () => {
    const first = writeReportPdf(report, blocks, images).bytes;
    writeReportPdf({ ...report, title: "別の文書" }, blocks.slice(6), images);
    expect(Buffer.from(writeReportPdf(report, blocks, images).bytes).equals(Buffer.from(first))).toBe(true);
  });

  it("tells the pages of its headings, also of one without text", () => {
    expect(findHeadingPages(report, blocks, images)).toEqual([3, 3, 4]);
    const more = [...blocks, heading(2, " "), { is: "page-break" as const }, heading(3, "終わり")];
    expect(findHeadingPages(report, more, images)).toEqual([3, 3, 4, 4, 5]);
  });

  it("keeps facts whole below their heading, and a few lines above a heading of lower rank with it", async () => {
    const facts: Block = {
      is: "facts",
      rows: ["日程", "場所", "内容", "成果"].map((term) => ({ term, runs: [{ text: `${term}の説明` }] })),
    };
    const list: Block = { is: "list", marks: "bullet", items: [[{ text: "協力相手：広東省" }]] };
    const section = [heading(2, "兵庫県"), list, paragraph("今年度の取組", "lead"), facts];
    for (let above = 18; above < 30; above += 1) {
      const lines = Array.from({ length: above }, (_, index) => paragraph(`本文${index}`));
      const { texts } = await openPdf(
        writeReportPdf(report, [heading(1, "取組"), ...lines, ...section], new Map()).bytes,
      );
      const pages = texts.map((text) =>
        ["兵庫県", "広東省", "今年度の取組", "成果の説明"].map((word) => text.includes(word)),
      );
      expect(pages.every((found) => new Set(found).size === 1)).toBe(true);
      expect(texts.some((text) => text.includes("成果の説明"))).toBe(true);
    }
  });

  it("begins a long table with three rows on its page, or on the next", async () => {
    const [row] = makeTable("portrait").rows;
    if (!row) throw new Error("a row");
    const rows = Array.from({ length: 14 }, (_, index) => ({
      ...row,
      key: String(index),
      cells: [{ text: String(index) }, { text: `第${index}市` }],
    }));
    for (const above of [24, 28, 29, 30, 31, 32, 33, 34]) {
      const lines = Array.from({ length: above }, (_, index) => paragraph(`本文${index}`));
      const table: Block = { is: "table", caption: "長い表", table: { ...makeTable("portrait"), rows } };
      const { texts } = await openPdf(writeReportPdf(report, [heading(1, "取組"), ...lines, table], new Map()).bytes);
      const first = texts.find((text) => text.includes("長い表"));
      expect(first).toContain("第2市");
    }
  });

  it("turns the page for a wide table and takes the heading above along", async () => {
    const wide: Block[] = [
      paragraph("前"),
      heading(1, "広い表"),
      { is: "table", caption: "表2", table: makeTable("landscape") },
      paragraph("後"),
    ];
    const { sizes, texts } = await openPdf(writeReportPdf(report, wide, images).bytes);
    expect(sizes.map(({ width, height }) => width > height)).toEqual([false, true, false]);
    expect(texts[1]).toMatch(/^広い表表2/);
  });

  it("sets runs of other languages in their own tongue and links where they lead", async () => {
    const mixed: Block[] = [
      heading(2, "见出し"),
      { is: "paragraph", look: "body", runs: [{ text: "辽宁省", language: "zh" }] },
      {
        is: "paragraph",
        look: "body",
        runs: [{ text: "生态环境部", language: "zh", href: "https://www.mee.gov.cn/" }],
      },
      { is: "paragraph", look: "body", runs: [{ text: "no script", href: "javascript:alert(1)" }] },
    ];
    const { bytes } = writeReportPdf(report, mixed, images);
    const { elements, fonts } = await openPdf(bytes);
    expect(elements.filter(({ language }) => language === "zh-CN")).toHaveLength(1);
    expect([...fonts.keys()].join(" ")).toContain("NotoSansSC-Regular");
    expect(elements.filter(({ role }) => role === "Link")).toHaveLength(1);
    expect(elements.filter(({ role }) => role === "H1")).toHaveLength(1);
  });

  it("is a letter where it has no headings: no cover, no number on a single page", async () => {
    const letter = [
      paragraph("2016年1月19日", "date"),
      paragraph("ご招待", "title"),
      paragraph("拝啓　厚く御礼申し上げます。"),
    ];
    const { texts } = await openPdf(writeReportPdf(report, letter, images).bytes);
    expect(texts).toEqual(["2016年1月19日ご招待拝啓厚く御礼申し上げます。"]);
  });

  it.each(["zh", "en"] as const)("is in its own language: %s", async (language) => {
    const { language: found, fonts } = await openPdf(
      writeReportPdf({ ...report, language }, blocks.slice(6, 11), images).bytes,
    );
    expect(found).toBe(language === "zh" ? "zh-CN" : "en");
    expect([...fonts.keys()].join(" ").includes("NotoSansSC")).toBe(language === "zh");
  });
});

describe("hostile texts", () => {
  it("are no markup, wherever they stand", async () => {
    const hostile = '#panic("x") ] } *a* $b$ <c> @d "e" \\';
    const everywhere: Block[] = [
      heading(1, hostile),
      paragraph(hostile),
      { is: "list", marks: "number", items: [[{ text: hostile, strong: true }]] },
      { is: "facts", rows: [{ term: hostile, runs: [{ text: hostile }] }] },
      { is: "photographs", photographs: [{ ...photograph, caption: hostile, alt: hostile, credit: hostile }] },
      { is: "table", caption: hostile, table: { ...makeTable("portrait"), notes: [hostile] } },
    ];
    const { texts } = await openPdf(
      writeReportPdf({ ...report, title: hostile, maker: hostile }, everywhere, images).bytes,
    );
    expect(texts.join("").split('#panic("x")]}*a*$b$<c>@d"e"\\').length - 1).toBe(9);
  });

  it("break where they are too long, and stay on the page", async () => {
    const long = "x".repeat(500);
    const everywhere: Block[] = [
      paragraph(long, "title"),
      paragraph(long, "subtitle"),
      { is: "page-break" },
      heading(1, long),
      paragraph(long),
      {
        is: "key-figures",
        items: [
          { value: "123456789012345", label: long },
          { value: "1", label: "b" },
        ],
      },
      { is: "facts", rows: [{ term: long, runs: [{ text: long }] }] },
      { is: "photographs", photographs: [{ ...photograph, caption: long, credit: long }] },
    ];
    const { right } = await openPdf(writeReportPdf({ ...report, title: long }, everywhere, images).bytes);
    expect(right).toBeGreaterThan(400);
    expect(right).toBeLessThanOrEqual(595 - 56);
  });

  it("are refused where no font draws them, with the heading under which they stand", () => {
    const bad: Block[] = [
      heading(1, "概要"),
      paragraph("\u{13000}"),
      heading(1, "表"),
      { is: "table", caption: null, table: { ...makeTable("portrait"), notes: ["\u{13001}"] } },
      {
        is: "chart",
        caption: "図",
        chart: { svg: drawing.replace("濃度", "&#x13002;"), width: 2, height: 1, alt: "" },
      },
    ];
    expect(() => writeReportPdf(report, bad, images)).toThrow(MissingGlyphs);
    expect(() => writeReportPdf(report, bad, images)).toThrow(
      "概要: \u{13000} (U+13000); 表、現地セミナー、備考: \u{13001} (U+13001); 表、図: \u{13002} (U+13002)",
    );
  });

  it("are refused where an image did not come along", () => {
    expect(() => writeReportPdf(report, blocks, new Map())).toThrow(/did not come with the report/);
  });
});

it("sets sixty pages and more", () => {
  const long: Block[] = Array.from({ length: 60 }, (_, index) => [
    heading(1, `${index + 1}．章`),
    ...Array.from({ length: 5 }, () => paragraph("都市間連携協力の円滑な実施を支援した。".repeat(8))),
    { is: "table" as const, caption: `表${index + 1}`, table: makeTable("portrait") },
    { is: "page-break" as const },
  ]).flat();
  expect(writeReportPdf(report, long, images).pages).toBeGreaterThanOrEqual(60);
});
