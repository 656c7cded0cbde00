import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfMoment, findDate, findDateInAddress } from "./find-date.ts";

const today = "2016-04-20";

describe("a day beside an entry", () => {
  test.each([
    ["2016-04-03", "2016-04-03"],
    ["[2016/4/3]", "2016-04-03"],
    ["2016.04.03 10:20", "2016-04-03"],
    ["发布时间：2016年4月3日", "2016-04-03"],
    ["２０１６－０４－０３", "2016-04-03"],
    ["20160403", "2016-04-03"],
    ["03 2016-04", "2016-04-03"],
    ["2016-04 03", "2016-04-03"],
    ["二〇一六年四月三日", "2016-04-03"],
    ["二○一五年十二月二十三日", "2015-12-23"],
    ["平成28年4月3日", "2016-04-03"],
    ["2099-01-01 2016-04-03", "2016-04-03"],
    ["16-04-03", "2016-04-03"],
    ["[04-03]", "2016-04-03"],
    ["（12-30）", "2015-12-30"],
    ["04-03", "2016-04-03"],
    ["4月3日", "2016-04-03"],
    ["今天 09:10", "2016-04-20"],
    ["昨天", "2016-04-19"],
    ["3天前", "2016-04-17"],
    ["5小时前", "2016-04-20"],
    ["Apr 3, 2016", "2016-04-03"],
    ["3 April 2016", "2016-04-03"],
    ["2016-02-30", null],
    ["2099-01-01", null],
    ["2013-2017年行动计划", null],
    ["", null],
  ])("%s is %s", (text, day) => {
    expect(findDate(text, today)).toBe(day);
  });
});

test.each([
  ["https://x.cn/gkml/201604/t20160403_335012.htm", "2016-04-03"],
  ["https://x.cn/2016-04/03/content_5060.htm", "2016-04-03"],
  ["https://x.cn/art/2016/4/3/art_1_2.html", "2016-04-03"],
  ["https://x.cn/a/1234567890.html", null],
])("the address %s holds %s", (url, day) => {
  expect(findDateInAddress(url, today)).toBe(day);
});

test.each([
  ["Sat, 02 Apr 2016 20:00:00 GMT", "zh", "2016-04-03"],
  ["2016-04-02T23:30:00+08:00", "zh", "2016-04-02"],
  ["2016-04-02T15:30:00Z", "ja", "2016-04-03"],
  ["2016-04-02", "zh", "2016-04-02"],
  ["2016-04-02 23:59:59", "zh", "2016-04-02"],
] as const)("the moment %s is the day of its readers (%s)", (text, language, day) => {
  expect(dayOfMoment(text, language, today)).toBe(day);
});

test("no text makes it fail, or keeps it from ending", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const day = findDate(text, today);
      expect(day === null || /^\d{4}-\d{2}-\d{2}$/.test(day)).toBe(true);
    }),
  );
  expect(findDate("1-1-".repeat(200_000), today)).toBeNull();
});
