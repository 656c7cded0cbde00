import fc from "fast-check";
import { expect, test } from "vitest";
import { writeDay } from "./calendar-day.ts";
import { writeNumeral } from "./chinese-numerals.ts";
import { englishMonths } from "./english-months.ts";
import { type DayForm, findDays, findDaysInAddress } from "./find-days.ts";
import { japaneseYearOf } from "./japanese-eras.ts";

const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const);
const around = fc.constantFrom("", "自", "于 ", "（", "发布时间：", "on ", "、");

/** A year digit by digit: 二〇一六. */
function writeDigits(year: number): string {
  return Array.from(String(year), (digit) => "〇一二三四五六七八九".charAt(Number(digit))).join("");
}

const writings: [DayForm, (year: number, month: number, day: number) => string][] = [
  ["east-asian", (year, month, day) => `${year}年${month}月${day}日`],
  ["east-asian", (year, month, day) => `${year} 年 ${month} 月 ${day} 日`],
  [
    "east-asian",
    (...[year, ...rest]) => `${writeDigits(year)}年${rest.map((n) => writeNumeral(n, "零")).join("月")}日`,
  ],
  ["numeric", writeDay],
  ["numeric", (year, month, day) => `${year}/${month}/${day}`],
  ["english", (year, month, day) => `${day} ${englishMonths[month - 1]?.[0]} ${year}`],
  ["english", (year, month, day) => `${englishMonths[month - 1]?.[1]}. ${day}, ${year}`],
  ["compact", (year, month, day) => writeDay(year, month, day).replaceAll("-", "")],
  ["era", (...date) => writeEra(date, String)],
  ["era", (...date) => writeEra(date, (count) => writeNumeral(count))],
];

function writeEra([year, month, day]: [number, number, number], write: (count: number) => string): string {
  const inEra = japaneseYearOf(year, month, day);
  return `${inEra?.era}${inEra?.year === 1 ? "元" : write(inEra?.year ?? 0)}年${write(month)}月${write(day)}日`;
}

test.each(writings)("%s: every day is found where it stands (%#)", (form, write) => {
  fc.assert(
    fc.property(day, around, around, (date, before, after) => {
      const written = write(...date);
      const [year, month, ofMonth] = date;
      expect(findDays(`${before}${written}${after}`, [form])).toEqual([
        { form, year, month, day: ofMonth, index: before.length, text: written },
      ]);
    }),
    { numRuns: 60 },
  );
});

test("what no calendar has is no day, and a number is none", () => {
  const forms: DayForm[] = ["east-asian", "numeric", "english", "era", "loose", "leaf", "compact"];
  for (const text of [
    "2015年2月29日",
    "2016-13-01",
    "二〇一六年十三月一日",
    "31 April 2016",
    "20161399",
    "010-2016-04-081",
  ])
    expect(findDays(text, forms)).toEqual([]);
  expect(findDays("[02-30] 4月31日", ["month-day"])).toEqual([]);
  expect(findDays("[02-29]", ["month-day"])).toMatchObject([{ year: null, month: 2, day: 29 }]);
});

test("all days in the order of the text", () => {
  const text = "平成28年4月8日の通知（二〇一六年三月一日）、2017-01-01";
  expect(findDays(text, ["numeric", "east-asian", "era"]).map(({ form, year }) => [form, year])).toEqual([
    ["era", 2016],
    ["east-asian", 2016],
    ["numeric", 2017],
  ]);
});

test.each([
  ["https://x.cn/gkml/201604/t20160403_335012.htm", { year: 2016, month: 4, day: 3 }],
  ["https://x.cn/2016-04/03/content_5060.htm", { year: 2016, month: 4, day: 3 }],
  ["https://x.cn/art/2016/4/3/art_1_2.html", { year: 2016, month: 4, day: 3 }],
  ["https://x.cn/201604/03/1.html", { year: 2016, month: 4, day: 3 }],
  ["https://x.cn/201613/t20161399_333.html", undefined],
  ["https://x.cn/a/1234567890.html", undefined],
])("the address %s", (address, found) => {
  expect(findDaysInAddress(address)[0]).toEqual(found);
});

test("no text makes it fail", () => {
  const forms = [...new Set(writings.map(([form]) => form)), "loose", "leaf", "short-year", "month-day"] as const;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."12０〇年月日 -/.平成令和元Apr") }), (text) => {
      for (const { index, text: words } of findDays(text, forms)) expect(text.startsWith(words, index)).toBe(true);
    }),
  );
});
