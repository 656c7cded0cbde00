import { describe, expect, test } from "vitest";
import { chronicleMonth, hasExactDays, shiftMonth } from "./month.ts";

describe("months of a chronicle", () => {
  test.each([
    ["2015-10-28/2015-11-06", "2015-10-28", "2015-11-06", "2015-10"],
    ["2016-01~", "2016-01-01", "2016-01-31", "2016-01"],
    ["2016-02-21~/2016-02-29~", "2016-02-21", "2016-02-29", "2016-02"],
    ["2016-01/2016-03", "2016-01-01", "2016-03-31", null],
    ["2016", "2016-01-01", "2016-12-31", null],
    ["../2015-01-26", null, "2015-01-26", null],
    [null, null, null, null],
  ])("%s stands under its month where it has one", (date, dateFrom, dateTo, month) => {
    expect(chronicleMonth({ date, dateFrom, dateTo })).toBe(month);
  });

  test("only days that are known and not qualified have a place on a calendar", () => {
    expect(hasExactDays({ date: "2015-10-30" })).toBe(true);
    expect(hasExactDays({ date: "2015-10-28/2015-11-06" })).toBe(true);
    expect(hasExactDays({ date: "2015-10-30~" })).toBe(false);
    expect(hasExactDays({ date: "2015-10" })).toBe(false);
    expect(hasExactDays({ date: null })).toBe(false);
  });

  test("the months around turn over at the year and end with the years of four digits", () => {
    expect(shiftMonth("2015-12", 1)).toBe("2016-01");
    expect(shiftMonth("2015-01", -1)).toBe("2014-12");
    expect(shiftMonth("9999-12", 1)).toBeNull();
    expect(shiftMonth("0001-01", -1)).toBeNull();
  });
});
