import mammoth from "mammoth";
import { expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { exampleTable } from "../../testing/example-report.ts";
import { readBack } from "../../testing/read-docx.ts";
import { colors } from "./measures.ts";
import { writeTableDocx } from "./write-table.ts";

const made = { maker: "IGES", date: "2016-01-19" };

test.each(languages)("another reader finds title, head, rows and notes in their order (%s)", async (language) => {
  const table = exampleTable(language);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeTableDocx(table, made)) });
  const expected = [
    table.title,
    "IGES",
    table.asOfText,
    ...["no", "period", "city", "date", "days"].map(
      (key) =>
        table.columns.find((column) => column.key === key)?.label ??
        table.columns.find((column) => column.group?.key === key)?.group?.label,
    ),
    ...table.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).filter((text) => text !== ""),
    table.notesTitle,
    "1.\tα",
    "2.\tβ",
  ];
  expect(value.split("\n").filter((line) => line !== "")).toEqual(expected);
});

test("the head is repeated, its groups are merged, rows are not cut, widths are whole", async () => {
  const file = readBack(await writeTableDocx(exampleTable("ja"), made));
  expect(file.count("//w:tr[w:trPr/w:tblHeader]")).toBe(2);
  expect(file.count("//w:tr[w:trPr/w:cantSplit]")).toBe(5);
  expect(file.find("//w:tc[w:tcPr/w:gridSpan/@w:val='2']")).toEqual(["協議実施時期"]);
  expect(file.find("//w:tc[w:tcPr/w:vMerge/@w:val='restart']")).toEqual(["番号", "都市"]);
  expect(file.count("//w:tc[w:tcPr/w:vMerge/@w:val='continue']")).toBe(2);
  const widths = file.find("//w:gridCol/@w:w").map(Number);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Number(file.find("//w:tblW/@w:w")[0]));
  expect(file.find("//w:tblCaption/@w:val")).toEqual(["現地協議一覧"]);
  expect(file.find("//w:tblDescription/@w:val")[0]).toContain("協議実施時期 日数");
});

test("a long table is parted between three rows above and two below", async () => {
  const [row] = exampleTable("ja").rows;
  if (!row) throw new Error("a row");
  const rows = Array.from({ length: 12 }, (_, index) => ({ ...row, key: String(index) }));
  const file = readBack(await writeTableDocx(exampleTable("ja", { rows, notes: [] }), made));
  const kept = Array.from({ length: 12 }, (_, index) => file.count(`//w:tr[${index + 3}][.//w:keepNext]`) > 0);
  expect(kept.flatMap((isKept, index) => (isKept ? [index] : []))).toEqual([0, 1, 10]);
});

test("a period of days and a number with its unit have room in one line", async () => {
  const [row] = exampleTable("ja").rows;
  if (!row) throw new Error("a row");
  const cells = ["1", "2015.10.22～2015.11.3", "1,480ページ", "協力".repeat(200)].map((text) => ({ text }));
  const columns = exampleTable("ja").columns.map((column, index) => ({ ...column, share: index === 3 ? 0.91 : 0.03 }));
  const file = readBack(await writeTableDocx(exampleTable("ja", { rows: [{ ...row, cells }], columns }), made));
  const [, period = 0, pages = 0] = file.find("//w:gridCol/@w:w").map(Number);
  // Twips: 14 digits, 5 dots and a wide mark; 6 characters that are wide and 4 that are not.
  expect(period).toBeGreaterThan(170 * 11);
  expect(pages).toBeGreaterThan(170 * 6);
});

test("only planned rows are shaded, the total is strong, numbers stand at the end", async () => {
  const file = readBack(await writeTableDocx(exampleTable("ja"), made));
  const fills = [3, 4, 5].map((row) => new Set(file.find(`//w:tr[${row}]//w:shd/@w:fill`)));
  expect(fills).toEqual([new Set(), new Set([colors.plannedFill]), new Set([colors.totalFill])]);
  expect(file.find("//w:r[w:rPr/w:b]/w:t")).toEqual(["12", "備考"]);
  expect(file.find("//w:tc[.//w:jc/@w:val='right']")).toEqual(["2", "10", "12"]);
});

test.each([
  ["portrait", "11906", []],
  ["landscape", "16838", ["landscape"]],
] as const)("the page lies as the table asks: %s", async (orientation, width, said) => {
  const file = readBack(await writeTableDocx(exampleTable("en", { orientation }), made));
  expect(file.find("//w:sectPr/w:pgSz/@w:w")).toEqual([width]);
  expect(file.find("//w:sectPr/w:pgSz/@w:orient")).toEqual(said);
});

test("without rows there is a sentence over the whole width", async () => {
  const file = readBack(await writeTableDocx(exampleTable("ja", { rows: [], notes: ["一つ"] }), made));
  expect(file.find("//w:tc[w:tcPr/w:gridSpan/@w:val='4']")).toEqual(["該当なし"]);
  expect(file.find("//w:p").at(-1)).toBe("備考：一つ");
});

test.each([
  ["ja", "Yu Gothic", "游ゴシック", "ja-JP"],
  ["zh", "Times New Roman", "仿宋", "zh-CN"],
  ["en", "Calibri", "游ゴシック", "ja-JP"],
] as const)("fonts and languages are those of the country: %s", async (language, latin, eastAsian, tag) => {
  const file = readBack(await writeTableDocx(exampleTable(language), made));
  const styles = "word/styles.xml";
  expect(file.find("//w:docDefaults//w:rFonts/@w:ascii", styles)).toEqual([latin]);
  expect(file.find("//w:docDefaults//w:rFonts/@w:eastAsia", styles)).toEqual([eastAsian]);
  expect(file.find("//w:docDefaults//w:lang/@w:eastAsia", styles)).toEqual([tag]);
  expect(file.find("//w:docDefaults//w:lang/@w:bidi", styles)).toEqual(["ar-SA"]);
});

test("the foot counts the pages, the head names the table, the properties know who and when", async () => {
  const file = readBack(await writeTableDocx(exampleTable("ja"), made));
  expect(file.find("//w:instrText", "word/footer1.xml")).toEqual([" PAGE ", " NUMPAGES "]);
  expect(file.find("//w:p", "word/header1.xml")).toEqual(["現地協議一覧"]);
  expect(file.find("//dc:creator", "docProps/core.xml")).toEqual(["IGES"]);
  expect(file.find("//dcterms:created", "docProps/core.xml")).toEqual(["2016-01-19T00:00:00Z"]);
});

test("the same table gives the same bytes", async () => {
  expect(await writeTableDocx(exampleTable("zh"), made)).toEqual(await writeTableDocx(exampleTable("zh"), made));
});

test("hostile names stay what they are, and what XML forbids is left out", async () => {
  const names = [
    "市".repeat(500),
    "مدينة شيآن (西安)",
    "עיר ABC",
    "𠮷野町・﨑・邯郸・辽宁",
    "😀👨‍👩‍👧",
    `<b>&amp;"'</b>`,
    "a\u0000b\u0001c\u000bd\uffffe\ud800f",
    "=1+1",
    "x".repeat(500),
  ];
  const rows = names.map((text, index) => ({
    key: String(index),
    kind: "row" as const,
    shaded: false,
    cells: [{ text: String(index) }, { text: "" }, { text: "" }, { text }],
  }));
  const docx = await writeTableDocx(exampleTable("ja", { rows, title: names.join(" ") }), {
    ...made,
    maker: names[6] ?? "",
  });
  const file = readBack(docx);
  expect(file.find("//w:tr[position() > 2]/w:tc[4]")).toEqual(names.with(6, "abcde\ufffdf"));
  expect(file.find("//w:tbl//w:r[w:rPr/w:rtl]")).toEqual(["مدينة شيآن", "עיר"]);
  await expect(mammoth.extractRawText({ buffer: Buffer.from(docx) })).resolves.toBeDefined();
});
