import { type Edtf, type EdtfPart, edtfBounds, isReversed, parseEdtf } from "./edtf.ts";
import { fiscalYearRange } from "./fiscal-calendar.ts";
import type { Language } from "./language.ts";
import { readInterval } from "./read-date-interval.ts";
import { normaliseDateText } from "./read-date-normal.ts";
import { type DateProblem, UnreadDate } from "./read-date-problem.ts";
import type { FiscalYearHint, Span } from "./read-date-resolve.ts";
import type { Assumptions, Question } from "./read-date-side.ts";
import { splitDateText } from "./read-date-tokens.ts";

export interface DateHints {
  language: Language;
  /** the year of the form: gives 「1月中旬」 its year and 「2015年度」 its months */
  fiscalYear?: FiscalYearHint | undefined;
}

export type DateReading =
  | {
      ok: true;
      /** empty for 「未定」 */
      edtf: string;
      /** other readings, less likely in the form's fiscal year */
      alternatives?: string[] | undefined;
      /** remarks that the date does not carry: 「調整中」 */
      unread?: string[] | undefined;
    }
  | { ok: false; problem: DateProblem };

/**
 * A date as an official types it, as EDTF: 「2016年1月頃？」, 「H27.10.5」, 「2016/1/18～28」, “mid-January 2016”.
 * 上旬 is the days 1–10, 中旬 11–20, 下旬 21 to the last, approximately; seasons are their three months, approximately;
 * a fiscal year is its months. What can be read in two ways is not guessed. Never throws, whatever is typed.
 */
export function readDate(text: string, hints: DateHints): DateReading {
  const bare = text.trim();
  if (bare.length > maximumLength) return unreadable;
  if (parseEdtf(bare).ok) return { ok: true, edtf: bare };
  const normal = normaliseDateText(bare);
  if (normal === "" || undecided.test(normal)) return { ok: true, edtf: "" };
  const readings = writtenTwice(normal).map((each) => readNormalised(each, hints));
  return joinReadings(readings);
}

const maximumLength = 120;
const unreadable: DateReading = { ok: false, problem: { code: "unreadable" } };
const undecided =
  /^\(?(?:日程|日期|時期|时间)?(?:未定|待定|調整中|未確定|暂定|待确定|未詳|不詳|不明|なし|无|tbd|tba|to be (?:decided|determined|announced)|undecided|unknown|not yet decided|[-~?])\)?$/;

/** 「平成27年（2015年）10月」 names its year twice; each way is read, and both must say the same. */
function writtenTwice(text: string): string[] {
  const match = yearTwice.exec(text);
  if (match === null) return [text];
  const [whole, first = "", second = ""] = match;
  return [first, second].map((year) => text.replace(whole, `${year}年`));
}

const yearTwice =
  /((?:平成|令和|昭和|大正|明治|[rhstm])?\d{1,4})年?\s*\(((?:平成|令和|昭和|大正|明治|[rhstm])\d{1,2}|\d{4})年?\)年?(?!度)/;

function joinReadings(readings: DateReading[]): DateReading {
  const [first = unreadable] = readings;
  if (!first.ok) return first;
  const texts = new Set<string>();
  for (const reading of readings) {
    if (!reading.ok) return reading;
    texts.add(reading.edtf);
  }
  return texts.size === 1 ? first : { ok: false, problem: { code: "ambiguous", choices: [...texts] } };
}

function readNormalised(text: string, hints: DateHints): DateReading {
  const asked = new Set<Question>();
  const first = readUnder(text, hints, defaults, asked);
  if (asked.size === 0) return first;
  const others = answers(asked).map((assumptions) => readUnder(text, hints, assumptions, new Set()));
  const readings = [first, ...others].filter((reading) => reading.ok);
  const choices = [...new Set(readings.map(({ edtf }) => edtf))];
  if (choices.length === 0) return first;
  const [only] = choices.length === 1 ? choices : asked.has("order") ? [] : choicesWithinYear(choices, hints);
  if (only === undefined) return { ok: false, problem: { code: "ambiguous", choices } };
  const alternatives = choices.filter((choice) => choice !== only);
  const unread = readings[0]?.unread;
  return { ok: true, edtf: only, alternatives: alternatives.length > 0 ? alternatives : undefined, unread };
}

const defaults: Assumptions = { twoDigitYear: "平成", order: "month-first", winter: "begins" };

/** Every combination of answers to the questions that came up, but for the default one. */
function answers(asked: ReadonlySet<Question>): Assumptions[] {
  const years = asked.has("twoDigitYear") ? (["平成", "令和", "century"] as const) : [defaults.twoDigitYear];
  const orders = asked.has("order") ? (["month-first", "day-first"] as const) : [defaults.order];
  const winters = asked.has("winter") ? (["begins", "ends"] as const) : [defaults.winter];
  return years
    .flatMap((twoDigitYear) => orders.flatMap((order) => winters.map((winter) => ({ twoDigitYear, order, winter }))))
    .slice(1);
}

/** The one choice that lies in the form's fiscal year: of 2015 and 2027 for 「27年10月」 it is sure enough. */
function choicesWithinYear(choices: string[], hints: DateHints): string[] {
  if (hints.fiscalYear === undefined || hints.fiscalYear.year === null) return [];
  const { from, to } = fiscalYearRange(hints.fiscalYear.calendar, hints.fiscalYear.year);
  const within = choices.filter((choice) => {
    const parsed = parseEdtf(choice);
    if (!parsed.ok) return false;
    const bounds = edtfBounds(parsed.value);
    return (bounds.from ?? from) <= to && from <= (bounds.to ?? to);
  });
  return within.length === 1 ? within : [];
}

function readUnder(text: string, hints: DateHints, assumptions: Assumptions, asked: Set<Question>): DateReading {
  try {
    const { tokens, unread } = splitDateText(text);
    const context = { assumptions, asked, monthFirst: hints.language !== "en" };
    const interval = readInterval(tokens, hints.fiscalYear ?? null, context);
    const edtf = writeInterval(interval);
    const parsed = parseEdtf(edtf);
    if (!parsed.ok) return unreadable;
    if (isReversed(parsed.value)) return { ok: false, problem: { code: "reversed", choices: exchange(parsed.value) } };
    return { ok: true, edtf, unread: unread.length > 0 ? unread : undefined };
  } catch (error) {
    if (error instanceof UnreadDate) return { ok: false, problem: error.problem };
    throw error;
  }
}

function exchange({ text, start, end }: Edtf): string[] {
  return start === null || end === null ? [text] : [`${writePart(end)}/${writePart(start)}`, text];
}

function writeInterval({ start, end }: { start: Span | null; end: Span | null }): string {
  const first = start === null ? ".." : writePart(start.start);
  const last = end === null ? ".." : writePart(end.end);
  return first === last ? first : `${first}/${last}`;
}

function writePart({ year, month, day, uncertain, approximate }: EdtfPart): string {
  const date = [String(year).padStart(4, "0"), month, day]
    .filter((each) => each !== null)
    .map((each) => String(each).padStart(2, "0"))
    .join("-");
  return `${date}${uncertain ? "?" : ""}${approximate ? "~" : ""}`;
}
