import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { exampleOutline, exampleTable, paragraph } from "../../testing/example-report.ts";
import { changePart } from "../../testing/read-docx.ts";
import type { Block } from "../report.ts";
import { checkTemplate } from "./check-template.ts";
import { UnusableTemplate } from "./package.ts";
import { readTemplate } from "./read-template.ts";
import { writeTableDocx } from "./write-table.ts";
import { writeTemplate } from "./write-template.ts";

const known = [
  { name: "subtitle", gives: "text", required: false },
  { name: "maker", gives: "text", required: true },
  { name: "count", gives: "text", required: true },
  { name: "body", gives: "blocks", required: true },
] as const;

const rich: Block[] = [
  ...exampleOutline,
  paragraph("右", "right"),
  paragraph("記", "center"),
  paragraph("要点", "lead"),
  { is: "paragraph", look: "body", runs: [{ text: "環境省 " }, { text: "强", strong: true }, { text: " {{count}}" }] },
  { is: "list", marks: "bullet", items: [[{ text: "一" }], [{ text: "二" }]] },
  { is: "list", marks: "number", items: [[{ text: "三" }]] },
  { is: "facts", rows: [{ term: "時期", runs: [{ text: "{{count}}" }] }] },
  { is: "key-figures", items: [{ value: "14", label: "協議" }] },
];

test.each(languages)("our own template reads back as the outline that it was written from (%s)", async (language) => {
  const reading = await readTemplate(await writeTemplate(rich, { language, title: "x" }));
  expect(reading.outline).toEqual(rich);
  expect(reading.missingStyles).toEqual([]);
  expect(reading.wordOnly).toEqual([]);
  expect(checkTemplate(reading, known)).toEqual([]);
});

test("an empty line stays as air, whoever made it", async () => {
  const outline = [paragraph("前"), paragraph("　"), paragraph("後")];
  const docx = await writeTemplate(outline, { language: "ja", title: "" });
  const emptied = changePart(docx, "word/document.xml", (xml) =>
    xml.replace(/<w:r>(?:(?!<w:r>).)*>　<\/w:t><\/w:r>/, ""),
  );
  expect(emptied).not.toEqual(docx);
  for (const one of [docx, emptied]) expect((await readTemplate(one)).outline).toEqual(outline);
});

test("words in another language and links keep that", async () => {
  const outline: Block[] = [
    {
      is: "paragraph",
      look: "body",
      runs: [{ text: "中国の" }, { text: "生态环境部", language: "zh" }, { text: "頁", href: "https://example.org/" }],
    },
  ];
  expect((await readTemplate(await writeTemplate(outline, { language: "ja", title: "" }))).outline).toEqual(outline);
});

test("a table of text becomes a table with its caption; one with placeholders becomes paragraphs", async () => {
  const table = exampleTable("ja", { asOfText: "", notes: [] });
  const outline: Block[] = [{ is: "table", caption: "表1　協議", table }];
  const docx = await writeTemplate(outline, { language: "ja", title: "" });
  const [block, ...rest] = (await readTemplate(docx)).outline;
  expect(rest).toEqual([]);
  if (block?.is !== "table") throw new Error("no table");
  expect(block.caption).toBe("表1　協議");
  expect(block.table.columns.map(({ label }) => label)).toEqual(["番号", "協議実施時期", "", "都市"]);
  expect(block.table.rows.map(({ cells }) => cells.map(({ text }) => text).join("|"))).toEqual([
    "|時期|日数|",
    "1|2015.7.21|2|武漢市",
    "2|2016.2|10|重慶市・武汉市",
    "||12|",
  ]);
  const changed = changePart(docx, "word/document.xml", (xml) => xml.replace("武漢市", "{{body}}"));
  expect((await readTemplate(changed)).outline).toContainEqual(paragraph("{{body}}"));
});

/** A template with these paragraphs under one heading. */
async function readParagraphs(texts: readonly string[]) {
  const outline: Block[] = [{ is: "heading", level: 1, text: "概要" }, ...texts.map((text) => paragraph(text))];
  return readTemplate(await writeTemplate(outline, { language: "ja", title: "" }));
}

test("unknown and missing placeholders are named, with place and what was probably meant", async () => {
  const reading = await readParagraphs(["{{maker}}", "回数は{{cuont}}回", "{{body}}", "x"]);
  const place = { part: "body", paragraph: 3, heading: "概要", start: "回数は{{cuont}}回" };
  expect(checkTemplate(reading, known)).toEqual([
    { code: "unknown-placeholder", name: "cuont", similar: "count", place },
    { code: "missing-placeholder", name: "count" },
  ]);
});

test("blocks need a paragraph of their own in the body, once", async () => {
  const reading = await readParagraphs(["{{maker}}{{count}}", "次に{{body}}", "{{body}}"]);
  expect(checkTemplate(reading, known)).toMatchObject([
    { code: "blocks-not-alone", name: "body", place: { paragraph: 3 } },
    { code: "blocks-repeated", name: "body", places: [{ paragraph: 3 }, { paragraph: 4 }] },
  ]);
  const docx = changePart(await writeTemplate(rich, { language: "ja", title: "" }), "word/header1.xml", (xml) =>
    xml.replace("{{title}}", "{{body}}"),
  );
  expect(checkTemplate(await readTemplate(docx), known)).toMatchObject([
    { code: "blocks-outside-body", name: "body", place: { part: "header", paragraph: 1 } },
    { code: "blocks-repeated" },
  ]);
});

test.each([
  ["{{count", "unclosed"],
  ["count}}", "unopened"],
  ["{{count}", "uneven"],
  ["{count}}", "uneven"],
  ["{{{count}}}", "uneven"],
  ["{count}", "single"],
  ["{{ {{count}} }}", "nested"],
  ["{{}}", "empty"],
  ["{{Count}}", "bad-name"],
  ["{{回数}}", "bad-name"],
  ["｛｛ｃｏｕｎｔ｝｝", "bad-name"],
  ["{{count {{maker}}", "unclosed"],
])("broken braces are found: %s", async (text, problem) => {
  const { broken } = await readParagraphs([text]);
  expect(broken).toMatchObject([{ problem, place: { part: "body", paragraph: 2, heading: "概要" } }]);
});

test("full-width braces are braces; braces that mean something else are left alone", async () => {
  const reading = await readParagraphs(["｛｛ count ｝｝回", "{x y}、{環境}", "集合｛１｝"]);
  expect(reading.broken).toEqual([]);
  expect(reading.placeholders.map(({ name }) => name)).toEqual(["count", "title"]);
  expect(reading.outline[1]).toEqual(paragraph("{{count}}回"));
});

test("a placeholder cut into runs is one; the outline keeps it whole", async () => {
  const docx = changePart(
    await writeTemplate([paragraph("前{{count}}後")], { language: "ja", title: "" }),
    "word/document.xml",
    (xml) =>
      xml.replace("{{count}}後</w:t></w:r>", "{{co</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>unt}}後</w:t></w:r>"),
  );
  const reading = await readTemplate(docx);
  expect(reading.placeholders[0]).toMatchObject({ name: "count", alone: false });
  expect(reading.outline).toEqual([
    { is: "paragraph", look: "body", runs: [{ text: "前{{count}}" }, { text: "後", strong: true }] },
  ]);
});

test("pictures and text boxes are named as what only Word shows, with their place", async () => {
  const box =
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:txbxContent><w:p><w:r><w:t>{{count}}</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing><pic:pic xmlns:pic="p"/></w:drawing></w:r></w:p>';
  const docx = changePart(await writeTemplate(rich, { language: "ja", title: "" }), "word/document.xml", (xml) =>
    xml.replace("<w:sectPr>", `${box}<w:sectPr>`),
  );
  const reading = await readTemplate(docx);
  expect(reading.wordOnly.map(({ kind, place }) => [kind, place.heading])).toEqual([
    ["text-box", "２．{{subtitle}}"],
    ["image", "２．{{subtitle}}"],
  ]);
  expect(reading.placeholders).toContainEqual(
    expect.objectContaining({ name: "count", place: expect.objectContaining({ part: "text-box" }) }),
  );
});

test("styles that blocks need and the template lacks are named as Word names them", async () => {
  const docx = changePart(await writeTemplate(rich, { language: "ja", title: "" }), "word/styles.xml", (xml) =>
    xml.replace(/<w:style [^>]*w:styleId="(?:Caption|RenkeiNote)".*?<\/w:style>/g, ""),
  );
  expect((await readTemplate(docx)).missingStyles).toEqual([
    { key: "note", name: "注記" },
    { key: "caption", name: "caption" },
  ]);
});

test("what is no template is refused for a reason", async () => {
  const good = await writeTableDocx(exampleTable("ja"), { maker: "", date: "2016-01-19" });
  const reasonOf = async (docx: Uint8Array) => {
    const error = await readTemplate(docx).catch((thrown: unknown) => thrown);
    return error instanceof UnusableTemplate ? error.reason : error;
  };
  const parts = Array.from({ length: 2001 }, (_, index) => [`${index}`, new Uint8Array(1)]);
  expect(await reasonOf(strToU8("%PDF-1.7"))).toBe("not-a-docx");
  expect(await reasonOf(zipSync({ "xl/workbook.xml": strToU8("<a/>") }))).toBe("not-a-docx");
  expect(await reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe("old-or-encrypted");
  expect(await reasonOf(zipSync(Object.fromEntries(parts)))).toBe("too-large");
  expect(await reasonOf(declareSize(good, 2 ** 30))).toBe("too-large");
  expect(await reasonOf(declareSize(good, 8))).toBe("not-a-docx");
  expect(await reasonOf(good.slice(0, good.length / 2))).toBe("damaged");
  expect(await reasonOf(changePart(good, "word/document.xml", (xml) => xml.slice(0, -9)))).toBe("damaged");
  const laughs = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>';
  expect(
    await reasonOf(changePart(good, "word/document.xml", (xml) => xml.replace("<w:document", `${laughs}<w:document`))),
  ).toBe("damaged");
  const macros = changePart(good, "[Content_Types].xml", (xml) =>
    xml.replace(
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
      "vnd.ms-word.document.macroEnabled.main",
    ),
  );
  expect(await reasonOf(macros)).toBe("macros");
});

/** The first entry of the central directory says that it unpacks to this many bytes (APPNOTE 4.3.12). */
function declareSize(zip: Uint8Array, bytes: number): Uint8Array {
  const copy = Uint8Array.from(zip);
  const entry = Buffer.from(copy.buffer).indexOf("PK\x01\x02", 0, "latin1");
  new DataView(copy.buffer).setUint32(entry + 24, bytes, true);
  return copy;
}
