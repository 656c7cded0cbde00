import ExcelJs from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FilledRow } from "./filled-sheet.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { recogniseSheets } from "./recognise-sheets.ts";
import { headersOf, type Template, type TemplateColumn, type TemplateSheet } from "./template.ts";
import { writeXlsx } from "./write-xlsx.ts";

const column = (id: string, header: string, headers: string[], choices: string[] = []): TemplateColumn => ({
  id,
  header,
  headers,
  help: `${header}について`,
  required: id === "title",
  choices,
  open: false,
  width: 20,
});
const sheet: TemplateSheet = {
  id: "activities",
  name: "活動",
  columns: [
    column("title", "件名", ["标题", "Title"]),
    column("kind", "種別", ["类别", "Kind"], ["協議", "訪日研修"]),
    column("code", "団体コード", ["代码", "Code"]),
  ],
};
const template: Template = {
  kind: "activity",
  version: 1,
  language: "ja",
  sheets: [sheet],
  errors: { header: "誤り", headers: ["誤り", "错误", "Errors"] },
};
const words = { title: "選択肢", text: "一覧から選んでください。" };

const write = (rows: FilledRow[], errors: string | null = null) =>
  writeXlsx(template, [{ sheet, rows, errors }], words);
const readBack = async (bytes: Uint8Array) =>
  recogniseSheets(await readSpreadsheet(bytes, { name: "", expectedHeaders: headersOf(template) }), template);

async function rowsOf(bytes: Uint8Array): Promise<Record<string, string>[]> {
  const [found] = (await readBack(bytes)).sheets;
  return (found?.rows ?? []).map(({ cells }) =>
    Object.fromEntries([...(found?.columns ?? [])].map(([index, { id }]) => [id, cells[index] ?? ""])),
  );
}

describe("what is written", () => {
  test("is read back the same, whatever the texts", async () => {
    const part = fc.constantFrom(
      "=1+1",
      "007",
      "2016/1/18",
      "_x0041_",
      "\u0001",
      "\r\n",
      "𠮷﨑郸辽🌏",
      " ",
      "&lt;",
      "1E5",
      "'",
      "\uD83C",
    );
    const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(""));
    const rows = fc.sample(fc.record({ title: text, kind: text, code: text }), { numRuns: 300, seed: 7 });
    const kept = rows.filter((row) => Object.values(row).some((cell) => cell !== ""));
    expect(await rowsOf(await write(rows.map((cells) => ({ cells }))))).toEqual(kept);
  });

  test("says its kind, and opens with lists, notes, frozen headings and text cells in another program", async () => {
    const bytes = await write([{ cells: { title: "研修", code: "011002" } }]);
    expect((await readBack(bytes)).identity).toEqual({ kind: "activity", version: 1 });
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(bytes.buffer);
    const worksheet = workbook.getWorksheet("活動");
    expect(worksheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 2 });
    expect(worksheet?.getRow(1).hidden).toBe(true);
    expect(worksheet?.getCell("A2").text).toBe("件名");
    expect(worksheet?.getCell("A2").note).toBe("件名について");
    expect(worksheet?.getCell("C3").numFmt).toBe("@");
    expect(worksheet?.getCell("C3").value).toBe("011002");
    expect(worksheet?.getCell("B100").dataValidation).toMatchObject({
      type: "list",
      formulae: ["'renkei-lists'!$A$1:$A$2"],
    });
    expect(worksheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      printTitlesRow: "2:2",
      fitToWidth: 1,
    });
    expect(workbook.getWorksheet("renkei-lists")?.state).toBe("veryHidden");
  });

  test("with errors comes back with marked cells, and is read as if there were none", async () => {
    const rows = [
      { cells: { title: "良い" } },
      { cells: { title: "悪い", kind: "旅行" }, error: "B4: 種別がありません。", marked: new Set(["kind"]) },
    ];
    const bytes = await write(rows, "誤り");
    const workbook = new ExcelJs.Workbook();
    await workbook.xlsx.load(bytes.buffer);
    const worksheet = workbook.getWorksheet("活動");
    expect(worksheet?.getCell("A4").text).toBe("B4: 種別がありません。");
    expect(worksheet?.getCell("C4").fill).toMatchObject({ fgColor: { argb: "FFFFE0E0" } });
    expect(worksheet?.getCell("C3").fill).toMatchObject({ pattern: "none" });
    const [found] = (await readBack(bytes)).sheets;
    expect(found?.unknown).toEqual([]);
    expect(await rowsOf(bytes)).toEqual([
      { title: "良い", kind: "", code: "" },
      { title: "悪い", kind: "旅行", code: "" },
    ]);
  });
});

describe("recognising columns", () => {
  const recognise = (rows: string[][]) =>
    recogniseSheets(
      {
        format: "xlsx",
        encoding: null,
        grids: [
          {
            name: "Sheet1",
            hidden: false,
            rows: rows.map((cells, index) => ({ number: index + 1, cells })),
            merged: [],
            notes: [],
          },
        ],
      },
      template,
    );

  test("by headings of another language, below a title, in any order", () => {
    const [found] = recognise([["2015年度活动"], [], ["Code", "类　别", "标题", "备注"], ["1", "2", "3", "4"]]).sheets;
    expect([...(found?.columns ?? [])].map(([index, { id }]) => [index, id])).toEqual([
      [0, "code"],
      [1, "kind"],
      [2, "title"],
    ]);
    expect(found?.unknown).toEqual([{ column: 3, header: "备注", address: "D3" }]);
    expect(found?.missing).toEqual([]);
    expect(found?.rows.map(({ number }) => number)).toEqual([4]);
  });

  test("by hidden names where the headings were rewritten, and names what is missing or stands twice", () => {
    const technical = ["renkei:activities:code", "renkei:activities:title", "renkei:activities:title"];
    const [found] = recognise([technical, ["番号", "何か", "件名"], ["1", "2", "3"]]).sheets;
    expect([...(found?.columns ?? [])].map(([index, { id }]) => [index, id])).toEqual([
      [0, "code"],
      [1, "title"],
    ]);
    expect(found?.repeated).toEqual([{ header: "件名", address: "C2" }]);
    expect(found?.missing.map(({ id }) => id)).toEqual(["kind"]);
  });

  test("not at all in a sheet of something else", () => {
    expect(
      recognise([
        ["氏名", "住所"],
        ["a", "b"],
      ]).sheets,
    ).toEqual([]);
  });
});
