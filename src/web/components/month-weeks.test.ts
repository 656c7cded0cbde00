import { expect, test } from "vitest";
import { splitMonthIntoWeeks } from "./month-weeks.ts";

test("weeks begin on the country's first day and cover the month", () => {
  const fromSunday = splitMonthIntoWeeks("2015-10", 7, []);
  expect(fromSunday).toHaveLength(5);
  expect(fromSunday[0]?.days[0]).toEqual({ date: "2015-09-27", day: 27, outside: true });
  const fromMonday = splitMonthIntoWeeks("2015-02", 1, []);
  expect(fromMonday[0]?.days[0]?.date).toBe("2015-01-26");
  expect(fromMonday.at(-1)?.days.at(-1)?.date).toBe("2015-03-01");
});

test("an activity over weeks is cut at each week's edge", () => {
  const training = { start: "2015-10-18", end: "2015-11-07" };
  const placed = splitMonthIntoWeeks("2015-10", 1, [training]).flatMap(({ entries }) => entries);
  expect(placed.map(({ firstColumn, lastColumn }) => [firstColumn, lastColumn])).toEqual([
    [7, 7],
    [1, 7],
    [1, 7],
  ]);
  expect(placed.map(({ continued, continues }) => [continued, continues])).toEqual([
    [false, true],
    [true, true],
    [true, true],
  ]);
});

test("an activity that began before the month is named again in its first week", () => {
  const placed = splitMonthIntoWeeks("2015-11", 1, [{ start: "2015-10-28", end: "2015-11-06" }]);
  expect(placed[0]?.entries[0]).toMatchObject({ firstColumn: 3, lastColumn: 7, continued: false, continues: true });
  expect(placed[1]?.entries[0]).toMatchObject({ firstColumn: 1, lastColumn: 5, continued: true, continues: false });
});

test("the longer of two that begin together stands first", () => {
  const entries = [
    { start: "2015-09-08", end: "2015-09-08" },
    { start: "2015-09-08", end: "2015-09-17" },
  ];
  const week = splitMonthIntoWeeks("2015-09", 1, entries).find((candidate) => candidate.entries.length > 0);
  expect(week?.entries.map(({ lastColumn }) => lastColumn)).toEqual([7, 2]);
});
