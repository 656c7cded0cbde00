import { parseNumeral } from "../../core/chinese-numerals.ts";

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
  for (const { 0: word, index } of text.matchAll(numbering)) {
    const value = parseNumeral(word, "running");
    if (value !== null) found.push({ ...place(index, word), value: String(value), script: "han" });
  }
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
