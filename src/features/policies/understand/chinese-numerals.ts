const digits = new Map(
  [..."〇零一二三四五六七八九"].map((character, index): [string, number] => [character, Math.max(0, index - 1)]),
);
const units = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1_000],
]);

/** What is typed for a zero in 二〇一六年: the ideographic zero, circles, and letters that look like one. */
export const zeros = "〇零○◯ＯＯOoО0";

/** Characters of a numeral, as a class for regular expressions. */
export const numeralCharacters = `${zeros}一二三四五六七八九十百千两0-9０-９`;

/**
 * Value of a numeral as documents print it: 37, ３７, 三十七, 一百零三, and digit by digit 二〇一六 (GB/T 15835-2011, 5).
 * Null where it is none.
 */
export function parseNumeral(text: string): number | null {
  const plain = text
    .replace(/[\s\u3000]/g, "")
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  const chinese = plain.replace(/[○◯ＯOoО0]/g, "〇").replaceAll("两", "二");
  if (chinese.length === 0 || chinese.length > 12) return null;
  return /[十百千]/.test(chinese) ? addUp(chinese) : readDigits(chinese);
}

function readDigits(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = digits.get(character);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function addUp(text: string): number | null {
  let sum = 0;
  let pending: number | null = null;
  let largest = 10_000;
  for (const character of text) {
    const unit = units.get(character);
    const digit = digits.get(character);
    if (unit !== undefined) {
      // 十七 leaves out its 一; units only fall.
      if (unit >= largest || (pending === null && unit !== 10)) return null;
      sum += (pending || 1) * unit;
      largest = unit;
      pending = null;
    } else if (digit === undefined || (pending !== null && pending !== 0)) return null;
    else pending = digit;
  }
  return sum + (pending ?? 0);
}
