import { strFromU8, unzipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import type { PrintTable } from "../print-table.ts";
import { writeAmountFormat } from "./amount-format.ts";
import { countLines } from "./count-lines.ts";
import { writePrintXlsx } from "./write-print.ts";

const maker = { maker: "IGES", date: "2016-01-19" };
const table: PrintTable = {
  id: "trainings",
  title: "訪日研修等の受入れ [招聘事業]",
  language: "ja",
  asOfText: "2016年1月19日現在",
  columns: [
    { key: "number", label: "番号", share: 0.1, align: "center" },
    { key: "date", label: "時期", group: { key: "period", label: "研修期間" }, share: 0.2, align: "start" },
    { key: "days", label: "日数", group: { key: "period", label: "研修期間" }, share: 0.1, align: "center" },
    { key: "remark", label: "備考", share: 0.6, align: "start" },
  ],
  rows: [
    row("1", [
      { text: "1" },
      { text: "2015.9.8～17" },
      { text: "10日", number: { value: 10, unit: "日" } },
      { text: "市".repeat(500) },
    ]),
    row(
      "2",
      [
        { text: "2" },
        { text: '=HYPERLINK("x")' },
        { text: "-5日", number: { value: -5, unit: "日" } },
        { text: "\0@x 𠮷﨑 שלום 😀" },
      ],
      true,
    ),
    {
      ...row("t", [
        { text: "合計" },
        { text: "" },
        { text: "1,480日", number: { value: 1480, unit: "日" } },
        { text: "" },
      ]),
      kind: "total",
    },
  ],
  notes: ["網掛けの行は予定", "速報値"],
  notesTitle: "備考",
  emptyText: "記録なし",
  orientation: "landscape",
};

function row(key: string, cells: PrintTable["rows"][number]["cells"], shaded = false): PrintTable["rows"][number] {
  return { key, kind: "row", shaded, cells };
}

test("another library reads title, headings, rows and notes; amounts are numbers, formulas texts", async () => {
  const cells = await readSheet(Buffer.from(await writePrintXlsx(table, maker)));
  expect(cells.map((line) => line[0])).toEqual([
    "訪日研修等の受入れ [招聘事業]",
    "2016年1月19日現在",
    "番号",
    null,
    "1",
    "2",
    "合計",
    "備考",
    "1. 網掛けの行は予定",
    "2. 速報値",
  ]);
  expect(cells[2]?.slice(1)).toEqual(["研修期間", null, "備考"]);
  expect(cells[3]?.slice(1)).toEqual(["時期", "日数", null]);
  expect(cells.slice(4, 7).map((line) => line[2])).toEqual([10, -5, 1480]);
  expect(cells[5]?.slice(1)).toEqual(['\'=HYPERLINK("x")', -5, "'@x 𠮷﨑 שלום 😀"]);
});

test("stands on A4 across, with its heading on every page and the page's number below", async () => {
  const { sheet, workbook, core, styles } = await readParts(table);
  expect(sheet).toMatch(
    /<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"|<pageSetup[^>]*orientation="landscape"[^>]*paperSize="9"/,
  );
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
  expect(sheet).toContain('fitToHeight="0"');
  expect(sheet).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
  expect(sheet).toMatch(/<pane ySplit="4"[^>]*state="frozen"/);
  for (const range of ["A1:D1", "A2:D2", "B3:C3", "A3:A4", "D3:D4", "A8:D8"])
    expect(sheet).toContain(`<mergeCell ref="${range}"/>`);
  expect(workbook).toMatch(/_xlnm.Print_Titles[^<]*>[^<]*\$3:\$4</);
  expect(workbook).toMatch(/_xlnm.Print_Area[^<]*>[^<]*\$A\$1:\$D\$10</);
  expect(workbook).toContain('name="訪日研修等の受入れ  招聘事業"');
  expect(core).toContain("<dc:language>ja</dc:language>");
  expect(core).toContain("<dc:creator>IGES</dc:creator>");
  expect(styles).toContain("游ゴシック");
  expect(styles).toContain("#,##0&quot;日&quot;");
  expect(sheet).not.toContain("<f>");
});

test("a long text gets the height that it needs, and no more than Excel allows", async () => {
  const { sheet } = await readParts(table);
  const heights = [...sheet.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].map(([, number, height]) => [
    number,
    Number(height),
  ]);
  const of = (number: string) => Number(heights.find(([found]) => found === number)?.[1]);
  expect(of("5")).toBeGreaterThan(150);
  expect(of("5")).toBeLessThanOrEqual(409);
  expect(of("6")).toBeLessThan(30);
});

test("a table without rows says so, and one heading row is enough without groups", async () => {
  const columns = table.columns.map(({ group: _, ...column }) => column);
  const cells = await readSheet(Buffer.from(await writePrintXlsx({ ...table, columns, rows: [], notes: [] }, maker)));
  expect(cells.map((line) => line[0])).toEqual([table.title, table.asOfText, "番号", "記録なし"]);
});

test("the same table gives the same bytes", async () => {
  const first = await writePrintXlsx(table, maker);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await writePrintXlsx(structuredClone(table), maker)).toEqual(first);
});

test.each([
  ["14回", 14, "回", '#,##0"回"'],
  ["1,480 pages", 1480, "pages", '#,##0" pages"'],
  ["-5名", -5, "名", '#,##0"名"'],
  ["2.5 km", 2.5, "km", '#,##0.0" km"'],
  ["計 7件", 7, "件", '"計 "#,##0"件"'],
  ["many", 7, "件", '#,##0"件"'],
])("%s is shown by a format", (text, value, unit, format) => {
  expect(writeAmountFormat(text, { value, unit })).toBe(format);
});

test.each([
  ["", 10, 1],
  ["北九州市", 8, 1],
  ["北九州市", 6, 2],
  ["two words", 9, 1],
  ["two words", 8, 2],
  ["one\ntwo", 20, 2],
  ["a".repeat(25), 10, 3],
])("%j takes its lines in %d characters", (text, width, lines) => {
  expect(countLines(text, width)).toBe(lines);
});

async function readParts(source: PrintTable) {
  const parts = unzipSync(await writePrintXlsx(source, maker));
  const read = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return {
    sheet: read("xl/worksheets/sheet1.xml"),
    workbook: read("xl/workbook.xml"),
    core: read("docProps/core.xml"),
    styles: read("xl/styles.xml"),
  };
}
