import { describe, expect, it } from "vitest";
import type { Language } from "../../core/language.ts";
import { openPdf } from "../../testing/open-pdf.ts";
import { MissingGlyphs } from "../missing-glyphs.ts";
import type { PrintCell, PrintTable } from "../print-table.ts";
import { writeTablePdf } from "./write-table.ts";

const words = {
  ja: {
    title: "表1　現地協議の一覧",
    asOf: "2016年1月19日現在",
    number: "番号",
    period: "実施期間",
    from: "開始",
    to: "終了",
    city: "都市",
    notes: "備考",
    note: "網掛けは予定です",
    total: "合計",
  },
  zh: {
    title: "表1 现场协商一览",
    asOf: "截至2016年1月19日",
    number: "编号",
    period: "实施时间",
    from: "开始",
    to: "结束",
    city: "城市",
    notes: "备注",
    note: "底纹部分为计划",
    total: "合计",
  },
  en: {
    title: "Table 1: consultations",
    asOf: "As of 19 January 2016",
    number: "No.",
    period: "Period",
    from: "From",
    to: "To",
    city: "City",
    notes: "Notes",
    note: "Shaded rows are planned",
    total: "Total",
  },
} as const;

const file = { maker: "IGES", date: "2016-01-19" };

function makeTable(language: Language, cities: readonly string[]): PrintTable {
  const word = words[language];
  const cells = (index: number, city: string): PrintCell[] => [
    { text: String(index + 1) },
    { text: "2015.10.22" },
    { text: "2015.10.23" },
    { text: city },
  ];
  return {
    id: "consultations",
    title: word.title,
    language,
    asOfText: word.asOf,
    columns: [
      { key: "number", label: word.number, share: 0.08, align: "center" },
      { key: "from", label: word.from, share: 0.2, align: "start", group: { key: "period", label: word.period } },
      { key: "to", label: word.to, share: 0.2, align: "start", group: { key: "period", label: word.period } },
      { key: "city", label: word.city, share: 0.52, align: "start" },
    ],
    rows: [
      ...cities.map((city, index) => ({
        key: `r${index}`,
        kind: "row" as const,
        shaded: index % 3 === 2,
        cells: cells(index, city),
      })),
      {
        key: "total",
        kind: "total",
        shaded: false,
        cells: [{ text: word.total, heading: true }, { text: "" }, { text: "" }, { text: "8,765" }],
      },
    ],
    notes: [word.note],
    notesTitle: word.notes,
    emptyText: "—",
    orientation: "portrait",
  };
}

describe.each(["ja", "zh", "en"] as const)("a table in %s", (language) => {
  const word = words[language];
  const table = makeTable(language, ["北九州市", "武漢市", "Wuhan"]);

  it("stands in reading order, with everything the table says", async () => {
    const { texts } = await openPdf(writeTablePdf(table, file).bytes);
    const expected = [
      word.title,
      word.asOf,
      word.number,
      word.period,
      word.city,
      word.from,
      word.to,
      "1",
      "2015.10.22",
      "2015.10.23",
      "北九州市",
      "2",
      "2015.10.22",
      "2015.10.23",
      "武漢市",
      "3",
      "2015.10.22",
      "2015.10.23",
      "Wuhan",
      word.total,
      "8,765",
      word.notes,
      word.note,
    ].join("");
    expect(texts[0]).toContain(expected.replaceAll(/\s/g, ""));
  });

  it("is tagged, titled and in its language, as PDF/UA-1 asks", async () => {
    const pdf = await openPdf(writeTablePdf(table, file).bytes);
    expect(pdf.metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.metadata).toContain("<xmp:CreateDate>2016-01-19T00:00:00");
    expect(pdf).toMatchObject({ title: word.title.replaceAll("\n", " "), author: "IGES", bookmarks: [word.title] });
    expect(pdf.language).toBe(language === "zh" ? "zh-CN" : language);
    const roles = pdf.elements.map(({ role }) => role);
    expect(roles.filter((role) => role === "H1")).toHaveLength(1);
    expect(roles.filter((role) => role === "Table")).toHaveLength(1);
    // Three over the whole head or over two columns, two below.
    expect(roles.filter((role) => role === "TH")).toHaveLength(5);
    expect(roles.filter((role) => role === "TD")).toHaveLength(16);
  });

  it("brings its fonts, the language's own first", async () => {
    const { fonts } = await openPdf(writeTablePdf(table, file).bytes);
    expect([...fonts.values()].every((embedded) => embedded)).toBe(true);
    const names = [...fonts.keys()].join(" ");
    expect(names).toContain(language === "zh" ? "NotoSansSC" : "NotoSansJP");
    if (language === "zh") expect(names).not.toContain("NotoSansJP");
  });
});

it("repeats the head on every page and numbers the pages", async () => {
  const table = makeTable(
    "ja",
    Array.from({ length: 120 }, (_, index) => `都市${index}`),
  );
  const { bytes, pages } = writeTablePdf(table, file);
  const { texts } = await openPdf(bytes);
  expect(pages).toBeGreaterThan(2);
  expect(texts).toHaveLength(pages);
  for (const [index, text] of texts.entries()) {
    // Repeated heads are drawn, but read aloud only once: they stand behind the page's contents here.
    for (const label of ["番号", "実施期間", "開始", "終了"]) expect(text).toContain(label);
    expect(text).toContain(`${index + 1}/${pages}`);
    if (index > 0) expect(text).toContain("表1現地協議の一覧");
  }
});

it("lies on its side where the table is wide", async () => {
  const { sizes } = await openPdf(
    writeTablePdf({ ...makeTable("ja", ["北京"]), orientation: "landscape" }, file).bytes,
  );
  expect(sizes).toEqual([{ width: 842, height: 595 }]);
});

it("gives the same bytes for the same table, whatever was set between", () => {
  const table = makeTable("zh", ["重庆", "大连"]);
  const first = writeTablePdf(table, file).bytes;
  writeTablePdf(makeTable("en", ["Dalian"]), file);
  expect(Buffer.from(writeTablePdf(table, file).bytes).equals(Buffer.from(first))).toBe(true);
  expect(Buffer.from(writeTablePdf(table, { ...file, date: "2016-01-20" }).bytes).equals(Buffer.from(first))).toBe(
    false,
  );
});

describe("hostile names", () => {
  const names = [
    "𠮷野﨑 郸城 辽宁",
    "שלום",
    "محمد",
    "😀",
    '#import "x" *a* _b_ $c$ @d <e> `f` \\ // g ]',
    "{{name}}",
    "a\u0000b\u0007c\u202Ed",
    "辻\u{E0100}",
  ];

  it("are set as they are, and no markup is read", async () => {
    const { texts } = await openPdf(writeTablePdf(makeTable("ja", names), file).bytes);
    const page = texts.join("");
    for (const name of ["𠮷野﨑郸城辽宁", "😀", '#import"x"*a*_b_$c$@d<e>`f`\\//g]', "{{name}}", "abcd"])
      expect(page).toContain(name);
    expect(/שלום|םולש/.test(page)).toBe(true);
  });

  it.each([["北".repeat(500)], ["W".repeat(500)], ["w".repeat(40)]])("wrap in their column: %s", async (name) => {
    const table = makeTable("en", [name, "next"]);
    const { texts, right } = await openPdf(writeTablePdf(table, file).bytes);
    expect(texts.join("").split(name.charAt(0)).length - 1).toBeGreaterThanOrEqual(name.length);
    // Nothing stands right of the margin (A4 is 595 points wide, 57 of them margin).
    expect(right).toBeLessThanOrEqual(595 - 56);
  });
});

describe("a character that no font draws", () => {
  const find = (table: PrintTable) => {
    try {
      writeTablePdf(table, file);
    } catch (error) {
      if (error instanceof MissingGlyphs) return error.places;
      throw error;
    }
    return [];
  };

  it("is named with its row and column", () => {
    expect(find(makeTable("ja", ["北京", "\u{13000}州"]))).toEqual([
      "表1　現地協議の一覧、2行目、都市: \u{13000} (U+13000)",
    ]);
    expect(find(makeTable("en", ["\u{13000}"]))).toEqual(["Table 1: consultations, row 1, City: \u{13000} (U+13000)"]);
  });

  it("is found in heads, notes and private characters too", () => {
    const table = makeTable("zh", ["北京"]);
    expect(find({ ...table, notes: ["\u{13001}"] })).toEqual(["表1 现场协商一览，备注: \u{13001} (U+13001)"]);
    expect(find({ ...table, asOfText: "\uE000" })).toEqual(["表1 现场协商一览: \uE000 (U+E000)"]);
  });
});
