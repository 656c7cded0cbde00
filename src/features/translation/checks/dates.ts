import { japaneseYearOf } from "../../../core/japanese-eras.ts";
import { type FoundDate, findDates, sameDate } from "./find-dates.ts";
import { findNumbers } from "./find-numbers.ts";
import type { Check, CheckInput, Problem } from "./problem.ts";

/** Every date of the source stands in the target; 平成27年 for 2015年 and September 2013 for 2013年9月 are the same. */
export const checkDates: Check = (input) => {
  const there = findDates(input.target);
  const values = findNumbers(input.target).map(({ value }) => value);
  return [
    ...findDates(input.source).flatMap((date): Problem[] => {
      if (there.some((other) => sameDate(date, other))) return [];
      // “from 10 to 12 September 2013”, 2013年9月10日～12日: the parts stand apart.
      if (standsApart(date, values, there)) return [];
      const wrong = there.find(
        (other) => other.era !== null && !findDates(input.source).some((one) => sameDate(one, other)),
      );
      return [describe(input, date, wrong)];
    }),
    ...there.flatMap((date): Problem[] => (isImpossible(date) ? [describeImpossible(date)] : [])),
    ...findAdded(input, there),
  ];
};

/** Each part needs a number of its own: 2016年1月2日 does not say 1月1日. */
function standsApart({ year, month, day }: FoundDate, values: readonly string[], there: readonly FoundDate[]): boolean {
  const left = [...values];
  const take = (part: number | null) => {
    const index = part === null ? -1 : left.indexOf(String(part));
    if (index !== -1) left.splice(index, 1);
    return part === null || index !== -1;
  };
  return take(year) && (take(month) || there.some((other) => other.month === month)) && take(day);
}

/** A year that the source does not have. 今年 may be written out, and what a translator explains stands in brackets. */
function findAdded({ source, target }: CheckInput, there: readonly FoundDate[]): Problem[] {
  const wanted = findDates(source);
  const numbers = new Set(findNumbers(source).map(({ value }) => value));
  return there.flatMap(({ year, start, end, text }): Problem[] => {
    if (year === null || numbers.has(String(year)) || wanted.some((date) => date.year === year)) return [];
    // Of a date that is only wrong the note stands at the source.
    if (
      wanted.some((date) => date.year !== null) &&
      !there.some((date) => wanted.some(({ year }) => year === date.year))
    )
      return [];
    const isExplained =
      /[今去明当同本前][年度]|ことし|昨年|来年|this year|last year|next year/i.test(source) ||
      /[（(][^）)]*$/.test(target.slice(0, start));
    return [
      {
        check: "dates",
        severity: isExplained ? "warning" : "error",
        message: "translationCheck.date.added",
        values: { date: text.trim() },
        source: null,
        target: { start, end },
      },
    ];
  });
}

function describe({ targetLanguage }: CheckInput, date: FoundDate, wrong: FoundDate | undefined): Problem {
  const era = date.year === null ? null : japaneseYearOf(date.year, date.month, date.day);
  const inEra = targetLanguage === "ja" && wrong !== undefined && era !== null;
  return {
    check: "dates",
    severity: "error",
    message: inEra ? "translationCheck.date.era" : "translationCheck.date.missing",
    values: {
      date: date.text,
      found: wrong?.text ?? "",
      right: era ? `${era.era}${era.year === 1 ? "元" : era.year}年` : "",
    },
    source: { start: date.start, end: date.end },
    target: wrong ? { start: wrong.start, end: wrong.end } : null,
  };
}

/** 9月31日, 13月 */
function isImpossible({ year, month, day }: FoundDate): boolean {
  if (month !== null && (month < 1 || month > 12)) return true;
  if (day === null || month === null) return false;
  const last = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  return day < 1 || day > last;
}

function describeImpossible({ start, end, text }: FoundDate): Problem {
  return {
    check: "dates",
    severity: "error",
    message: "translationCheck.date.impossible",
    values: { date: text },
    source: null,
    target: { start, end },
  };
}
