import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { readSpreadsheet } from "../../spreadsheets/read-spreadsheet.ts";
import { writeDataCsv } from "../data-csv.ts";
import type { DataTable, DataValue } from "../data-table.ts";
import { checkCsv } from "../machine-readability/check-csv.ts";
import { checkXlsx } from "../machine-readability/check-xlsx.ts";
import { readCsvRecords } from "../machine-readability/read-csv.ts";
import { writeDataXlsx } from "./write-data.ts";

const hostile = [
  "=1+1",
  "+1",
  "@SUM(A1)",
  "-1+1",
  "\t=cmd|' /C calc'!A0",
  "\r=1",
  "\0=1",
  "'=1",
  "-5",
  "𠮷田市﨑郸辽",
  "שלום العالم",
  "👩🏽‍🚀 emoji",
  "a,b \"c\" 'd'",
  "two\r\nlines\u2028three",
  "_x0041_ <b>&amp;</b>",
  "市".repeat(500),
  "lone \ud800 half",
  "Ⅲ.5 ①㈱ ｶﾞ",
];
const safe = [
  "'=1+1",
  "'+1",
  "'@SUM(A1)",
  "'-1+1",
  "'=cmd|' /C calc'!A0",
  "'=1",
  "'=1",
  "''=1",
  "-5",
  "𠮷田市﨑郸辽",
  "שלום العالم",
  "👩🏽‍🚀 emoji",
  "a,b \"c\" 'd'",
  "two lines three",
  "_x0041_ <b>&amp;</b>",
  "市".repeat(500),
  "lone half",
  "III.5 (1)(株) ガ",
];

const amounts = [-3, 0, null, 1480.5];
const table: DataTable = {
  id: "hostile",
  title: "Hostile names",
  language: "en",
  fields: [
    { name: "name", title: "Name", description: "What it is called", type: "text" },
    { name: "kind_code", title: "Kind", description: "Kind of thing", type: "code", codeList: "kind" },
    { name: "amount", title: "Amount", description: "How much", type: "number", unit: "people" },
  ],
  rows: hostile.map((name, index): DataValue[] => [name, "a", amounts[index % 4] ?? null]),
  codeLists: [{ id: "kind", title: "Kind", codes: [{ code: "a", label: "=A" }] }],
  about: [{ term: "definition", text: "Names that break things" }],
};

test("another library reads the values back, numbers as numbers and formulas as texts", async () => {
  const sheets = await readXlsxFile(Buffer.from(await writeDataXlsx([table], { date: "2016-01-19" })));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["hostile", "codes", "fields", "about"]);
  const [header, ...rows] = sheets[0]?.data ?? [];
  expect(header).toEqual(["name", "kind_code", "amount"]);
  expect(rows.map(([name]) => String(name).replace("_x005F_", "_"))).toEqual(safe);
  expect(rows.map(([, , amount]) => amount)).toEqual(hostile.map((_, index) => amounts[index % 4] ?? null));
  expect(sheets[1]?.data.at(-1)).toEqual(["kind", "a", "'=A"]);
  expect(sheets[2]?.data.at(-1)).toEqual(["hostile", "amount", "Amount", "How much", "number", "people", null]);
});

test("our own reader reads the names back as they were, without what breaks a table", async () => {
  const { grids } = await readSpreadsheet(await writeDataXlsx([table], { date: "2016-01-19" }), {
    name: "hostile.xlsx",
    expectedHeaders: new Set(),
  });
  const names = grids[0]?.rows.slice(1).map(({ cells }) => cells[0]);
  expect(names).toEqual(safe);
});

test("sheets hold values and nothing else: no formula, no style, no merged cell", async () => {
  const parts = unzipSync(await writeDataXlsx([table], { date: "2016-01-19" }));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).not.toMatch(/<f>|<mergeCell| s="/);
  expect(Object.keys(parts).filter((name) => /styles|drawing|media/.test(name))).toEqual([]);
  expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain("2016-01-19T00:00:00Z");
});

test("the same tables give the same bytes, and long names of sheets stay apart", async () => {
  const first = await writeDataXlsx([table], { date: "2016-01-19" });
  expect(await writeDataXlsx([structuredClone(table)], { date: "2016-01-19" })).toEqual(first);
  expect(await writeDataXlsx([table], { date: "2016-01-20" })).not.toEqual(first);
  const long = ["codes", `${"a".repeat(40)}1`, `${"a".repeat(40)}2`].map((id) => ({ ...table, id }));
  const sheets = await readXlsxFile(Buffer.from(await writeDataXlsx(long, { date: "2016-01-19" })));
  const names = sheets.map(({ sheet }) => sheet.toLowerCase());
  expect(new Set(names).size).toBe(6);
  expect(names.every((name) => name.length <= 31)).toBe(true);
});

test("as CSV a record takes a line, and no text runs as a formula", () => {
  const csv = writeDataCsv(table);
  expect(csv.startsWith("\uFEFFname,kind_code,amount\r\n")).toBe(true);
  const lines = csv.slice(1).split("\r\n").slice(1, -1);
  expect(lines).toHaveLength(hostile.length);
  const records = readCsvRecords(csv.slice(1)).slice(1);
  expect(records.map(({ fields }) => fields[0]?.text)).toEqual(safe);
  expect(records.map(({ fields }) => fields[2]?.text)).toEqual(
    hostile.map((_, index) => String(amounts[index % 4] ?? "")),
  );
  expect(lines.filter((line) => /^"?[=+@\t\0]/.test(line))).toEqual([]);
});

test("hostile names break no check", async () => {
  const checked = [
    checkCsv(new TextEncoder().encode(writeDataCsv(table)), "hostile.csv"),
    await checkXlsx(await writeDataXlsx([table], { date: "2016-01-19" }), "hostile.xlsx"),
  ];
  expect(checked.flatMap(({ findings }) => findings)).toEqual([]);
});
