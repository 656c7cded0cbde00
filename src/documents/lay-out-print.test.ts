import { describe, expect, test } from "vitest";
import { layOutPrint, type PrintWords } from "./lay-out-print.ts";
import type { FigureCell, TableDocument } from "./table.ts";

const words: PrintWords = {
  asOfText: "2016年1月8日現在",
  notesTitle: "備考",
  emptyText: "なし",
  rowLabels: "項目",
  groups: [{ key: "period", label: "研修期間", columns: ["date", "days"] }],
  noteOfRow: (row, note) => `${row}：${note}`,
  claimMark: { mark: "※", note: "※は公表資料の値" },
};

function tableOf(changes: Partial<TableDocument> = {}): TableDocument {
  return {
    id: "trainings",
    title: "訪日研修",
    fiscalYear: 2015,
    asOf: "2016-01-08",
    lang: "ja",
    columns: [
      { key: "number", label: "番号" },
      { key: "date", label: "時期" },
      { key: "days", label: "日数" },
    ],
    rows: [],
    notes: ["実務者は処長級以下"],
    ...changes,
  };
}

const dated = (edtf: string, status = "done") => ({
  key: edtf,
  status,
  cells: { number: { text: "1" }, date: { edtf, text: edtf, label: "" }, days: { text: "10" } },
  records: [edtf],
});

const figure = (value: number, basis: "records" | "claim"): FigureCell => ({
  figures: [
    {
      unit: "times",
      unitLabel: "回",
      value,
      text: `${value}回`,
      basis,
      records: value,
      claim: null,
      difference: null,
      approximate: false,
    },
  ],
});

describe("dates on paper", () => {
  test.each([
    ["2015-09-08/2015-09-17", "gregorian", "2015.9.8～17"],
    ["2015-07-21", "gregorian", "2015.7.21"],
    ["2016-01~", "gregorian", "2016年1月頃"],
    ["2016-01?~", "gregorian", "2016年1月頃？"],
    ["2016-02/2016-03", "gregorian", "2016年2月～3月"],
    ["2016-01~", "wareki", "H28.1頃"],
  ] as const)("%s in the %s calendar: %s", (edtf, calendar, expected) => {
    const { rows } = layOutPrint(tableOf({ rows: [dated(edtf)] }), words, { calendar });
    expect(rows[0]?.cells[1]?.text).toBe(expected);
  });
});

test("columns that belong together stand under one heading, shares make up the width", () => {
  const { columns, orientation } = layOutPrint(tableOf({ rows: [dated("2015-07-21")] }), words, {
    calendar: "gregorian",
  });
  expect(columns.map(({ group }) => group?.label)).toEqual([undefined, "研修期間", "研修期間"]);
  expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(columns[0]?.align).toBe("center");
  expect(orientation).toBe("portrait");
});

test.each([
  ["planned", true],
  ["adjusting", true],
  ["done", false],
  ["cancelled", false],
])("a row that is %s is shaded: %s", (status, shaded) => {
  const { rows } = layOutPrint(tableOf({ rows: [dated("2015-07-21", status)] }), words, { calendar: "gregorian" });
  expect(rows[0]?.shaded).toBe(shaded);
});

test("a figure of a document carries a mark and its note, one of the records stays a number", () => {
  const table = tableOf({
    columns: [
      { key: "2014", label: "2014年度" },
      { key: "2015", label: "2015年度" },
    ],
    rows: [{ key: "a", label: "協議", cells: { 2014: figure(13, "claim"), 2015: figure(22, "records") }, records: [] }],
    totals: { key: "total", label: "合計", cells: { 2015: figure(22, "records") }, records: [] },
  });
  const print = layOutPrint(table, words, { calendar: "gregorian" });
  expect(print.rows[0]?.cells).toEqual([
    { text: "協議", heading: true },
    { text: "13回\u2060※" },
    { text: "22回", number: { value: 22, unit: "回" } },
  ]);
  expect(print.rows[1]).toMatchObject({ kind: "total", cells: [{ text: "合計" }, { text: "" }, { text: "22回" }] });
  expect(print.notes).toEqual(["※は公表資料の値", "実務者は処長級以下"]);
  const unmarked = layOutPrint(table, { ...words, claimMark: null }, { calendar: "gregorian" });
  expect(unmarked.rows[0]?.cells[1]).toEqual({ text: "13回", number: { value: 13, unit: "回" } });
  expect(unmarked.notes).toEqual(["実務者は処長級以下"]);
});

test("many wide columns turn the page", () => {
  const columns = Array.from({ length: 6 }, (_, index) => ({ key: `c${index}`, label: `列${index}` }));
  const cells = Object.fromEntries(columns.map(({ key }) => [key, { text: "長い説明の文章".repeat(4) }]));
  const { orientation } = layOutPrint(tableOf({ columns, rows: [{ key: "a", cells, records: [] }] }), words, {
    calendar: "gregorian",
  });
  expect(orientation).toBe("landscape");
});
