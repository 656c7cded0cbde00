import { narrowWidth } from "./narrow-width.ts";

/** What is typed for a zero in 二〇一六年: the ideographic zero, circles, and letters that look like one. */
const zeros = "〇零○◯ＯＯOoО0";

/** Characters of a numeral as it is printed for a year, a day or a number of a document: a class for regular expressions. */
export const hanNumeralCharacters = `${zeros}一二三四五六七八九十百千两`;

/** The same with the digits. */
export const numeralCharacters = `${hanNumeralCharacters}0-9０-９`;

/**
 * `numbering`: as clauses, years and documents are numbered; anything else is no numeral. `running`: as sentences have it: 百二十,
 * which the Japanese write without its 一, and 二三十 (twenty or thirty), which counts as the larger.
 */
export type NumeralUse = "numbering" | "running";

/**
 * Value of a numeral in Chinese or Japanese: 37, ３７, 三十七, 一百零三, 两亿三千万, and digit by digit 二〇一六 (GB/T 15835-2011, 5).
 * Null where it is none.
 */
export function parseNumeral(text: string, use: NumeralUse = "numbering"): number | null {
  const plain = narrowWidth(text).replace(/\s/g, "");
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  const han = plain
    .replace(/[○◯OoО0]/g, "〇")
    .replace(/[两兩]/g, "二")
    .replaceAll("億", "亿")
    .replaceAll("萬", "万");
  return addLarge(han, use, largeUnits);
}

/** 两亿三千万: what stands before 亿 and 万 is a numeral of its own. */
function addLarge(han: string, use: NumeralUse, [large, ...smaller]: typeof largeUnits): number | null {
  if (large === undefined) return addSmall(han, use);
  const [name, size] = large;
  const [head = "", rest, ...others] = han.split(name);
  if (others.length > 0) return null;
  const count = addLarge(head, use, smaller);
  if (rest === undefined) return count;
  const remainder = rest === "" ? 0 : addLarge(rest, use, smaller);
  return count === null || remainder === null ? null : count * size + remainder;
}

const largeUnits: readonly (readonly [name: string, size: number])[] = [
  ["亿", 1e8],
  ["万", 1e4],
];

function addSmall(han: string, use: NumeralUse): number | null {
  if (han.length === 0 || han.length > longest) return null;
  return /[十百千]/.test(han) ? addUnits(han, use) : readDigits(han);
}

const longest = 12;

function readDigits(han: string): number | null {
  let value = 0;
  for (const character of han) {
    const digit = digits.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function addUnits(han: string, use: NumeralUse): number | null {
  let sum = 0;
  let pending: number | null = null;
  let largest = 10_000;
  for (const character of han) {
    const unit = units.get(character);
    const digit = digits.get(character);
    if (unit !== undefined) {
      // 十七 leaves out its 一; units only fall.
      if (unit >= largest || (pending === null && unit !== 10 && use === "numbering")) return null;
      sum += (pending || 1) * unit;
      largest = unit;
      pending = null;
    } else if (digit === undefined || (pending !== null && pending !== 0 && use === "numbering")) return null;
    else pending = digit;
  }
  return sum + (pending ?? 0);
}

/** 1 to 9,999 as clauses are numbered. With `零` as in Chinese: 一百零三, 一百一十; without as in Japanese: 百三, 百十. */
export function writeNumeral(value: number, zero: "零" | "" = ""): string {
  if (value === 0) return "〇";
  let written = "";
  let gap = false;
  for (const [name, unit] of [...units].toReversed().concat([["", 1]])) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = written !== "";
      continue;
    }
    if (gap) written += zero;
    gap = false;
    const isPlainTen = unit === 10 && digit === 1 && written === "";
    const isJapaneseOne = zero === "" && digit === 1 && unit > 1;
    written += (isPlainTen || isJapaneseOne ? "" : digitCharacters.charAt(digit)) + name;
  }
  return written;
}

const digitCharacters = "〇一二三四五六七八九";
const digits = new Map([...`${digitCharacters}零`].map((character, value) => [character, value % 10] as const));
const units: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1_000],
]);
