/**
 * A text as a machine-readable table holds it (rule of 2026-03-31): no line breaks, no wide and no repeated spaces (L1-06,
 * L1-14), and in place of characters that not every system has, those that every one has (L1-08): 「Ⅲ.5」 becomes “III.5”,
 * 「①」 “(1)”, 「㎡」 “m2”. Rare ideographs stay: they stand in names of people and places, which the rule leaves alone.
 */
export function cleanData(text: string): string {
  if (ordinary.test(text)) return text;
  return text
    .replace(/\p{Cs}|\ufffe|\uffff/gu, "")
    .replace(/(?:\s|\p{Cc})+/gu, " ")
    .replace(platformDependent, replaceCharacter)
    .trim();
}

/** Nothing to be done: words of letters, ideographs and common marks with single spaces between them. Most texts are such. */
const ordinary = /^[!-~\u00a1-\u02ff\u3001-\u30ff\u4e00-\u9fff]+(?: [!-~\u00a1-\u02ff\u3001-\u30ff\u4e00-\u9fff]+)*$/;

/** Enclosed numbers and letters, Roman numerals, squared words, half-width katakana, letters for private use. */
export const platformDependent =
  /[\u2160-\u217f\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\uff61-\uff9f\u2116\u2121\ue000-\uf8ff]+/gu;

function replaceCharacter(run: string): string {
  // Together, so that a half-width kana and its voicing mark become one.
  return run
    .replace(/[\u2460-\u24ff\u2776-\u2793]/gu, (mark) => `(${enclosed(mark)})`)
    .replace(/\p{Co}/gu, "\ufffd")
    .normalize("NFKC");
}

/** ① to ⑳ and ⓪; letters and dingbats by what Unicode takes them for. */
function enclosed(mark: string): string {
  const code = mark.codePointAt(0) ?? 0;
  if (code >= 0x2776) return String(((code - 0x2776) % 10) + 1);
  return mark.normalize("NFKC").replace(/[().]/g, "");
}
