import ExcelJs from "exceljs";
import { describe, expect, test } from "vitest";
import { checkCsv } from "./check-csv.ts";
import { checkFile } from "./check-file.ts";
import { checkXlsx } from "./check-xlsx.ts";
import { type CheckId, checkIds, checks } from "./checks.ts";
import type { CheckedFile } from "./report.ts";

type Value = string | number | null | { formula: string; result: number };
const clean: Value[][] = [
  ["year", "area_code", "kind", "people（人）"],
  [2014, "011002", "training", 6],
  [2015, "011002", "seminar", 20],
  [2016, "110000", "training", -3],
];

test("a clean table has no findings, and what only people can judge is left to them", async () => {
  for (const checked of [csvOf(clean), await xlsxOf([{ name: "data", rows: clean }])]) {
    expect(checked.findings).toEqual([]);
    expect(checked.checks.map(({ id }) => id)).toEqual([...checkIds]);
    expect(statusOf(checked, "L3-07")).toBe("not-decidable");
    expect(statusOf(checked, "L3-02")).toBe("not-decidable");
  }
  expect(checks).toHaveLength(30);
  expect(checks.filter(({ fatal }) => fatal).map(({ id }) => id)).toEqual(
    expect.arrayContaining(["L1-02", "L1-14", "L1-15", "L2-01", "L2-03"]),
  );
  expect(statusOf(csvOf(clean), "L1-12")).toBe("not-applicable");
  expect(statusOf(await xlsxOf([{ name: "data", rows: clean }]), "L1-14")).toBe("not-applicable");
});

describe("in the table itself", () => {
  const faults: [CheckId, string, Value[][], string][] = [
    [
      "L1-02",
      "a second table",
      [...clean, [null, null, null, null], ["month", "kind", "total", "rate"], [4, "a", 3, 5]],
      "6:6",
    ],
    ["L1-03", "a blank row", [...clean.slice(0, 2), [null, null, null, null], ...clean.slice(2)], "3:3"],
    ["L1-03", "a blank column", clean.map(([first = null, ...rest]) => [first, null, ...rest]), "B:B"],
    ["L1-04", "a title above", [["Trainings", null, null, null], ...clean], "1:1"],
    ["L1-04", "a note below", [...clean, ["注：速報値", null, null, null]], "5:5"],
    ["L1-05", "a column without a name", [["year", "area_code", null, "people（人）"], ...clean.slice(1)], "C1"],
    ["L1-05", "a name that is a mark", [["year", "area_code", "※", "people（人）"], ...clean.slice(1)], "C1"],
    ["L1-06", "a wide space", put(clean, 1, 2, "訪日　研修"), "C2"],
    ["L1-06", "characters set apart", put(clean, 1, 2, "研 修"), "C2"],
    ["L1-06", "a space at the end", put(clean, 1, 2, "training "), "C2"],
    ["L1-07", "two numbers in a cell", put(clean, 1, 2, "12（3）"), "C2"],
    ["L1-07", "two choices in a cell", put(clean, 3, 2, "training;seminar"), "C4"],
    ["L1-08", "a circled number", put(clean, 1, 2, "①研修"), "C2"],
    ["L1-08", "half-width katakana", put(clean, 1, 2, "ｾﾐﾅｰ"), "C2"],
    ["L2-01", "a unit in a number", put(clean, 2, 3, "20名"), "D3"],
    ["L2-01", "a thousands separator", put(clean, 2, 3, "1,480"), "D3"],
    ["L2-01", "a triangle for minus", put(clean, 2, 3, "▲5"), "D3"],
    ["L2-02", "a ditto mark", put(clean, 2, 2, "〃"), "C3"],
    ["L2-02", "a value left out", put(clean, 2, 0, null), "A3"],
    ["L2-03", "two columns of one name", [["year", "area_code", "year", "people（人）"], ...clean.slice(1)], "C1"],
    [
      "L2-03",
      "names over two rows",
      [
        ["year", "area_code", "people", null],
        ["", "", "men", "women"],
        [2014, "011002", 1, 2],
        [2015, "011002", 3, 4],
      ],
      "1:2",
    ],
    [
      "L2-04",
      "a choice in two spellings",
      [...clean, [2017, "011002", "Training", 2], [2018, "011002", "training", 2]],
      "C5",
    ],
    ["L2-05", "the detail of other", put(clean, 1, 2, "その他（視察）"), "C2"],
    ["L3-01", "a header that is not the first row", [["表1", null, null, null], ...clean], "2:2"],
    ["L3-05", "an era year", put(clean, 1, 2, "令和3年"), "C2"],
    ["L3-05", "a year of two digits", put(clean, 1, 2, "15年度"), "C2"],
    ["L3-06", "a wrong check digit", put(clean, 1, 1, "431001x"), "B2"],
    [
      "L3-06",
      "a prefecture cut short",
      [
        ["year", "都道府県", "kind", "people（人）"],
        [2014, "福岡", "training", 6],
      ],
      "B2",
    ],
    [
      "L3-09",
      "years across",
      [
        ["area_code", "2014", "2015", "2016"],
        ["011002", 1, 2, 3],
      ],
      "B:D",
    ],
    [
      "L3-09",
      "numbered columns",
      [
        ["year", "place1", "place2", "place3", "place4"],
        [2014, "a", "b", "c", "d"],
      ],
      "B:E",
    ],
  ];

  test.each(faults)("%s: %s", async (id, _, rows, address) => {
    for (const checked of [csvOf(rows), await xlsxOf([{ name: "data", rows }])]) {
      expect(checked.findings.filter(({ check }) => check === id).map(({ place }) => place.address)).toContain(address);
      expect(statusOf(checked, id)).toBe("failed");
    }
  });
});

describe("in a workbook", () => {
  const faults: [CheckId, string, (sheet: ExcelJs.Worksheet, book: ExcelJs.Workbook) => void, string][] = [
    [
      "L1-11",
      "a colour",
      (sheet) => {
        sheet.getCell("D3").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFF0000" } };
      },
      "D3",
    ],
    [
      "L1-11",
      "bold type",
      (sheet) => {
        sheet.getCell("C4").font = { bold: true };
      },
      "C4",
    ],
    ["L1-12", "merged cells", (sheet) => sheet.mergeCells("A2:A3"), "A2:A3"],
    [
      "L1-13",
      "a hidden row",
      (sheet) => {
        sheet.getRow(3).hidden = true;
      },
      "3:3",
    ],
    [
      "L1-13",
      "a hidden column",
      (sheet) => {
        sheet.getColumn(2).hidden = true;
      },
      "B:B",
    ],
    [
      "L1-13",
      "a hidden sheet",
      (_, book) => {
        book.addWorksheet("old").state = "hidden";
      },
      "old",
    ],
    [
      "L1-10",
      "a comment",
      (sheet) => {
        sheet.getCell("A2").note = "速報値";
      },
      "xl/comments1.xml",
    ],
    [
      "L2-06",
      "a formula",
      (sheet) => {
        sheet.getCell("D4").value = { formula: "D2+D3", result: 26 };
      },
      "D4",
    ],
  ];

  test.each(faults)("%s: %s", async (id, _, spoil, address) => {
    const checked = await xlsxOf([{ name: "data", rows: clean }], spoil);
    expect(checked.findings.filter(({ check }) => check === id).map(({ place }) => place.address)).toContain(address);
  });

  test("L1-10: a picture", async () => {
    const checked = await xlsxOf([{ name: "data", rows: clean }], (sheet, book) => {
      const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
      sheet.addImage(book.addImage({ base64: pixel, extension: "png" }), "F1:G2");
    });
    expect(statusOf(checked, "L1-10")).toBe("failed");
  });

  const fields: Value[][] = [
    ["name", "title", "description", "type", "unit", "code_list"],
    ["year", "Year", "Fiscal year", "integer", "year", null],
    ["kind", "Kind", "Kind of activity", "code", null, "kind"],
    ["count", "Count", "How many", "integer", "people", null],
  ];
  const codes: Value[][] = [
    ["list", "code", "label"],
    ["kind", "a", "Training"],
  ];
  const about: Value[][] = [
    ["term", "text"],
    ["definition", "Trainings held"],
  ];
  const table: Value[][] = [
    ["year", "kind", "count"],
    [2014, "a", 3],
    [2015, "a", 0],
    [2016, "a", 4],
  ];
  const explained = (sheets: Partial<Record<"data" | "fields" | "codes" | "about", Value[][]>>) =>
    xlsxOf(Object.entries({ data: table, fields, codes, about, ...sheets }).map(([name, rows]) => ({ name, rows })));

  test("what explains the table is read", async () => {
    const checked = await explained({});
    expect(checked.findings).toEqual([]);
    for (const id of ["L3-02", "L3-04", "L3-08"] as const) expect(statusOf(checked, id)).toBe("passed");
  });

  test.each<[CheckId, string, Parameters<typeof explained>[0]]>([
    ["L3-02", "a code without its meaning", { data: put(table, 1, 1, "b") }],
    ["L3-03", "a symbol without its meaning", { data: put(table, 1, 2, "***") }],
    ["L3-04", "a number without its unit", { fields: put(fields, 3, 4, null) }],
    ["L3-08", "a field without its meaning", { fields: fields.slice(0, 3) }],
    ["L3-08", "a name that scripts cannot use", { data: put(table, 0, 2, "人数") }],
    ["L3-08", "nothing about the table", { about: about.slice(0, 1) }],
  ])("%s: %s", async (id, _, sheets) => {
    expect(statusOf(await explained(sheets), id)).toBe("failed");
  });

  test("blanks among numbers are left to people where nothing explains them", async () => {
    expect(statusOf(await xlsxOf([{ name: "data", rows: put(table, 2, 2, null) }]), "L1-09")).toBe("not-decidable");
    expect(statusOf(await xlsxOf([{ name: "data", rows: table }]), "L1-09")).toBe("passed");
  });
});

describe("in the bytes of a CSV file", () => {
  test.each<[CheckId, string, string]>([
    ["L1-14", 'a,b\r\n1,"two\nlines"\r\n', "line-break"],
    ["L1-15", "a,b\r\n1,x, y\r\n", "field-count"],
    ["L1-15", 'a,b\r\n1,a "word"\r\n', "stray-quote"],
    ["L1-15", 'a,b\r\n1,"a" word\r\n', "after-quote"],
    ["L1-15", 'a,b\r\n1,"open\r\n', "unclosed-quote"],
  ])("%s: %j", (id, text, reason) => {
    const { findings } = checkCsv(new TextEncoder().encode(text), "a.csv");
    expect(findings.filter(({ check }) => check === id)).toContainEqual(
      expect.objectContaining({ reason, place: { sheet: null, address: "2:2" } }),
    );
  });

  test("L1-08: a wave dash counts where the file is Shift_JIS", () => {
    const shiftJis = Uint8Array.from([...Buffer.from("a,b\r\n1,"), 0x81, 0x60, ...Buffer.from("x\r\n")]);
    expect(statusOf(checkCsv(shiftJis, "a.csv"), "L1-08")).toBe("failed");
    expect(statusOf(checkCsv(new TextEncoder().encode("a,b\r\n1,〜x\r\n"), "a.csv"), "L1-08")).toBe("passed");
  });
});

test("L1-08: a file that is not UTF-8", () => {
  const shiftJis = Uint8Array.from([
    ...Buffer.from("year,name\r\n2014,"),
    0x8c,
    0xa4,
    0x8f,
    0x43,
    ...Buffer.from("\r\n"),
  ]);
  expect(checkCsv(shiftJis, "a.csv").findings).toMatchObject([{ check: "L1-08", reason: "not-utf8" }]);
});

test("L1-01: what cannot be looked into has one fatal finding, and no other check applies", async () => {
  const files: [string, string, string][] = [
    ["", "a.csv", "empty"],
    ["\uFEFF\r\n\r\n", "a.csv", "empty"],
    ["", "a.xlsx", "empty"],
    ["", "a.json", "empty"],
    ["PK", "a.xlsx", "unreadable"],
    ["PK", "not.docx", "format"],
    ["\u0000JFIF", "photo.jpg", "format"],
  ];
  for (const [text, name, reason] of files) {
    const { findings, checks: list } = await checkFile(new TextEncoder().encode(text), name);
    expect(findings).toMatchObject([{ check: "L1-01", fatal: true, reason }]);
    expect(new Set(list.slice(1).map(({ status }) => status))).toEqual(new Set(["not-applicable"]));
  }
  const workbook = await xlsxOf([{ name: "data", rows: [] }]);
  expect(workbook.findings).toMatchObject([{ check: "L1-01", reason: "empty" }]);
});

test("a formula, a unit and a column without a name are called what they are", () => {
  const { findings } = checkCsv(
    new TextEncoder().encode("year,,rate\r\n2014,5,80\r\n=1+1,4名,100%\r\n2016,6,90\r\n"),
    "a.csv",
  );
  expect(findings.map(({ check, reason, place, values }) => [check, reason, place.address, values.header])).toEqual([
    ["L1-05", "no-name", "B1", undefined],
    ["L2-01", "unit-in-number", "B3", "B"],
    ["L2-01", "unit-in-number", "C3", "rate"],
    ["L2-06", "formula", "A3", undefined],
  ]);
});

test("L1-01: a format for paper, a damaged workbook, a format that is not looked into", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");
  expect(statusOf(await checkFile(bytes, "table.pdf"), "L1-01")).toBe("failed");
  expect(statusOf(await checkFile(bytes, "table.xlsx"), "L1-01")).toBe("failed");
  const json = await checkFile(new TextEncoder().encode("{}"), "table.json");
  expect([statusOf(json, "L1-01"), statusOf(json, "L2-01")]).toEqual(["passed", "not-decidable"]);
});

function put(rows: Value[][], row: number, column: number, value: Value): Value[][] {
  return rows.map((cells, index) => (index === row ? cells.with(column, value) : cells));
}

function statusOf({ checks: list }: CheckedFile, id: CheckId) {
  return list.find((check) => check.id === id)?.status;
}

function csvOf(rows: Value[][]): CheckedFile {
  const quote = (value: Value) => {
    const text = value === null || typeof value === "object" ? "" : String(value);
    return /[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(quote).join(",")).join("\r\n");
  return checkCsv(new TextEncoder().encode(`\uFEFF${text}\r\n`), "data.csv");
}

async function xlsxOf(
  sheets: { name: string; rows: Value[][] }[],
  spoil: (sheet: ExcelJs.Worksheet, book: ExcelJs.Workbook) => void = () => {},
): Promise<CheckedFile> {
  const book = new ExcelJs.Workbook();
  for (const { name, rows } of sheets) book.addWorksheet(name).addRows(rows);
  const [first] = book.worksheets;
  if (first) spoil(first, book);
  return checkXlsx(new Uint8Array(await book.xlsx.writeBuffer()), "data.xlsx");
}
