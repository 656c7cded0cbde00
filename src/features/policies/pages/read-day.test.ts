import { expect, test } from "vitest";
import { readDay } from "./read-day.ts";

test.each([
  "2016-03-30",
  "2016/3/30",
  "2016.3.30",
  "2016年3月30日",
  "平成28年3月30日",
  "二〇一六年三月三十日",
  "30 March 2016",
  "２０１６年３月３０日",
])("reads %s", (text) => {
  expect(readDay(text, "ja")).toBe("2016-03-30");
});

test.each(["", "2016年3月", "2016年2月30日", "3/4/2016", "2016年3月30日～4月1日", "昨日", "x".repeat(600)])(
  "takes no %s",
  (text) => {
    for (const language of ["ja", "zh", "en"] as const) expect(readDay(text, language)).toBeNull();
  },
);
