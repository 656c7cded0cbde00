import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEdtf } from "./edtf.ts";
import { type EdtfFormatOptions, formatEdtf } from "./edtf-format.ts";
import { type Language, languages } from "./language.ts";

function format(text: string, language: Language, options?: EdtfFormatOptions): string {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return formatEdtf(result.value, language, options);
}

test.each([
  ["2016", "2016年", "2016年", "2016"],
  ["2015-09-08", "2015年9月8日", "2015年9月8日", "8 September 2015"],
  ["2016-01~", "2016年1月頃", "2016年1月左右", "around January 2016"],
  ["2016-01?~", "2016年1月頃？", "2016年1月左右（待定）", "around January 2016 (uncertain)"],
  ["2016-01?", "2016年1月？", "2016年1月（待定）", "January 2016 (uncertain)"],
  ["2015-09-08/2015-09-17", "2015年9月8日～17日", "2015年9月8日至17日", "8–17 September 2015"],
  ["2015-11-22/2015-12-01", "2015年11月22日～12月1日", "2015年11月22日至12月1日", "22 November – 1 December 2015"],
  [
    "2015-12-28/2016-01-05",
    "2015年12月28日～2016年1月5日",
    "2015年12月28日至2016年1月5日",
    "28 December 2015 – 5 January 2016",
  ],
  ["2016-02/2016-03", "2016年2月～3月", "2016年2月至3月", "February–March 2016"],
  ["2016-02~/2016-03~", "2016年2月～3月頃", "2016年2月至3月左右", "around February–March 2016"],
  ["2016-02/2016-03~", "2016年2月～2016年3月頃", "2016年2月至2016年3月左右", "February 2016 – around March 2016"],
  ["2015-12/2016-01", "2015年12月～2016年1月", "2015年12月至2016年1月", "December 2015 – January 2016"],
  ["2014/2016", "2014年～2016年", "2014年至2016年", "2014–2016"],
  ["2015-09-08/2015-10", "2015年9月8日～10月", "2015年9月8日至10月", "8 September – October 2015"],
  ["2016-02-01~/2016-02-10~", "2016年2月上旬", "2016年2月上旬", "early February 2016"],
  ["2015-12-11~/2015-12-20~", "2015年12月中旬", "2015年12月中旬", "mid-December 2015"],
  ["2016-02-21~/2016-02-29~", "2016年2月下旬", "2016年2月下旬", "late February 2016"],
  ["2016-02-21%/2016-02-29%", "2016年2月下旬？", "2016年2月下旬（待定）", "late February 2016 (uncertain)"],
  ["2013-03/..", "2013年3月～", "2013年3月起", "since March 2013"],
  ["../2016-03~", "～2016年3月頃", "至2016年3月左右", "until around March 2016"],
  ["2015-09-08/2015-09-08", "2015年9月8日", "2015年9月8日", "8 September 2015"],
  [
    "2015-12-10/2015-12-01",
    "2015年12月10日～2015年12月1日",
    "2015年12月10日至2015年12月1日",
    "10 December 2015 – 1 December 2015",
  ],
])("%s in running text", (text, japanese, chinese, english) => {
  expect(format(text, "ja")).toBe(japanese);
  expect(format(text, "zh")).toBe(chinese);
  expect(format(text, "en")).toBe(english);
});

test.each([
  ["2015-07-21", "2015.7.21", "2015.7.21", "21 Jul 2015"],
  ["2015-09-08/2015-09-17", "2015.9.8～17", "2015.9.8~17", "8–17 Sep 2015"],
  ["2015-11-22/2015-12-01", "2015.11.22～12.1", "2015.11.22~12.1", "22 Nov – 1 Dec 2015"],
  ["2015-12-28/2016-01-05", "2015.12.28～2016.1.5", "2015.12.28~2016.1.5", "28 Dec 2015 – 5 Jan 2016"],
  ["2016-01~", "2016.1頃", "2016.1左右", "c. Jan 2016"],
  ["2016-01?~", "2016.1頃？", "2016.1左右（待定）", "c. Jan 2016 (?)"],
  ["2015-10/2015-11", "2015.10～11", "2015.10~11", "Oct–Nov 2015"],
  ["2015-09-08/2015-10", "2015.9.8～2015.10", "2015.9.8~2015.10", "8 Sep – Oct 2015"],
  ["2016-02-21~/2016-02-29~", "2016.2下旬", "2016.2下旬", "late Feb 2016"],
  ["2013-03/..", "2013.3～", "2013.3起", "since Mar 2013"],
  ["2016", "2016年", "2016年", "2016"],
])("%s in a table", (text, japanese, chinese, english) => {
  expect(format(text, "ja", { style: "short" })).toBe(japanese);
  expect(format(text, "zh", { style: "short" })).toBe(chinese);
  expect(format(text, "en", { style: "short" })).toBe(english);
});

describe("和暦", () => {
  test.each([
    ["2016-01~", "平成28年1月頃", "H28.1頃"],
    ["2015-09-08/2015-09-17", "平成27年9月8日～17日", "H27.9.8～17"],
    ["2019-04-30", "平成31年4月30日", "H31.4.30"],
    ["2019-05-01", "令和元年5月1日", "R1.5.1"],
    ["2019-04-25/2019-05-02", "平成31年4月25日～令和元年5月2日", "H31.4.25～R1.5.2"],
    ["2019", "令和元年", "令和元年"],
    ["1989-01-07", "昭和64年1月7日", "S64.1.7"],
    ["1989-01-08", "平成元年1月8日", "H1.1.8"],
    ["1926-12-24", "大正15年12月24日", "T15.12.24"],
    ["1926-12-25", "昭和元年12月25日", "S1.12.25"],
    ["1912-07-29", "明治45年7月29日", "M45.7.29"],
    ["1912-07-30", "大正元年7月30日", "T1.7.30"],
    ["1873-01-01", "明治6年1月1日", "M6.1.1"],
    ["1872-12-31", "1872年12月31日", "1872.12.31"],
    ["1868", "明治元年", "明治元年"],
    ["1867", "1867年", "1867年"],
  ])("%s", (text, long, short) => {
    expect(format(text, "ja", { calendar: "wareki" })).toBe(long);
    expect(format(text, "ja", { calendar: "wareki", style: "short" })).toBe(short);
  });

  test("is for Japanese only", () => {
    expect(format("2016-01", "zh", { calendar: "wareki" })).toBe("2016年1月");
    expect(format("2016-01", "en", { calendar: "wareki" })).toBe("January 2016");
  });
});

test("writes something for whatever can be read, and keeps every year of it", () => {
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, day]) => `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  const part = fc
    .tuple(fc.integer({ min: 1000, max: 9999 }), day, fc.constantFrom(0, 3, 6), fc.constantFrom("", "?", "~", "%"))
    .map(([year, rest, length, qualifier]) => String(year) + rest.slice(0, length) + qualifier);
  const side = fc.oneof({ weight: 5, arbitrary: part }, { weight: 1, arbitrary: fc.constant("..") });
  const text = fc.oneof(
    part,
    fc.tuple(side, side).map(([start, end]) => `${start}/${end}`),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...languages), fc.constantFrom("long", "short"), (edtf, language, style) => {
      const result = parseEdtf(edtf);
      if (!result.ok) return;
      const written = formatEdtf(result.value, language, { style });
      for (const year of edtf.match(/\d{4}/g) ?? []) expect(written).toContain(year);
      expect(written).not.toMatch(/null|undefined|NaN/);
    }),
    { numRuns: 1000 },
  );
});
