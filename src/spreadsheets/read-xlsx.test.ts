import ExcelJs from "exceljs";
import { describe, expect, test } from "vitest";
import { forgeWorkbook } from "./forge-workbook.ts";
import { parseFormatCode, printNumber } from "./number-format.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";

const read = (bytes: Uint8Array) => readSpreadsheet(bytes, { name: "sheet", expectedHeaders: new Set() });

describe("an ordinary workbook", () => {
  test("prints each cell as people see it", async () => {
    const workbook = new ExcelJs.Workbook();
    const sheet = workbook.addWorksheet("活動");
    sheet.addRow([
      "識別",
      { richText: [{ text: "北九州" }, { font: { bold: true }, text: "市" }] },
      2015,
      0.1 + 0.2,
      1e21,
    ]);
    sheet.addRow(["007", true, false, { formula: "1+1", result: 2 }, { error: "#N/A" }]);
    const dates = sheet.addRow([new Date("2016-01-18T00:00:00Z"), new Date("2016-01-18T09:30:00Z"), 0.5, 41_000]);
    dates.getCell(1).numFmt = 'yyyy"年"m"月"d"日"';
    dates.getCell(2).numFmt = "yyyy/m/d h:mm";
    dates.getCell(3).numFmt = "0%";
    dates.getCell(4).numFmt = '[$-411]ggge"年"m"月"';
    sheet.addRow(["𠮷野﨑 郸 辽 🌏", " 前後の空白 ", "一行目\n二行目", "<&>\"'", ""]);
    sheet.mergeCells("A6:B7");
    sheet.getCell("A6").value = "合わせた";
    workbook.addWorksheet("隠し", { state: "veryHidden" }).addRow(["kind", "activity"]);
    const result = await read(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(result.grids.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["活動", false],
      ["隠し", true],
    ]);
    const [grid] = result.grids;
    expect(grid?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "識別", "北九州市", "2015", "0.3", "1000000000000000000000"],
      [2, "007", "TRUE", "FALSE", "2", "#N/A"],
      [3, "2016-01-18", "2016-01-18 09:30", "50%", "2012-04"],
      [4, "𠮷野﨑 郸 辽 🌏", " 前後の空白 ", "一行目\n二行目", "<&>\"'"],
      [6, "合わせた"],
    ]);
    expect(grid?.merged).toEqual(["A6:B7"]);
    expect(grid?.notes).toEqual([
      { address: "D2", what: "formula" },
      { address: "E2", what: "error" },
    ]);
  });

  test("leaves readings out, decodes escapes, counts cells that name no place, and knows prefixes", async () => {
    const strings =
      '<si><r><t>厦</t></r><r><t>門</t></r><rPh sb="0" eb="2"><t>アモイ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>';
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>直</t></is></c></row>' +
      '<row r="5"><c r="C5" t="str"><f>A1</f><v>式</v></c><c t="d"><v>2016-01-18T00:00:00</v></c></row>';
    const { grids } = await read(forgeWorkbook({ rows, strings }));
    expect(grids[0]?.rows).toEqual([
      { number: 1, cells: ["厦門", "a\rb_x0041_", "直"] },
      { number: 5, cells: ["", "", "式", "2016-01-18"] },
    ]);
  });

  test("counts days from 1904 where the file says so", async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const rows = '<row r="1"><c r="A1" s="1"><v>40925</v></c></row>';
    const one = async (workbookProperties: string) =>
      (await read(forgeWorkbook({ rows, styles, workbookProperties }))).grids[0]?.rows[0]?.cells;
    expect(await one("")).toEqual(["2012-01-17"]);
    expect(await one('<workbookPr date1904="1"/>')).toEqual(["2016-01-18"]);
  });

  test("reports how far it is", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, row) => `<row><c><v>${row}</v></c><c><v>${Math.sin(row)}</v></c></row>`,
    );
    const shares: number[] = [];
    await readSpreadsheet(forgeWorkbook({ rows: rows.join("") }), {
      name: "",
      expectedHeaders: new Set(),
      onProgress: (share) => shares.push(share),
    });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe("number formats", () => {
  const print = (code: string, value: string) => printNumber(value, parseFormatCode(code), false);
  test.each([
    ["General", "1.0000000000000002", "1"],
    ["General", "2015", "2015"],
    ["General", "2015.0", "2015"],
    ["General", "1E-7", "0.0000001"],
    ["0.00E+00", "12345", "12345"],
    ["000000", "11002", "011002"],
    ["#,##0", "1234567", "1234567"],
    ['0"人"', "6", "6"],
    ["yyyy/m/d", "1", "1900-01-01"],
    ["yyyy/m/d", "59", "1900-02-28"],
    ["yyyy/m/d", "60", "1900-02-29"],
    ["yyyy/m/d", "61", "1900-03-01"],
    ["yyyy/m/d", "2958465", "9999-12-31"],
    ["yyyy/m/d", "-1", "-1"],
    ["mmm-yy", "42370", "2016-01"],
    ["h:mm", "0.5", "12:00"],
    ["[h]:mm", "0.25", "06:00"],
    ["[Red]0.0;[Blue]-0.0", "3", "3"],
    ["m/d/yyyy h:mm AM/PM", "42387.5", "2016-01-18 12:00"],
  ])("%s makes %s to %s", (code, value, text) => expect(print(code, value)).toBe(text));
});
