import { describe, expect, test } from "vitest";
import { column } from "../sheets/sheet.ts";
import { type CellContext, printCellText, readCellText } from "./cell-codec.ts";
import type { CellKnowledge } from "./cell-knowledge.ts";
import { createReferenceIndex } from "./reference-index.ts";

const organisations = createReferenceIndex([
  { id: "xiamen", name: { ja: "廈門市", zh: "厦门市", en: "Xiamen" }, others: ["アモイ", "350200"] },
  { id: "wuhan-fao", name: { ja: "武漢市外事弁公室" }, others: ["外事弁公室"] },
  { id: "xiamen-fao", name: { ja: "廈門市外事弁公室" }, others: ["外事弁公室"] },
]);
const knowledge: CellKnowledge = {
  calendar: { startMonth: 4, startDay: 1, namedBy: "first", label: { ja: "{year}年度" } },
  references: () => organisations,
};
const context: CellContext = { knowledge, language: "ja" };
const read = (name: string, value: Parameters<typeof column>[1], text: string) =>
  readCellText("activities", column(name, value, ""), text, context, null);

describe("a cell as people write it", () => {
  test.each(["2015", "2015年度", "FY2015", "平成27年度", "Ｈ２７", "２０１５"])("the fiscal year %s", (text) => {
    expect(read("fiscal_year", { type: "integer" }, text)).toEqual({ text: "2015", problem: null });
  });

  test.each(["アモイ", "ｱﾓｲ", "厦门市", "XIAMEN", "350200", "xiamen", " 廈 門 市 "])("the organisation %s", (text) => {
    expect(read("place", { type: "reference", sheet: "organisations" }, text).text).toBe("xiamen");
  });

  test.each(["はい", "Yes", "是", "TRUE", "○"])("the flag %s", (text) => {
    expect(read("approximate", { type: "flag" }, text).text).toBe("yes");
  });

  test("a short name that several share is asked back with its candidates", () => {
    const { problem } = read("place", { type: "reference", sheet: "organisations" }, "外事弁公室");
    expect(problem?.code).toBe("ambiguous-reference");
    expect(problem?.expected).toContain("wuhan-fao");
    expect(problem?.expected).toContain("xiamen-fao");
    expect(problem?.candidates).toEqual(["wuhan-fao", "xiamen-fao"]);
  });

  test.each([
    ["2016/1/28～18", "reversed", ["2016-01-18/2016-01-28"]],
    ["2016年13月", "no-such-month", []],
  ])("the date %s comes back with what it may mean", (text, code, candidates) => {
    const reading = read("date", { type: "edtf" }, text);
    expect(reading).toMatchObject({ text, problem: { code: "bad-date", date: { code } } });
    expect(reading.problem?.candidates).toEqual(expect.arrayContaining(candidates));
  });

  test("what was not understood stays as it was written", () => {
    const text = "アモイ、どこか";
    const reading = read("partners", { type: "references", sheet: "organisations" }, text);
    expect(reading).toMatchObject({ text: "アモイ;どこか", problem: { code: "unknown-reference", value: "どこか" } });
    const target = column("partners", { type: "references", sheet: "organisations" }, "");
    expect(printCellText("activities", target, reading.text, context)).toBe(text);
  });

  test.each([
    ["1,234", "1234", null],
    ["１２", "12", null],
    ["12人", "12人", "bad-integer"],
    ["1e5", "1e5", "bad-integer"],
  ])("the number %s", (text, value, code) => {
    const reading = read("stated_days", { type: "integer" }, text);
    expect([reading.text, reading.problem?.code ?? null]).toEqual([value, code]);
  });
});
