import { parseNumeral } from "./chinese-numerals.ts";

/**
 * Typed text in one form: compatibility characters (UAX #15, NFKC: full-width digits, ㍻), lower case, one range mark `~`,
 * one date separator, Han numerals before 年, 月, 日 as digits. Afterwards every hyphen that is left joins two dates.
 */
export function normaliseDateText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2012-\u2015\u301c\u223c\u2053]/g, "~")
    .replace(/[\u2010\u2011\u2212\ufe63\u30fc](?=\s*\d)/g, "-")
    .replace(/\bbetween (.{1,40}?) and /g, "from $1 to ")
    .replace(/[[［【〔〈]/g, "(")
    .replace(/[\]］】〕〉]/g, ")");
  return separateByDots(writeHanNumerals(plain)).trim();
}

/** 2016-1-18 becomes 2016.1.18 and 18-1-2016 becomes 18/1/2016; the month and day after a range mark likewise. */
function separateByDots(text: string): string {
  return text
    .replace(/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, "$1.$2.$3")
    .replace(/(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)/g, "$1/$2/$3")
    .replace(/(?<![\d./])(\d{4})-(\d{1,2})(?![\d./年月])/g, "$1.$2")
    .replace(/([~至到]\s*)(\d{1,2})-(\d{1,2})(?!\d)/g, "$1$2.$3");
}

/** 「二〇一六年一月十八日」, as Chinese papers of state date themselves; 星期一 keeps its 一. */
function writeHanNumerals(text: string): string {
  return text
    .replace(/(?<=平成|令和|昭和|大正|明治|(?<![a-z])[rhstm])元/g, "1")
    .replace(
      /(?<![期周拜〇零一二三四五六七八九十])[〇零一二三四五六七八九十]{1,6}(?=\s*(?:年|月|日|号|[~至到]))/g,
      (run) => String(parseNumeral(run) ?? run),
    );
}
