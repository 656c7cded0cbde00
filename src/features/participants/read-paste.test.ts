import { describe, expect, test } from "vitest";
import { compareCounts } from "./compare-counts.ts";
import { checkCells, cleanCells, type ParticipantField, participantFields } from "./participant.ts";
import { type PasteWords, readPaste } from "./read-paste.ts";

const words: PasteWords = {
  fields: {
    ...(Object.fromEntries(participantFields.map((field) => [field, []])) as unknown as Record<
      ParticipantField,
      string[]
    >),
    family_name: ["姓", "Family name"],
    given_name: ["名", "Given name"],
    affiliation: ["所属", "单位", "Affiliation"],
    category: ["区分", "类别", "Category"],
  },
  categories: { engineer: ["技術者", "技术人员", "Engineer"], practitioner: ["実務者"] },
};

test("rows from a spreadsheet are read in our order of columns", () => {
  const rows = readPaste(
    "王\t小明\t\t\tWANG\tXiaoming\t天津市\t科长\t技术人员\tw@example.org\t\r\n\r\n李\t伟\t\t\t\t\t上海市\t\tengineer",
    words,
  );
  expect(rows?.map(({ number, problems }) => [number, problems])).toEqual([
    [1, []],
    [3, []],
  ]);
  expect(rows?.[0]?.cells).toMatchObject({ family_name: "王", family_name_roman: "WANG", category: "engineer" });
});

test("headings in any language may stand in any order, and columns that we do not know are passed over", () => {
  const rows = readPaste('No.\tGiven name\t姓\t单位\t区分\n1\t小明\t王\t"天津市\n环保局"\t技術者\n', words);
  expect(rows).toMatchObject([
    {
      number: 2,
      cells: { family_name: "王", given_name: "小明", affiliation: "天津市 环保局", category: "engineer" },
      problems: [],
    },
  ]);
});

test("each row says what is wrong with it", () => {
  const good = "王\t小明\t\t\t\t\t天津市\t\tengineer";
  const rows = readPaste(
    [
      good,
      good,
      "王小明\t\t\t\t\t\t\t\t学生",
      "李\t伟\tri\tウェイ\t李\tWei\t上海\t\tengineer\tli@",
      `${good.replace("王", "张")}\t\t\tmore`,
    ].join("\n"),
    words,
  );
  expect(rows?.map(({ problems }) => problems.map(({ field, reason }) => `${field} ${reason}`))).toEqual([
    [],
    ["family_name duplicate"],
    ["given_name required", "affiliation required", "category category"],
    ["family_name_kana kana", "family_name_roman roman", "email email"],
    ["note columns"],
  ]);
});

test.each(["", "\n\n", "\uFEFF"])("%j holds nobody", (text) => {
  expect(readPaste(text, words)).toEqual([]);
});

describe("a cell", () => {
  test("is kept in one form: halfwidth kana in readings, no control characters, single spaces", () => {
    const cells = cleanCells({ family_name: " 渡邉\u0000 ", family_name_kana: "ﾜﾀﾅﾍﾞ", given_name: "か\u3099\n一" });
    expect(cells).toMatchObject({ family_name: "渡邉", family_name_kana: "ワタナベ", given_name: "が 一", email: "" });
  });
  test("may hold no more than its column takes", () => {
    const cells = cleanCells({
      family_name: "あ".repeat(101),
      given_name: "𠮷".repeat(100),
      affiliation: "x",
      category: "engineer",
    });
    expect(checkCells(cells)).toEqual([{ field: "family_name", reason: "long" }]);
  });
  test.each(["O'Neill", "Jean-Luc", "Lü", "María José"])("%s is a name in Latin letters", (name) => {
    const cells = cleanCells({
      family_name: "x",
      given_name: "x",
      affiliation: "x",
      category: "staff",
      family_name_roman: name,
    });
    expect(checkCells(cells)).toEqual([]);
  });
});

describe("counts", () => {
  const people = (categories: string, count: number, approximate = "no") => ({
    categories,
    count: String(count),
    approximate,
  });
  test("go to the narrower group first, and media and companies are no people", () => {
    const stated = [people("engineer;administrator", 3, "yes"), people("engineer", 2), people("media", 12)];
    expect(compareCounts(["engineer", "administrator", "engineer", "staff"], stated)).toEqual({
      recorded: 4,
      stated: 5,
      approximate: true,
      rows: [
        { categories: ["engineer"], stated: 2, approximate: false, recorded: 2 },
        { categories: ["engineer", "administrator"], stated: 3, approximate: true, recorded: 1 },
        { categories: ["staff"], stated: null, approximate: false, recorded: 1 },
      ],
    });
  });
  test("of an activity that states none stand alone", () => {
    expect(compareCounts([], [])).toEqual({ recorded: 0, stated: null, approximate: false, rows: [] });
  });
});
