/** A number as it stands in a text: where, and what it says, comparable between scripts. */
export interface NumberToken {
  start: number;
  end: number;
  text: string;
  /** digits without grouping: "１，５００" is "1500", 十二 is "12" */
  value: string;
  script: "digits" | "han";
}

// Digits behind a letter are part of a name: PM2.5, SO2.
const digits =
  /(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９]|[0-9０-９][.．,，])[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?/g;
// Han numerals are words as well (统一, 一般): they count only where they number something.
const numbering =
  /(?<=第)[〇零一二三四五六七八九十百千]+(?=[条條章节節款项項编編期号號次批])|(?<=^[（(]?)[一二三四五六七八九十百]+(?=[）)、．.])/g;

/** In the order of the text. */
export function findNumberTokens(text: string): NumberToken[] {
  const found: NumberToken[] = [];
  for (const { 0: word, index } of text.matchAll(digits))
    found.push({ ...place(index, word), value: word.normalize("NFKC").replaceAll(",", ""), script: "digits" });
  for (const { 0: word, index } of text.matchAll(numbering))
    found.push({ ...place(index, word), value: String(readHanNumeral(word)), script: "han" });
  return found.sort((a, b) => a.start - b.start);
}

function place(start: number, text: string): { start: number; end: number; text: string } {
  return { start, end: start + text.length, text };
}

/** The text with the numbers replaced, from the end so that places stay right. */
export function replaceTokens(text: string, replacements: readonly { token: NumberToken; by: string }[]): string {
  let replaced = text;
  for (const { token, by } of [...replacements].sort((a, b) => b.token.start - a.token.start))
    replaced = replaced.slice(0, token.start) + by + replaced.slice(token.end);
  return replaced;
}

const hanDigits = "〇一二三四五六七八九";
const hanUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };

/** Up to 9,999; 二〇一三 is read digit by digit. */
export function readHanNumeral(word: string): number {
  const plain = word.replaceAll("零", "〇");
  if (!/[十百千]/.test(plain)) return Number([...plain].map((character) => hanDigits.indexOf(character)).join(""));
  let sum = 0;
  let digit = 0;
  for (const character of plain) {
    const unit = hanUnits[character];
    if (unit === undefined) digit = hanDigits.indexOf(character);
    else {
      sum += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/** 1 to 9,999 as clauses are numbered: 十二, 一百零三. */
export function writeHanNumeral(value: number, zero: "零" | "" = ""): string {
  if (value === 0) return "〇";
  let written = "";
  let gap = false;
  for (const [unit, name] of [
    [1_000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = written !== "";
      continue;
    }
    if (gap) written += zero;
    gap = false;
    const isPlainTen = unit === 10 && digit === 1 && written === "";
    const isJapaneseOne = zero === "" && digit === 1 && unit > 1;
    written += (isPlainTen || isJapaneseOne ? "" : hanDigits.charAt(digit)) + name;
  }
  return written;
}
