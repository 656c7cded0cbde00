import { parseNumeral } from "../../../core/chinese-numerals.ts";
import { englishMonths } from "../../../core/english-months.ts";
import { documentNumberPattern } from "./document-numbers.ts";
import { findDates } from "./find-dates.ts";
import { foldWidth } from "./fold-width.ts";
import type { Range } from "./problem.ts";

export interface FoundNumber extends Range {
  text: string;
  /** with 万, 亿, million and so on reckoned in, as a decimal without superfluous digits */
  value: string;
  /**
   * Whether its absence from the other language is a fault. Not for what other checks look at (dates, document numbers), digits of
   * names (PM2.5, SO2, Article of a code), and Han numerals that may be words (统一).
   */
  counts: boolean;
}

/** Text between the digits and a multiplier is never more than a space. */
const multipliers: readonly (readonly [RegExp, number])[] = [
  [/^\s?万[亿億]/, 1e12],
  [/^\s?(?:百万|million\b)/i, 1e6],
  [/^\s?(?:十[亿億]|billion\b)/i, 1e9],
  [/^\s?(?:兆|trillion\b)/i, 1e12],
  [/^\s?[亿億]/, 1e8],
  [/^\s?[万萬]/, 1e4],
  // 千瓦, 千米, 千克, 千帕 are units.
  [/^\s?(?:千(?![瓦米克帕伏卡])|thousand\b)/i, 1e3],
  [/^\s?(?:百(?!万|分)|hundred\b)/i, 1e2],
];

const arabic = /\d+(?:[,\u00A0\u2009]\d{3}(?!\d))*(?:\.\d+)?/g;
const han = /[〇零一二两三四五六七八九十百千]+(?:[万亿億][〇零一二三四五六七八九十百千]*)*/g;
const englishWords: Record<string, number> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, value) => [word, value]),
);
const ordinals: Record<string, number> = Object.fromEntries(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    .split(" ")
    .map((word, index) => [word, index + 1]),
);
const others: Record<string, number> = {
  once: 1,
  twice: 2,
  double: 2,
  doubled: 2,
  triple: 3,
  half: 0.5,
  dozen: 12,
  both: 2,
};
const monthNames: Record<string, number> = Object.fromEntries(
  englishMonths.map(([name], index) => [name.toLowerCase(), index + 1]),
);
const words: Record<string, number> = { ...englishWords, ...ordinals, ...others, ...monthNames };

/** All numbers of a text, in its order; those that may stand for one are found as well, so that the other side can match them. */
export function findNumbers(text: string): FoundNumber[] {
  const folded = foldWidth(text);
  const dates = findDates(text);
  const elsewhere = [...dates, ...findRanges(folded, documentNumberPattern)];
  const inside = ({ start, end }: Range) => elsewhere.some((range) => start >= range.start && end <= range.end);
  const found = [...findArabic(folded), ...findHan(folded), ...findWords(folded)].map((number) =>
    inside(number) ? { ...number, counts: false } : number,
  );
  // 平成27年 is 2015 for whoever looks for it.
  for (const { year, start, end, text: word, era } of dates)
    if (era !== null && year !== null) found.push({ start, end, text: word, value: String(year), counts: false });
  return found.sort((a, b) => a.start - b.start);
}

function findRanges(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** 1億2,000万 is one number: what follows a multiplier at once and is smaller is added. */
function findArabic(text: string): FoundNumber[] {
  const found: (FoundNumber & { scale: number })[] = [];
  for (const { 0: digits, index } of text.matchAll(arabic)) {
    const plain = Number(digits.replace(/[,\u00A0\u2009]/g, ""));
    const multiplier = multipliers.find(([pattern]) => pattern.test(text.slice(index + digits.length)));
    const written = multiplier ? (multiplier[0].exec(text.slice(index + digits.length))?.[0] ?? "") : "";
    const scale = multiplier?.[1] ?? 1;
    const end = index + digits.length + written.length;
    const last = found.at(-1);
    if (last && last.end === index && last.scale > scale && last.scale > 1) {
      last.value = writeValue(Number(last.value) + plain * scale);
      last.end = end;
      last.text = text.slice(last.start, end);
      last.scale = scale;
      continue;
    }
    const counts = !isPartOfName(text, index, index + digits.length);
    found.push({ start: index, end, text: text.slice(index, end), value: writeValue(plain * scale), counts, scale });
  }
  return found.map(({ scale: _, ...number }) => number);
}

/** PM2.5, SO2, GB 3095, G20, 3D, PM 10: what Latin letters touch. A unit is no name: 5km, 20kW, 3t. */
function isPartOfName(text: string, start: number, end: number): boolean {
  if (/[A-Za-z][-–]?$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (/\b(?:PM|GB|GB\/T|HJ|ISO|JIS|No)\.?\s$/.test(text.slice(Math.max(0, start - 6), start))) return true;
  return /^[A-Z](?![A-Za-z]*[/℃])(?!Wh?\b)/.test(text.slice(end)) && /^[A-Z]\b/.test(text.slice(end));
}

function findHan(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const { 0: word, index } of text.matchAll(han)) {
    // 5千, 百分之 after digits belong to the digits.
    if (/\d\s?$/.test(text.slice(0, index))) continue;
    const place = { start: index, end: index + word.length, text: word };
    // 十三五: the thirteenth plan of five years.
    const plan = /^(十?[一二三四五六七八九])五$/.exec(word);
    if (plan?.[1] && /[“"「‘〈《]$/.test(text.slice(0, index))) {
      found.push({ ...place, value: String(parseNumeral(plan[1])), counts: false });
      found.push({ ...place, value: "5", counts: false });
      continue;
    }
    const value = parseNumeral(word, "running");
    if (value === null) continue;
    const [before, after] = [text.slice(0, index), text.slice(index + word.length)];
    // 第一年 is the first year, 国四 a stage: only clauses and rates are numbers for certain.
    const numbers = /百分之$/.test(before) || (/第$/.test(before) && /^[条條章节節款项項编編号號]/.test(after));
    found.push({ ...place, value: writeValue(value), counts: numbers });
    // Each digit for itself as well: 三四 is three or four.
    if (/^[一二三四五六七八九]{2,}$/.test(word))
      for (const digit of word) found.push({ ...place, value: String(parseNumeral(digit)), counts: false });
  }
  return found;
}

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function findWords(text: string): FoundNumber[] {
  return [...text.matchAll(/\b[A-Za-z]+\b/g)].flatMap(({ 0: word, index }) => {
    const known = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined;
    const value = known ?? (roman.includes(word) ? roman.indexOf(word) + 1 : undefined);
    if (value === undefined) return [];
    return [{ start: index, end: index + word.length, text: word, value: String(value), counts: false }];
  });
}

export function writeValue(value: number): string {
  return String(Number(value.toPrecision(12)));
}
