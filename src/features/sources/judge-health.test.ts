import { describe, expect, test } from "vitest";
import { judgeHealth, type Look } from "./judge-health.ts";

const now = new Date("2016-04-30T00:00:00Z");
/** One look a day, the newest first: r10 read ten entries, u unchanged, e empty, f failed, x refused. */
const looksOf = (signs: string): Look[] =>
  signs
    .split(" ")
    .filter((sign) => sign !== "")
    .map((sign, index) => ({
      at: new Date(now.getTime() - index * 86_400_000),
      outcome: ({ r: "read", u: "unchanged", e: "empty", f: "failed", x: "refused" } as const)[sign[0] ?? ""] ?? "read",
      listed: Number(sign.slice(1) || 0),
      problem: /^[fx]/.test(sign) ? { code: "busy", values: { status: 503 } } : null,
    }));
const judge = (signs: string, freshDaysAgo: number | null = 1) =>
  judgeHealth({
    now,
    quietDays: 10,
    looks: looksOf(signs),
    lastFreshAt: freshDaysAgo === null ? null : new Date(now.getTime() - freshDaysAgo * 86_400_000),
  });

describe("a source is", () => {
  test.each([
    ["waiting before anybody looked", "", 1, "waiting"],
    ["new while it brings news", "r10 r10", 3, "new"],
    ["quiet when it answers and brings none", "u10 r10", 11, "quiet"],
    ["still new at the last day", "u10 r10", 10, "new"],
    ["as it was after one or two failures", "f f r10", 3, "new"],
    ["failing after three", "f f f r10", 3, "failing"],
    ["failing as well where it is refused", "x f x r10", 3, "failing"],
    ["failing from the first look on if it never answered", "f", null, "failing"],
    ["suspicious when nothing is left of its list", "e0 r10 r9", 3, "suspicious"],
    ["suspicious still while failures come in between", "f e0 r10", 3, "suspicious"],
    ["suspicious when four fifths are gone", "r2 r10 r11 r10", 3, "suspicious"],
    ["not suspicious for a short list that gets shorter", "r1 r4 r4", 3, "new"],
    ["not suspicious for an ordinary change", "r6 r10 r11", 3, "new"],
    ["suspicious when it never yielded anything", "e0", null, "suspicious"],
    ["well again when the list is back", "r10 e0 e0 r10", 3, "new"],
    ["taken as it is when it stayed short", "u2 r2 r2 r2 r2 r10", 3, "new"],
    ["suspicious even where it is said not to have changed", "u0 e0 r10", 3, "suspicious"],
  ])("%s", (_, signs, fresh, state) => {
    expect(judge(signs, fresh).state).toBe(state);
  });
});

test("reasons are told with their numbers", () => {
  expect(judge("f f f f r10").reasons).toEqual([
    { code: "failures", values: { count: 4 } },
    { code: "busy", values: { status: 503 } },
  ]);
  expect(judge("e0 r10 r8 r9").reasons).toEqual([{ code: "no-entries", values: { usual: 9 } }]);
  expect(judge("r1 r10").reasons).toEqual([{ code: "fewer-entries", values: { count: 1, usual: 10 } }]);
});
