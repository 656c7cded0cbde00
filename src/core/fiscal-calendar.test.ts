import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FiscalCalendar,
  fiscalMonths,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearRange,
  fiscalYearsOf,
} from "./fiscal-calendar.ts";

const label = { ja: "{year}年度", zh: "{year}年度", en: "FY{year}" };
const japan: FiscalCalendar = { startMonth: 4, startDay: 1, namedBy: "first", label };
const china: FiscalCalendar = { startMonth: 1, startDay: 1, namedBy: "first", label };
const unitedStates: FiscalCalendar = { startMonth: 10, startDay: 1, namedBy: "last", label };
const unitedKingdom: FiscalCalendar = { startMonth: 4, startDay: 6, namedBy: "first", label };

test.each([
  ["Japan", japan, "2016-03-31", 2015],
  ["Japan", japan, "2016-04-01", 2016],
  ["China", china, "2016-01-01", 2016],
  ["China", china, "2016-12-31", 2016],
  ["the United States", unitedStates, "2015-09-30", 2015],
  ["the United States", unitedStates, "2015-10-01", 2016],
  ["the United Kingdom", unitedKingdom, "2016-04-05", 2015],
  ["the United Kingdom", unitedKingdom, "2016-04-06", 2016],
])("in %s, %s… %s is in %i", (_, calendar, day, year) => expect(fiscalYearOf(calendar, day)).toBe(year));

test("a year has its first and last day", () => {
  expect(fiscalYearRange(japan, 2015)).toEqual({ from: "2015-04-01", to: "2016-03-31" });
  expect(fiscalYearRange(china, 2015)).toEqual({ from: "2015-01-01", to: "2015-12-31" });
  expect(fiscalYearRange(unitedStates, 2016)).toEqual({ from: "2015-10-01", to: "2016-09-30" });
  expect(fiscalYearRange(unitedKingdom, 2015)).toEqual({ from: "2015-04-06", to: "2016-04-05" });
  expect(fiscalYearRange({ ...japan, startMonth: 3 }, 2015)).toEqual({ from: "2015-03-01", to: "2016-02-29" });
  expect(fiscalYearRange({ ...china, namedBy: "last" }, 2015)).toEqual({ from: "2015-01-01", to: "2015-12-31" });
});

describe("fiscalYearsOf", () => {
  test.each([
    ["within a year", "2015-09-08", "2015-09-17", [2015]],
    ["straddling two", "2016-03-20", "2016-04-02", [2015, 2016]],
    ["over several", "2013-03-01", "2016-03-31", [2012, 2013, 2014, 2015]],
    ["with an open end", "2013-03-01", null, [2012]],
    ["with an open start", null, "2016-03-31", [2015]],
    ["unknown", null, null, []],
  ])("%s", (_, from, to, years) => expect(fiscalYearsOf(japan, { from, to })).toEqual(years));
});

test("labels come from the programme, in the reader's language or the first there is", () => {
  expect(fiscalYearLabel(japan, 2015, "ja")).toBe("2015年度");
  expect(fiscalYearLabel(japan, 2015, "en")).toBe("FY2015");
  expect(fiscalYearLabel({ ...japan, label: { ja: "{year}年度" } }, 2015, "zh")).toBe("2015年度");
});

test("months run from the first to the last that the year touches", () => {
  expect(fiscalMonths(japan, 2015)).toEqual(
    "2015-04 2015-05 2015-06 2015-07 2015-08 2015-09 2015-10 2015-11 2015-12 2016-01 2016-02 2016-03".split(" "),
  );
  expect(fiscalMonths(unitedStates, 2016)[0]).toBe("2015-10");
  expect(fiscalMonths(unitedKingdom, 2015)).toHaveLength(13);
});

test("every day belongs to exactly one fiscal year, whatever the calendar", () => {
  const calendars = fc.record({
    startMonth: fc.integer({ min: 1, max: 12 }),
    startDay: fc.integer({ min: 1, max: 31 }),
    namedBy: fc.constantFrom<FiscalCalendar["namedBy"]>("first", "last"),
    label: fc.constant(label),
  });
  fc.assert(
    fc.property(calendars, fc.integer({ min: 0, max: 80_000 }), (calendar, offset) => {
      const day = Temporal.PlainDate.from("1900-01-01").add({ days: offset }).toString();
      const year = fiscalYearOf(calendar, day);
      const holding = [year - 1, year, year + 1].filter((candidate) => {
        const { from, to } = fiscalYearRange(calendar, candidate);
        return from <= day && day <= to;
      });
      expect(holding).toEqual([year]);
      expect(fiscalMonths(calendar, year)).toContain(day.slice(0, 7));
    }),
    { numRuns: 2000 },
  );
});
