import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDocumentNumbers, normaliseDocumentNumbers, parseDocumentNumber } from "./document-number.ts";

const normalOf = (text: string) => parseDocumentNumber(text)?.text ?? null;

describe("one number, however it is printed", () => {
  test.each([
    [
      "国发〔2013〕37号",
      [
        "国发［2013］37号",
        "国发 (２０１３) ３７ 号",
        "国发【二〇一三】三十七号",
        "（国发〔2013〕37号）",
        "国发〔2013〕37号文",
        "国发〔2013年〕第37号",
        "国发「2013」37 号",
        "国发﹝2013﹞037号",
      ],
    ],
    ["环大气〔2017〕110号", ["环大气[2017]110号", "环大气（2017）110号"]],
    ["发改办气候〔2017〕1号", ["发改办气候{2017}1号"]],
    ["主席令第31号", ["中华人民共和国主席令第三十一号", "中华人民共和国主席令（第三十一号）", "主席令 第31号"]],
    ["国务院令第643号", ["中华人民共和国国务院令 第 643 号", "国务院令第六百四十三号"]],
    ["环境保护部令第34号", ["环境保护部令 第34号", "环境保护部　第34号令", "环境保护部令（第34号）"]],
    ["部令第34号", ["部令　第34号"]],
    ["国家发展和改革委员会、环境保护部令第22号", ["国家发展和改革委员会 环境保护部令 第22号"]],
    [
      "环境保护部公告2016年第82号",
      [
        "环境保护部 公告 2016年 第 82 号",
        "环境保护部公告（2016年第82号）",
        "环境保护部公告〔2016〕82号",
        "环境保护部2016年第82号公告",
      ],
    ],
    ["公告2016年第82号", ["公告 2016年 第82号", "2016年 第 82 号公告"]],
    ["GB 13223-2011", ["GB13223—2011", "ＧＢ　１３２２３－２０１１", "GB 13223－2011"]],
    ["GB/T 15432-1995", ["GB/T15432-95", "GB / T 15432—1995"]],
    ["HJ 633-2012", ["HJ 633—2012（试行）", "HJ633-2012"]],
    ["DB11/139-2015", ["DB11/ 139—2015", "DB 11/139－2015"]],
    ["DB11/T 1322.6-2016", ["DB11/T 1322.6—2016"]],
  ])("%s", (normal, printed) => {
    expect(normalOf(normal)).toBe(normal);
    for (const text of printed) expect(normalOf(text)).toBe(normal);
  });

  test("its parts", () => {
    expect(parseDocumentNumber("京政办发〔2017〕1号")).toEqual({
      form: "serial",
      text: "京政办发〔2017〕1号",
      code: "京政办发",
      year: 2017,
      number: "1",
    });
    expect(parseDocumentNumber("GB 18352.6-2016")).toMatchObject({
      form: "standard",
      code: "GB",
      year: 2016,
      number: "18352.6",
    });
  });

  test.each([
    "",
    "37号",
    "〔2013〕37号",
    "国发〔2013〕号",
    "国发〔2013〕0号",
    "国发〔3013〕37号",
    "第三十一条",
    "2016年4月8日",
    "见国发〔2013〕37号和国发〔2018〕22号",
    "电话0531-2016",
  ])("%s is none", (text) => {
    expect(parseDocumentNumber(text)).toBeNull();
  });
});

describe("numbers in a text", () => {
  const text =
    "根据《国务院关于印发行动计划的通知》（国发〔2013〕37号），按照环大气〔2017〕110号和GB 3095-2012执行；2013年10月8日 中华人民共和国国务院令第643号公布，废止原环境保护部令第12号。";

  test("each with its place, without the words that lead to it", () => {
    const found = findDocumentNumbers(text);
    expect(found.map((number) => number.text)).toEqual([
      "国发〔2013〕37号",
      "环大气〔2017〕110号",
      "GB 3095-2012",
      "国务院令第643号",
      "环境保护部令第12号",
    ]);
    for (const { index, length, printed } of found) expect(text.slice(index, index + length)).toBe(printed);
    expect(found[3]?.printed).toBe("中华人民共和国国务院令第643号");
  });

  test("numbers of several bodies in one value", () => {
    expect(normaliseDocumentNumbers("财建[2016]12号　环大气（2016）3号")).toBe("财建〔2016〕12号、环大气〔2016〕3号");
    expect(normaliseDocumentNumbers("参见财建[2016]12号及其附件一")).toBeNull();
  });
});

describe("properties", () => {
  const code = fc.constantFrom(
    "国发",
    "国办函",
    "环大气",
    "环办大气函",
    "发改办气候",
    "京政办发",
    "工信部联节",
    "自然资发",
    "沪环保防",
  );
  const brackets = fc.constantFrom("〔〕", "［］", "[]", "()", "（）", "【】", "﹝﹞");
  const space = fc.constantFrom("", " ", "　", "  ");
  const width = (text: string, wide: boolean) =>
    wide ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;

  test("deviations collapse into one form, and that form is its own", () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1950, max: 2099 }),
        fc.integer({ min: 1, max: 99_999 }),
        brackets,
        space,
        space,
        fc.boolean(),
        (agency, year, count, pair, before, behind, wide) => {
          const printed = `${agency}${before}${pair[0]}${width(String(year), wide)}${pair[1]}${behind}${width(String(count), wide)}${before}号`;
          const normal = normalOf(printed);
          expect(normal).toBe(`${agency}〔${year}〕${count}号`);
          expect(normalOf(normal ?? "")).toBe(normal);
        },
      ),
    );
  });

  test("whatever is found stays what it is, and stands where it says", () => {
    const piece = fc.constantFrom(
      "国发",
      "令",
      "公告",
      "第",
      "号",
      "〔",
      "〕",
      "2016",
      "37",
      "三十",
      "年",
      "环境保护部",
      " ",
      "，",
      "GB",
      "/T",
      "-",
      "DB11",
      "、",
      "关于",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const { index, length, printed, text: normal } of findDocumentNumbers(text)) {
          expect(index).toBeGreaterThanOrEqual(end);
          end = index + length;
          expect(text.slice(index, end)).toBe(printed);
          expect(normalOf(normal)).toBe(normal);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
