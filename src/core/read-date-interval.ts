import type { EdtfPart } from "./edtf.ts";
import { refuse } from "./read-date-problem.ts";
import { type FiscalYearHint, resolveSide, type Span } from "./read-date-resolve.ts";
import { readSide, type Side, type SideContext } from "./read-date-side.ts";
import type { Token } from "./read-date-words.ts";

type Connector = "range" | "since" | "until";

/** A date, an interval, or an open one: 「2013年3月～」, 「～3月末」, “from 8 to 17 September”, 「4月以降12月末まで」. */
export function readInterval(
  tokens: readonly Token[],
  hint: FiscalYearHint | null,
  context: SideContext,
): { start: Span | null; end: Span | null } {
  const { before, first, between, second, after } = splitAtConnectors(tokens);
  if (second !== null) {
    // Only “from” may stand before two sides, and only 「まで」 behind them.
    if (between === null || (before !== null && before !== "since") || (after !== null && after !== "until")) {
      return refuse({ code: "unreadable" });
    }
    return resolveBoth(readSide(first, context), readSide(second, context), hint, context);
  }
  const side = readSide(first, context);
  if (before === "range" || before === "until" || after === "until") {
    if (before === "since" || after === "range" || after === "since") return refuse({ code: "unreadable" });
    return { start: null, end: resolveSide(side, hint, context, "end") };
  }
  const span = resolveSide(side, hint, context, "other");
  return { start: span, end: before === "since" || after === "range" || after === "since" ? null : span };
}

interface Segments {
  before: Connector | null;
  first: Token[];
  between: Connector | null;
  second: Token[] | null;
  after: Connector | null;
}

function splitAtConnectors(tokens: readonly Token[]): Segments {
  const sides: Token[][] = [];
  const connectors: (Connector | null)[] = [null];
  let current: Token[] = [];
  for (const token of tokens) {
    if (token.type !== "range" && token.type !== "since" && token.type !== "until") {
      current.push(token);
      continue;
    }
    if (current.length > 0) {
      sides.push(current);
      connectors.push(null);
      current = [];
    }
    connectors[sides.length] = joinConnectors(connectors[sides.length] ?? null, token.type);
  }
  if (current.length > 0) sides.push(current);
  const [first, second = null, third] = sides;
  if (first === undefined || third !== undefined) return refuse({ code: "unreadable" });
  const [before = null, afterFirst = null, afterSecond = null] = connectors;
  return second === null
    ? { before, first, between: null, second, after: afterFirst }
    : { before, first, between: afterFirst, second, after: afterSecond };
}

/** 「起至」 is one connector. */
function joinConnectors(first: Connector | null, second: Connector): Connector {
  return first === null || first === second ? second : "range";
}

function resolveBoth(
  first: Side,
  second: Side,
  hint: FiscalYearHint | null,
  context: SideContext,
): { start: Span; end: Span } {
  nameBareNumbers(first, second);
  const hasOwnYears = hasYear(first) && hasYear(second);
  if (!hasOwnYears) shareQualifiers(first, second);
  shareMonth(first, second);
  if (first.fiscalYear !== null && second.fiscalYear === null && second.year !== null && second.month === null) {
    // 「2016～2018年度」, “FY2016–2018”: one word serves both.
    second.fiscalYear = second.year;
    second.year = null;
  } else if (second.fiscalYear !== null && first.fiscalYear === null && first.year !== null && first.month === null) {
    first.fiscalYear = first.year;
    first.year = null;
  }
  const borrower = hasYear(first) === hasYear(second) ? null : hasYear(first) ? second : first;
  if (borrower !== null) borrowYear(borrower, borrower === first ? second : first);
  const start = resolveSide(first, hint, context, "other");
  const end = resolveSide(second, hint, context, "end");
  if (isInOrder(start.start, end.end) || hasOwnYears || !reachesMonths(first, second)) return { start, end };
  // 「2015年12月28日～1月5日」 ends in the next year.
  if (borrower === first) {
    return {
      start: resolveSide({ ...first, year: start.start.year - 1, fiscalYear: null }, hint, context, "other"),
      end,
    };
  }
  return { start, end: resolveSide({ ...second, year: end.end.year + 1, fiscalYear: null }, hint, context, "end") };
}

function hasYear(side: Side): boolean {
  return side.year !== null || side.fiscalYear !== null || side.relativeFiscalYear !== null;
}

/** In 「10～12月」 and “18–28 January” the other side says what the number is. */
function nameBareNumbers(first: Side, second: Side): void {
  for (const [side, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (side.bare === null) continue;
    if (other.day !== null && side.day === null) side.day = side.bare.value;
    else if (other.month !== null && side.month === null) side.month = side.bare.value;
    else refuse({ code: "unreadable" });
    side.bare = null;
  }
}

/** What stands once, before or behind both sides, is meant for both: 「2月～3月頃」. */
function shareQualifiers(first: Side, second: Side): void {
  const about = first.about || second.about;
  const uncertain = first.uncertain || second.uncertain;
  Object.assign(first, { about, uncertain });
  Object.assign(second, { about, uncertain });
}

/** A day without a month takes the other side's; where both have their years (「2016年3月～2021年3日」) it is a slip of the pen. */
function shareMonth(first: Side, second: Side): void {
  if (hasYear(first) && hasYear(second)) return;
  const month = first.month ?? second.month;
  for (const side of [first, second]) {
    if (side.month === null && (side.day !== null || side.third !== null)) side.month = month;
  }
}

function borrowYear(side: Side, from: Side): void {
  side.year = from.year;
  side.fiscalYear = from.fiscalYear;
  side.relativeFiscalYear = from.relativeFiscalYear;
}

/** Both sides have months of their own, so that the second may lie in the next year. */
function reachesMonths(first: Side, second: Side): boolean {
  return first.month !== null && second.month !== null && first.month > second.month;
}

function isInOrder(start: EdtfPart, end: EdtfPart): boolean {
  const first = start.year * 10_000 + (start.month ?? 1) * 100 + (start.day ?? 1);
  return first <= end.year * 10_000 + (end.month ?? 12) * 100 + (end.day ?? 31);
}
