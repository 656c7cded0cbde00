import { refuse } from "./read-date-problem.ts";
import type { Token } from "./read-date-words.ts";

/** Questions that a text can leave open; the reader tries every answer. */
export interface Assumptions {
  /** what 「27年」 counts from */
  twoDigitYear: "平成" | "令和" | "century";
  /** of 03/04/2016 */
  order: "month-first" | "day-first";
  /** 「2016年冬」 begins in December 2015 or 2016 */
  winter: "begins" | "ends";
}

export type Question = keyof Assumptions;

/** One side of an interval as typed, before years and units are filled in from the other side. */
export interface Side {
  year: number | null;
  fiscalYear: number | null;
  relativeFiscalYear: number | null;
  month: number | null;
  day: number | "last" | null;
  /** a number without its unit: the 18 of “18–28 January” */
  bare: { value: number; digits: number } | null;
  third: { third: 0 | 1 | 2; monthEnd: boolean } | null;
  season: number | null;
  share: { of: 2 | 4; index: number } | null;
  weekday: number | null;
  about: boolean;
  uncertain: boolean;
}

export interface SideContext {
  assumptions: Assumptions;
  /** collects the questions that came up */
  asked: Set<Question>;
  /** month and day of 10/5 stand in this order without question */
  monthFirst: boolean;
}

export function readSide(tokens: readonly Token[], context: SideContext): Side {
  const side: Side = {
    year: null,
    fiscalYear: null,
    relativeFiscalYear: null,
    month: null,
    day: null,
    bare: null,
    third: null,
    season: null,
    share: null,
    weekday: null,
    about: false,
    uncertain: false,
  };
  let index = 0;
  while (index < tokens.length) index = readStep(tokens, index, side, context);
  settleBareNumber(side);
  return side;
}

/** Takes what stands at `index` and says where the rest begins. */
function readStep(tokens: readonly Token[], index: number, side: Side, context: SideContext): number {
  const token = tokens[index];
  if (token === undefined) return index + 1;
  switch (token.type) {
    case "number":
    case "era":
    case "fiscal":
      return readNumbers(tokens, index, side, context);
    case "month-name":
      fill(side, "month", token.month);
      return index + 1;
    case "last-day":
      fill(side, "day", "last");
      return index + 1;
    case "relative-fiscal-year":
      fill(side, "relativeFiscalYear", token.offset);
      return index + 1;
    case "third":
      fill(side, "third", { third: token.third, monthEnd: token.monthEnd });
      return index + 1;
    case "season":
      fill(side, "season", token.season);
      return index + 1;
    case "share":
      fill(side, "share", { of: token.of, index: token.index });
      return index + 1;
    case "weekday":
      fill(side, "weekday", token.value);
      return index + 1;
    case "about":
      side.about = true;
      return index + 1;
    case "uncertain":
      side.uncertain = true;
      return index + 1;
    default:
      // A unit without its number, a separator without numbers.
      return refuse({ code: "unreadable" });
  }
}

/** Whatever is said twice contradicts itself or is a second date. */
function fill<Name extends keyof Side>(side: Side, name: Name, value: NonNullable<Side[Name]>): void {
  if (side[name] !== null) refuse({ code: "unreadable" });
  side[name] = value;
}

/** A number with its unit, or numbers between separators: 2015年, 10月, 2015.10.5, H27.10.5, 10/5, FY2015 */
function readNumbers(tokens: readonly Token[], from: number, side: Side, context: SideContext): number {
  let index = from;
  const first = tokens[index];
  const isFiscal = first?.type === "fiscal";
  const era = first?.type === "era" ? first.startYear : null;
  if (isFiscal || era !== null) index += 1;
  if (era !== null && tokens[index]?.type === "separator") index += 1;

  const numbers: Extract<Token, { type: "number" }>[] = [];
  for (;;) {
    const token = tokens[index];
    if (token?.type !== "number") return refuse({ code: "unreadable" });
    numbers.push(token);
    index += 1;
    // The dot after the last number, as in 「2015.9.16.」, ends nothing.
    const isSeparated = tokens[index]?.type === "separator";
    if (isSeparated) index += 1;
    if (!isSeparated || tokens[index]?.type !== "number") break;
  }

  const [only] = numbers;
  const next = tokens[index];
  if (numbers.length > 1 || only === undefined) {
    if (isFiscal) refuse({ code: "unreadable" });
    const used = readGroup(numbers, era, side, context);
    // 「2015.10月」, 「2015.10.5日」
    return next?.type === "unit" && next.unit === used ? index + 1 : index;
  }
  const unit = next?.type === "unit" ? next.unit : null;
  if (isFiscal || unit === "fiscal-year") {
    fill(side, "fiscalYear", yearOf(only, era, context));
  } else if (unit === "year" || (unit === null && (era !== null || only.digits === 4))) {
    fill(side, "year", yearOf(only, era, context));
  } else if (era !== null) {
    refuse({ code: "unreadable" });
  } else if (unit === "month") {
    fill(side, "month", only.value);
  } else if (unit === "day" || only.ordinal) {
    fill(side, "day", only.value);
  } else if (only.digits === 8) {
    fill(side, "year", Math.floor(only.value / 10_000));
    fill(side, "month", Math.floor(only.value / 100) % 100);
    fill(side, "day", only.value % 100);
  } else if (only.digits <= 2) {
    fill(side, "bare", { value: only.value, digits: only.digits });
  } else {
    refuse({ code: "unreadable" });
  }
  return unit === null ? index : index + 1;
}

/** Fills in two or three numbers between separators and says which unit stands last. */
function readGroup(
  numbers: readonly Extract<Token, { type: "number" }>[],
  era: number | null,
  side: Side,
  context: SideContext,
): "month" | "day" | "year" {
  const [first, second, third, fourth] = numbers;
  if (first === undefined || second === undefined || fourth !== undefined || second.digits > 2) {
    return refuse({ code: "unreadable" });
  }
  if (era !== null || first.digits === 4) {
    fill(side, "year", yearOf(first, era, context));
    fill(side, "month", second.value);
    if (third === undefined) return "month";
    if (third.digits > 2) return refuse({ code: "unreadable" });
    fill(side, "day", third.value);
    return "day";
  }
  if (first.digits > 2) return refuse({ code: "unreadable" });
  if (third === undefined) {
    readMonthAndDay(first.value, second.value, side, context, context.monthFirst);
    return "day";
  }
  if (third.digits === 4) {
    fill(side, "year", third.value);
    readMonthAndDay(first.value, second.value, side, context, false);
    return "year";
  }
  if (third.digits > 2) return refuse({ code: "unreadable" });
  fill(side, "year", yearOf(first, null, context));
  fill(side, "month", second.value);
  fill(side, "day", third.value);
  return "day";
}

function readMonthAndDay(first: number, second: number, side: Side, context: SideContext, isSettled: boolean): void {
  if (!isSettled && first !== second) context.asked.add("order");
  const monthFirst = isSettled || context.assumptions.order === "month-first";
  fill(side, "month", monthFirst ? first : second);
  fill(side, "day", monthFirst ? second : first);
}

function yearOf(number: { value: number; digits: number }, era: number | null, context: SideContext): number {
  if (era !== null) {
    if (number.value === 0 || number.digits > 2) refuse({ code: "unreadable" });
    return era + number.value - 1;
  }
  if (number.digits === 4) return number.value;
  if (number.digits > 2) return refuse({ code: "unreadable" });
  context.asked.add("twoDigitYear");
  if (context.assumptions.twoDigitYear === "century") return 2000 + number.value;
  return (context.assumptions.twoDigitYear === "平成" ? 1988 : 2018) + number.value;
}

/** After a month a bare number is the day; beside a year alone (「2016年1～3月」) the other side tells what it is. */
function settleBareNumber(side: Side): void {
  if (side.bare === null || side.month === null || side.day !== null) return;
  side.day = side.bare.value;
  side.bare = null;
}
