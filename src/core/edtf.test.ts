import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth } from "./calendar-day.ts";
import {
  countDays,
  countWorkingDays,
  type Edtf,
  edtfBounds,
  isExact,
  isQualified,
  isReversed,
  parseEdtf,
} from "./edtf.ts";

function parse(text: string): Edtf {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return result.value;
}

describe("parseEdtf", () => {
  test("reads a year, a month and a day", () => {
    const plain = { uncertain: false, approximate: false };
    expect(parse("2015").start).toEqual({ year: 2015, month: null, day: null, ...plain });
    expect(parse("2015-09").start).toEqual({ year: 2015, month: 9, day: null, ...plain });
    expect(parse("2015-09-08").start).toEqual({ year: 2015, month: 9, day: 8, ...plain });
    expect(parse("2015-09-08")).toMatchObject({ text: "2015-09-08", isInterval: false, end: { day: 8 } });
  });

  test.each([
    ["2016-01?", true, false],
    ["2016-01~", false, true],
    ["2016-01%", true, true],
    ["2016-01?~", true, true],
    ["2016-01~?", true, true],
  ])("reads the qualifier of %s", (text, uncertain, approximate) => {
    expect(parse(text).start).toEqual({ year: 2016, month: 1, day: null, uncertain, approximate });
    expect(isQualified(parse(text))).toBe(true);
  });

  test("reads intervals with qualifiers of each side and with open or unknown sides", () => {
    expect(parse("2016-02-21~/2016-02-29")).toMatchObject({
      isInterval: true,
      start: { day: 21, approximate: true },
      end: { day: 29, approximate: false },
    });
    expect(parse("2013-03/..")).toMatchObject({ isInterval: true, start: { year: 2013 }, end: null });
    expect(parse("../2016-03")).toMatchObject({ isInterval: true, start: null, end: { year: 2016 } });
    expect(parse("2013-03/")).toMatchObject({ start: { year: 2013 }, end: null });
  });

  test.each(["2015-02-29", "2015-02-30", "2015-13", "2015-00", "2015-06-00", "2015-06-31", "2015-01/2015-04-31"])(
    "%s is no date of the calendar",
    (text) => expect(parseEdtf(text)).toEqual({ ok: false, problem: "impossible-date" }),
  );

  test.each([
    "",
    "15",
    "2015-9-8",
    "2015/9/8",
    "2015.9.8",
    "2015-09-08 ",
    " 2015",
    "２０１５",
    "2015年9月",
    "2015-09-08/17",
    "2015??",
    "2015~~",
    "2015%~",
    "?~",
    "../..",
    "/",
    "..",
    "2015/2016/2017",
    "2015-09-",
    "2015+09",
    "-2015",
    "2015-02-30/abc",
  ])("%j is malformed", (text) => expect(parseEdtf(text)).toEqual({ ok: false, problem: "malformed" }));

  test("never throws, and accepts only what it can bound", () => {
    const alphabet = fc.constantFrom(..."0123456789-/.?~%".split(""));
    const texts = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: alphabet, maxLength: 24 }));
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseEdtf(text);
        if (result.ok) expect(edtfBounds(result.value)).not.toEqual({ from: null, to: null });
      }),
      { numRuns: 2000 },
    );
  });

  test("agrees with Temporal about which days exist", () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.nat(13), fc.nat(32));
    fc.assert(
      fc.property(days, ([year, month, day]) => {
        const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
        expect(parseEdtf(text).ok).toBe(existsInTemporal(year, month, day));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("edtfBounds", () => {
  test.each([
    ["2016", "2016-01-01", "2016-12-31"],
    ["2016-02~", "2016-02-01", "2016-02-29"],
    ["2015-09-08/2015-09-17", "2015-09-08", "2015-09-17"],
    ["2015-10/2016-03", "2015-10-01", "2016-03-31"],
    ["2013-03/..", "2013-03-01", null],
    ["../2016-03", null, "2016-03-31"],
  ])("%s lies between %s and %s", (text, from, to) => expect(edtfBounds(parse(text))).toEqual({ from, to }));

  test("are in order, even of a reversed interval", () => {
    expect(edtfBounds(parse("2015-12-10/2015-12-01"))).toEqual({ from: "2015-12-01", to: "2015-12-10" });
    fc.assert(
      fc.property(partTexts, partTexts, (start, end) => {
        const { from, to } = edtfBounds(parse(`${start}/${end}`));
        expect(from !== null && to !== null && from <= to).toBe(true);
      }),
    );
  });
});

describe("isReversed", () => {
  test.each([
    ["2015-12-10/2015-12-01", true],
    ["2015-12/2015-11-30", true],
    ["2016/2015", true],
    ["2015-12-10/2015-12", false],
    ["2015-09-08/2015-09-08", false],
    ["2013-03/..", false],
    ["2015-09-08", false],
  ])("%s: %s", (text, reversed) => expect(isReversed(parse(text))).toBe(reversed));
});

describe("counts of days", () => {
  test.each([
    // stated days of the coordination platform's trainings of FY2015
    ["2015-09-08/2015-09-17", 10, 8],
    ["2015-10-28/2015-11-06", 10, 8],
    ["2016-01-18/2016-01-29", 12, 10],
    ["2016-01-18/2016-01-22", 5, 5],
    ["2015-07-21", 1, 1],
    ["2015-09-12/2015-09-13", 2, 0],
    ["2016-02-28/2016-03-01", 3, 2],
  ])("%s has %i days, %i of them from Monday to Friday", (text, days, workingDays) => {
    expect(isExact(parse(text))).toBe(true);
    expect(countDays(parse(text))).toBe(days);
    expect(countWorkingDays(parse(text))).toBe(workingDays);
  });

  test.each(["2016-01~", "2016-01", "2016-01-18~", "2016-01-18/2016-01-29?", "2016-01-18/..", "2016-01-18/2016-02"])(
    "%s is not exact and has no count",
    (text) => {
      expect(isExact(parse(text))).toBe(false);
      expect(countDays(parse(text))).toBeNull();
      expect(countWorkingDays(parse(text))).toBeNull();
    },
  );

  test("of a reversed interval there are none", () => {
    expect(countDays(parse("2015-12-10/2015-12-01"))).toBeNull();
    expect(countWorkingDays(parse("2015-12-10/2015-12-01"))).toBeNull();
  });

  test("equal a walk from day to day", () => {
    fc.assert(
      fc.property(dayTexts, fc.nat(400), (first, length) => {
        let day = Temporal.PlainDate.from(first);
        const last = day.add({ days: length });
        let days = 0;
        let workingDays = 0;
        while (Temporal.PlainDate.compare(day, last) <= 0) {
          days += 1;
          if (day.dayOfWeek <= 5) workingDays += 1;
          day = day.add({ days: 1 });
        }
        const value = parse(`${first}/${last.toString()}`);
        expect(countDays(value)).toBe(days);
        expect(countWorkingDays(value)).toBe(workingDays);
      }),
      { numRuns: 60 },
    );
  });
});

function digits(value: number, count: number): string {
  return String(value).padStart(count, "0");
}

function existsInTemporal(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

const dayTexts = fc
  .tuple(fc.integer({ min: 1, max: 9990 }), fc.integer({ min: 1, max: 12 }), fc.nat(1000))
  .map(
    ([year, month, seed]) =>
      `${digits(year, 4)}-${digits(month, 2)}-${digits((seed % daysInMonth(year, month)) + 1, 2)}`,
  );

const partTexts = fc
  .tuple(dayTexts, fc.constantFrom(4, 7, 10), fc.constantFrom("", "?", "~", "%", "?~"))
  .map(([text, length, qualifier]) => text.slice(0, length) + qualifier);
