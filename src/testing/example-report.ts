import sharp from "sharp";
import type { Language } from "../core/language.ts";
import type { FillJob } from "../documents/docx/fill-template.ts";
import type { PrintTable } from "../documents/print-table.ts";
import type { Block, ParagraphLook, Report } from "../documents/report.ts";

/** For tests: a table with everything that a table can have. */
export function exampleTable(language: Language, change: Partial<PrintTable> = {}): PrintTable {
  const words = {
    ja: [
      "番号",
      "時期",
      "日数",
      "都市",
      "協議実施時期",
      "2016年1月19日現在",
      "備考",
      "該当なし",
      "現地協議一覧",
      "武漢市",
    ],
    zh: ["序号", "时间", "天数", "城市", "协商时间", "截至2016年1月19日", "备注", "无", "当地协商一览表", "武汉市"],
    en: [
      "No.",
      "Date",
      "Days",
      "City",
      "Consultation",
      "As of 19 January 2016",
      "Notes",
      "None",
      "Consultations",
      "Wuhan",
    ],
  }[language];
  const [
    no = "",
    date = "",
    days = "",
    city = "",
    period = "",
    asOfText = "",
    notesTitle = "",
    emptyText = "",
    title = "",
    name = "",
  ] = words;
  return {
    id: "consultations",
    title,
    language,
    asOfText,
    columns: [
      { key: "no", label: no, share: 0.1, align: "center" },
      { key: "date", label: date, group: { key: "period", label: period }, share: 0.3, align: "start" },
      { key: "days", label: days, group: { key: "period", label: period }, share: 0.2, align: "end" },
      { key: "city", label: city, share: 0.4, align: "start" },
    ],
    rows: [
      { key: "1", kind: "row", shaded: false, cells: ["1", "2015.7.21", "2", name].map((text) => ({ text })) },
      { key: "2", kind: "row", shaded: true, cells: ["2", "2016.2", "10", "重慶市・武汉市"].map((text) => ({ text })) },
      { key: "all", kind: "total", shaded: false, cells: ["", "", "12", ""].map((text) => ({ text })) },
    ],
    notes: ["α", "β"],
    notesTitle,
    emptyText,
    orientation: "portrait",
    ...change,
  };
}

export function paragraph(text: string, look: ParagraphLook = "body"): Block {
  return { is: "paragraph", look, runs: [{ text }] };
}

export const exampleOutline: Block[] = [
  paragraph("{{title}}", "title"),
  paragraph("{{subtitle}}", "subtitle"),
  paragraph("{{maker}}", "maker"),
  { is: "contents", title: "目次" },
  { is: "page-break" },
  { is: "heading", level: 1, text: "１．概要" },
  paragraph("現在までに{{count}}回実施した。"),
  paragraph("{{body}}"),
  { is: "heading", level: 1, text: "２．{{subtitle}}" },
  paragraph("以上。", "note"),
];

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30" width="60" height="30"><rect width="60" height="30" fill="#0055ad"/></svg>';

export async function exampleJob(language: Language = "ja", change: Partial<Report["values"]> = {}): Promise<FillJob> {
  const image = { create: { width: 80, height: 60, channels: 3 as const, background: "#778899" } };
  const photograph = {
    width: 80,
    height: 60,
    alt: "会議の\u0007様子",
    caption: "協議の様子",
    credit: "撮影：北九州市",
  };
  const body: Block[] = [
    { is: "heading", level: 2, text: "（１）協議" },
    {
      is: "paragraph",
      look: "lead",
      runs: [
        { text: "日中協力 " },
        { text: "生态环境部", language: "zh", strong: true },
        { text: " 資料", href: "https://example.org/a?b=1&c=2" },
        { text: " 危険", href: "javascript:alert(1)" },
      ],
    },
    { is: "list", marks: "bullet", items: [[{ text: "研修" }], [{ text: "セミナー" }]] },
    { is: "list", marks: "number", items: [[{ text: "一" }], [{ text: "二" }]] },
    paragraph("次に。"),
    { is: "list", marks: "number", items: [[{ text: "再び一" }]] },
    { is: "facts", rows: [{ term: "時期", runs: [{ text: "2015年9月" }] }] },
    { is: "key-figures", items: [{ value: "14回", label: "現地協議" }] },
    { is: "table", caption: "表1　現地協議一覧", table: exampleTable(language) },
    {
      is: "photographs",
      photographs: [
        { sha256: "a", mediaType: "image/jpeg", ...photograph },
        { sha256: "b", mediaType: "image/webp", ...photograph },
        { sha256: "a", mediaType: "image/jpeg", ...photograph },
      ],
    },
    { is: "chart", caption: "図3　回数", chart: { svg, width: 60, height: 30, alt: "回数の推移" } },
    { is: "heading", level: 2, text: "（２）横長の表" },
    { is: "table", caption: "表2　横長", table: exampleTable(language, { orientation: "landscape" }) },
    paragraph("表の後。"),
  ];
  return {
    outline: exampleOutline,
    images: new Map([
      ["a", new Uint8Array(await sharp(image).jpeg().toBuffer())],
      ["b", new Uint8Array(await sharp(image).webp().toBuffer())],
    ]),
    report: {
      title: "中間報告書 & <概要>",
      language,
      maker: "地球環境戦略研究機関",
      date: "2016-01-19",
      images: ["a", "b"],
      values: {
        subtitle: { text: "会議資料\n第2版" },
        maker: { text: "地球環境戦略研究機関" },
        count: { text: "14" },
        body: { blocks: body },
        ...change,
      },
    },
  };
}
