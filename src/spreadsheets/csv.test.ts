import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { csvEncodings, encodeText, findUnencodable } from "./encode-text.ts";
import { readCsv } from "./read-csv.ts";
import { foldHeader, type TemplateSheet } from "./template.ts";
import { writeCsvSheet } from "./write-csv.ts";

const headers = ["件名", "日付", "标题", "机构", "title"];
const expected = new Set(headers.map(foldHeader));
const read = (bytes: Uint8Array) => readCsv(bytes, "sheet", expected);
const cells = (bytes: Uint8Array) => read(bytes).grids[0]?.rows.map((row) => row.cells);

describe("recognising the encoding", () => {
  const japanese = "件名,日付\r\n北九州市と大連市の協議（ｶﾅ）,2016年1月頃\r\n";
  const chinese = "标题,机构\r\n沈阳市与川崎市的协商,辽宁省环境保护厅\r\n";
  test.each([
    ["utf-8", "utf-8", Buffer.from(japanese)],
    ["utf-8-bom", "utf-8 with a byte order mark", Buffer.from(`\uFEFF${chinese}`)],
    ["utf-16", "utf-16", Buffer.from(`\uFEFF${japanese}`, "utf16le")],
    ["cp932", "cp932", iconv.encode(japanese, "cp932")],
    ["gb18030", "gb18030", iconv.encode(chinese, "gb18030")],
  ])("%s", (encoding, _, bytes) => {
    const text = encoding === "utf-8-bom" || encoding === "gb18030" ? chinese : japanese;
    expect(read(bytes).encoding).toBe(encoding);
    expect(cells(bytes)).toEqual(
      text
        .trim()
        .split("\r\n")
        .map((line) => line.split(",")),
    );
  });

  test("by plausibility where no heading is known", () => {
    const unknown = (text: string, encoding: "cp932" | "gb18030") =>
      readCsv(iconv.encode(text, encoding), "sheet", new Set()).encoding;
    expect(unknown("四日市市,天津市の研修を実施した\r\n", "cp932")).toBe("cp932");
    expect(unknown("环境空气质量,大气污染防治的工作情况\r\n", "gb18030")).toBe("gb18030");
  });

  test("says which cells were damaged before", () => {
    const [grid] = read(Buffer.from("件名,日付\r\n\uFFFD\uFFFD市,2016\r\n正しい,\uE000\r\n")).grids;
    expect(grid?.notes).toEqual([
      { address: "A2", what: "damaged" },
      { address: "B3", what: "damaged" },
    ]);
  });
});

describe("reading records", () => {
  test.each([",", ";", "\t"])("separated by %j", (delimiter) => {
    expect(cells(Buffer.from(`件名${delimiter}日付\n"a${delimiter}b"${delimiter}c\n`))).toEqual([
      ["件名", "日付"],
      [`a${delimiter}b`, "c"],
    ]);
  });

  test("keeps line breaks in cells and numbers rows as Excel does", () => {
    const rows = read(Buffer.from('件名,日付\r\n\r\n"一\n二",x\r\n')).grids[0]?.rows;
    expect(rows?.map(({ number }) => number)).toEqual([1, 3]);
    expect(rows?.[1]?.cells).toEqual(["一\n二", "x"]);
  });
});

describe("writing", () => {
  const column = (id: string) => ({
    id,
    header: id,
    headers: [],
    help: "",
    required: false,
    choices: [],
    open: true,
    width: 10,
  });
  const sheet: TemplateSheet = { id: "s", name: "s", columns: [column("title"), column("件名")] };
  const write = (title: string, encoding: (typeof csvEncodings)[number]) =>
    writeCsvSheet({ sheet, rows: [{ cells: { title, 件名: "x" } }], errors: null }, encoding);

  test("names each character that an encoding cannot carry, and writes nothing", () => {
    expect(write("郸城・辽宁・東京", "cp932")).toEqual({
      unencodable: [
        { address: "A2", characters: ["郸", "辽", "宁"].filter((one) => encodeText(one, "cp932") === null) },
      ],
    });
    expect(findUnencodable("𠮷﨑髙①", "cp932")).toEqual(["𠮷"]);
    expect(findUnencodable("𠮷﨑郸辽🌏あ", "gb18030")).toEqual([]);
    expect(findUnencodable("?", "cp932")).toEqual([]);
  });

  test("a text that Excel would run is kept from it and comes back the same", () => {
    const written = write("=HYPERLINK(1)", "utf-8");
    if (!("bytes" in written)) throw new Error("not written");
    expect(new TextDecoder().decode(written.bytes)).toContain("'=HYPERLINK(1)");
    expect(cells(written.bytes)).toEqual([
      ["title", "件名"],
      ["=HYPERLINK(1)", "x"],
    ]);
  });

  test("a round trip changes nothing in any encoding", () => {
    const text = fc
      .array(fc.constantFrom("=", "+", "-", "@", "\t", "'", '"', ",", ";", "007", "市", "沈", "あ", " ", "\n", "𠮷"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.constantFrom(...csvEncodings), text, text, (encoding, title, other) => {
        const written = writeCsvSheet({ sheet, rows: [{ cells: { title, 件名: other } }], errors: null }, encoding);
        if ("unencodable" in written) {
          expect(encoding === "cp932" && /𠮷/.test(title + other)).toBe(true);
          return;
        }
        const isEmpty = title === "" && other === "";
        expect(cells(written.bytes)).toEqual([["title", "件名"], ...(isEmpty ? [] : [[title, other]])]);
      }),
      { numRuns: 500 },
    );
  });
});
