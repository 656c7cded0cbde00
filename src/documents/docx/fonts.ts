import type { Language } from "../../core/language.ts";

interface WordFonts {
  latin: string;
  eastAsian: string;
}

/**
 * Fonts that Word brings in each country. Chinese: 仿宋 for text, 黑体 and 楷体 for headings, as GB/T 9704—2012 (5.2.2, 7.3.3) sets
 * official documents.
 */
export const bodyFonts: Record<Language, WordFonts> = {
  ja: { latin: "Yu Gothic", eastAsian: "游ゴシック" },
  zh: { latin: "Times New Roman", eastAsian: "仿宋" },
  en: { latin: "Calibri", eastAsian: "游ゴシック" },
};

const headingFonts: Record<Language, readonly WordFonts[]> = {
  ja: [bodyFonts.ja],
  zh: [
    { latin: "Arial", eastAsian: "黑体" },
    { latin: "Times New Roman", eastAsian: "楷体" },
    { latin: "Times New Roman", eastAsian: "仿宋" },
  ],
  en: [bodyFonts.en],
};

/** Right-to-left names and other scripts (`cs`): a font of every Windows and Mac. */
const complexFont = "Arial";

export function writeFonts({ latin, eastAsian }: WordFonts, hint = false): string {
  return `<w:rFonts${hint ? ' w:hint="eastAsia"' : ""} w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsian}" w:cs="${complexFont}"/>`;
}

/** Fonts of a heading; level 1 is also that of titles. */
export function writeHeadingFonts(language: Language, level: 1 | 2 | 3): string {
  const fonts = headingFonts[language];
  return writeFonts(fonts[level - 1] ?? fonts[0] ?? bodyFonts[language]);
}

/** `val` is for Latin letters, `eastAsia` for characters, `bidi` for right-to-left text. */
export function writeLanguage(language: Language): string {
  const eastAsian = language === "zh" ? "zh-CN" : "ja-JP";
  return `<w:lang w:val="${language === "en" ? "en-GB" : "en-US"}" w:eastAsia="${eastAsian}" w:bidi="ar-SA"/>`;
}
