import { readEnglishMonth } from "./english-months.ts";
import { eraStartYear } from "./japanese-eras.ts";

/** What a typed date is made of. */
export type Token =
  | { type: "number"; value: number; digits: number; ordinal: boolean }
  | { type: "era"; startYear: number }
  | { type: "unit"; unit: "year" | "fiscal-year" | "month" | "day" }
  | { type: "separator" }
  | { type: "fiscal" }
  /** 今年度 0, 来年度 1, 昨年度 −1 */
  | { type: "relative-fiscal-year"; offset: number }
  | { type: "month-name"; month: number }
  | { type: "weekday"; value: number }
  /** 上旬, 中旬, 下旬 are 0, 1, 2; 末 is 2 and may also mean the end of the month itself */
  | { type: "third"; third: 0 | 1 | 2; monthEnd: boolean }
  /** 「3月末日」 */
  | { type: "last-day" }
  /** spring 0 … winter 3 */
  | { type: "season"; season: number }
  /** a half or a quarter of a year, counted from 0 */
  | { type: "share"; of: 2 | 4; index: number }
  | { type: "about" }
  | { type: "uncertain" }
  | { type: "range" }
  | { type: "since" }
  | { type: "until" };

export interface WordRule {
  pattern: RegExp;
  /** "remark" says something, but not about the date: 予定 */
  make: (match: RegExpExecArray) => Token | "nothing" | "remark";
}

function rule(pattern: RegExp, make: WordRule["make"] | Token | "nothing" | "remark"): WordRule {
  return { pattern: new RegExp(pattern.source, "y"), make: typeof make === "function" ? make : () => make };
}

const third = (value: 0 | 1 | 2, monthEnd = false): Token => ({ type: "third", third: value, monthEnd });
const unit = (value: "year" | "fiscal-year" | "month" | "day"): Token => ({ type: "unit", unit: value });

const weekdayStarts = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const relativeYears: Record<string, number> = {
  今: 0,
  本: 0,
  当: 0,
  来: 1,
  翌: 1,
  次: 1,
  明: 1,
  昨: -1,
  前: -1,
  去: -1,
  上: -1,
};
const ordinals: Record<string, number> = {
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
  "1": 0,
  "2": 1,
  "3": 2,
  "4": 3,
  一: 0,
  二: 1,
  三: 2,
  四: 3,
};

/** The first rule that fits at a position wins: longer words stand before those that they begin with. */
export const wordRules: readonly WordRule[] = [
  rule(/[\s,]+/, "nothing"),
  rule(/第?([1-4一二三四])(?:四半期|季度)/, (match) => share(4, match[1])),
  rule(/q([1-4])(?!\d)/, (match) => share(4, match[1])),
  rule(/(?:the )?(first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter(?: of)?(?![a-z])/, (match) =>
    share(4, match[1]?.replace(/(?<=\d)[a-z]+/, "")),
  ),
  rule(/(?:the )?(first|second) half(?: of)?(?![a-z])/, (match) => share(2, match[1])),
  rule(/上半期|上半年|上期|前半/, { type: "share", of: 2, index: 0 }),
  rule(/下半期|下半年|下期|後半/, { type: "share", of: 2, index: 1 }),
  rule(/(\d{1,8})(st|nd|rd|th)?(?![a-z\d])/, (match) => readNumber(match)),
  rule(/(\d{1,4})(?=[a-z])/, (match) => readNumber(match)),
  rule(/令和|平成|昭和|大正|明治|[rhstm](?=\.?\s?\d)/, (match) => ({
    type: "era",
    startYear: eraStartYear(match[0]) ?? 0,
  })),
  rule(/([今本当来翌次明昨前去上])年度/, (match) => ({
    type: "relative-fiscal-year",
    offset: relativeYears[match[1] ?? ""] ?? 0,
  })),
  rule(/今年|本年/, "nothing"),
  rule(/(?:年度|財政年度|财政年度|会計年度)/, unit("fiscal-year")),
  rule(/年/, unit("year")),
  rule(/上旬|初旬|初め|初/, third(0)),
  rule(/中旬|半ば/, third(1)),
  rule(/下旬/, third(2)),
  rule(/末日/, { type: "last-day" }),
  rule(/末|底/, third(2, true)),
  rule(/(?:星期|周|礼拜|週)([一二三四五六日天])/, (match) => ({
    type: "weekday",
    value: Math.min(7, "一二三四五六日天".indexOf(match[1] ?? "") + 1),
  })),
  rule(/([月火水木金土日])曜日?/, (match) => ({
    type: "weekday",
    value: "月火水木金土日".indexOf(match[1] ?? "") + 1,
  })),
  rule(/月/, unit("month")),
  rule(/日|号/, unit("day")),
  rule(/[./]/, { type: "separator" }),
  rule(/頃|ごろ|ころ|前後|前后|左右|上下|あたり|辺り|目途|目処|めど|程度|大約|大约|約|约|大概|およそ|おおよそ|大体/, {
    type: "about",
  }),
  rule(/(?:around|about|circa|roughly|approximately|approx\.?|ca\.?|c\.?)(?![a-z])/, { type: "about" }),
  rule(/\?|未確定/, { type: "uncertain" }),
  rule(/(?:probably|perhaps|possibly|tentatively|uncertain|tbc)(?![a-z])/, { type: "uncertain" }),
  rule(/~|-|から|至|到|(?:to|through)(?![a-z])/, { type: "range" }),
  rule(/以降|以後|以后|以来|開始|より|起|自|从|(?:since|from|onwards?|starting)(?![a-z])/, { type: "since" }),
  rule(/まで|迄|截至|截止到?|直到|为止|為止|止|(?:until|till|up to|by)(?![a-z])/, { type: "until" }),
  rule(/(?:春|夏|秋|冬)(?:季|天|期|頃)?/, (match) => ({
    type: "season",
    season: "春夏秋冬".indexOf(match[0].charAt(0)),
  })),
  rule(/(spring|summer|autumn|fall|winter)(?![a-z])/, (match) => ({
    type: "season",
    season: ["spr", "sum", "aut", "win"].indexOf((match[0] === "fall" ? "autumn" : match[0]).slice(0, 3)),
  })),
  rule(/(?:fiscal year|financial year|fiscal|fy)(?![a-z])/, { type: "fiscal" }),
  rule(/(?:early|beginning of|start of)(?:[-\s]|(?![a-z]))/, third(0)),
  rule(/(?:mid|middle of)(?:[-\s]|(?![a-z]))/, third(1)),
  rule(/(?:the )?late(?:[-\s]|(?![a-z]))/, third(2)),
  rule(/(?:the )?end of(?![a-z])/, third(2, true)),
  rule(
    /(?:january|february|march|april|june|july|august|september|october|november|december)(?![a-z])|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?/,
    (match) => ({ type: "month-name", month: readEnglishMonth(match[0]) ?? 0 }),
  ),
  rule(
    /(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)(?![a-z])\.?/,
    (match) => ({ type: "weekday", value: weekdayStarts.indexOf(match[0].slice(0, 3)) + 1 }),
  ),
  rule(/予定|見込み|計画|计划|拟于?|预计|調整中|(?:planned|expected|scheduled)(?![a-z])/, "remark"),
  rule(/中に|中|内に?|に|の|間|期间|期間|(?:in|on|of|the|during|at)(?![a-z])/, "nothing"),
];

function share(of: 2 | 4, word: string | undefined): Token {
  return { type: "share", of, index: ordinals[word ?? ""] ?? 0 };
}

function readNumber(match: RegExpExecArray): Token {
  const digits = match[1] ?? "";
  return { type: "number", value: Number(digits), digits: digits.length, ordinal: match[2] !== undefined };
}
