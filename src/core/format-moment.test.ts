import { expect, test } from "vitest";
import { formatMoment } from "./format-moment.ts";

const moment = new Date("2026-11-22T15:20:05Z");

test("one moment is told by the clock of each country, with its zone", () => {
  expect(formatMoment("ja", moment)).toBe("2026年11月23日 00:20（日本時間）");
  expect(formatMoment("zh", moment)).toBe("2026年11月22日 23:20（北京时间）");
  expect(formatMoment("en", moment)).toBe("23 November 2026, 00:20 JST");
  expect(formatMoment("en", moment, "second")).toBe("23 November 2026, 00:20:05 JST");
});

test("a day is the day of that clock", () => {
  expect(formatMoment("ja", moment, "day")).toBe("2026年11月23日");
  expect(formatMoment("zh", moment, "day")).toBe("2026年11月22日");
  expect(formatMoment("en", moment, "day")).toBe("23 November 2026");
});
