import fc from "fast-check";
import { expect, test } from "vitest";
import { writeNumeral } from "../../../core/chinese-numerals.ts";
import { findDateInUrl, findDates, parseDate } from "./dates.ts";

test.each([
  "2016年4月8日",
  "２０１６年４月８日",
  "2016 年 4 月 8 日",
  "二〇一六年四月八日",
  "二○一六年四月八日",
  "二OO六年四月八日",
  "2016-04-08",
  "2016/4/8",
  "2016.04.08",
  "2016-04-08 10:22:33",
  "2016-04-08-10:22:33",
  "2016-04-08T09:00:00+08:00",
  "2016-04-07T17:00:00Z",
  "20160408",
  "Fri, 08 Apr 2016 10:00:00 +0800",
  "【2016-04-08】",
  "平成28年4月8日",
])("%s", (text) => {
  expect(parseDate(text)).toBe(text.includes("OO") ? "2006-04-08" : "2016-04-08");
});

test.each([
  "2016-02-30",
  "2015年2月29日",
  "二〇一六年十三月一日",
  "2016-00-10",
  "0000-00-00",
  "1848年2月1日",
  "2016年4月",
  "发布于2016年4月8日",
  "",
  "号码2016-4",
])("%s is no day", (text) => {
  expect(parseDate(text)).toBeNull();
});

test("all days of a text, each where it stands", () => {
  const text = "本办法于二〇一六年十二月三十一日通过，自2017年1月1日起施行，2016年2月30日不存在，电话010-2016-04。";
  const found = findDates(text);
  expect(found.map(({ date }) => date)).toEqual(["2016-12-31", "2017-01-01"]);
  for (const { index, length, text: printed } of found) expect(text.slice(index, index + length)).toBe(printed);
});

test("the day in an address", () => {
  expect(findDateInUrl("http://www.example.cn/gkml/201604/t20160408_333.shtml")).toBe("2016-04-08");
  expect(findDateInUrl("http://www.example.cn/zhengce/2016-04/08/content_5.htm")).toBe("2016-04-08");
  expect(findDateInUrl("http://www.example.cn/art/2016/4/8/art_1.html")).toBe("2016-04-08");
  expect(findDateInUrl("http://www.example.cn/201613/t20161399_333.html")).toBeNull();
});

test("every day reads the same in figures and in Han numerals", () => {
  const han = [..."〇一二三四五六七八九"];
  fc.assert(
    fc.property(fc.date({ min: new Date("1950-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (day) => {
      const date = day.toISOString().slice(0, 10);
      const [year = "", month, date2] = date.split("-");
      const printed = `${[...year].map((digit) => han[Number(digit)]).join("")}年${writeNumeral(Number(month), "零")}月${writeNumeral(Number(date2), "零")}日`;
      expect(parseDate(printed)).toBe(date);
      expect(parseDate(date)).toBe(date);
      expect(parseDate(`${Number(year)}年${Number(month)}月${Number(date2)}日`)).toBe(date);
    }),
  );
});
