import type { Language } from "../../../core/language.ts";
import type { Check, Problem } from "./problem.ts";

type Habit = readonly [pattern: RegExp, message: Problem["message"], severity: Problem["severity"]];

const kanaOrHan = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]";

/** How each language is written. 「公用文作成の考え方」(2022), GB/T 15834—2011, GB/T 15835—2011. */
const habits: Record<Language, readonly Habit[]> = {
  ja: [
    [/[０-９]+/g, "translationCheck.width.digits", "warning"],
    [/％/g, "translationCheck.width.percent", "warning"],
    [/[Ａ-Ｚａ-ｚ]+/g, "translationCheck.width.letters", "warning"],
    [/[\uFF66-\uFF9D]+/g, "translationCheck.width.kana", "warning"],
    [/，|；/g, "translationCheck.width.chinesePunctuation", "warning"],
    [/[“”《》]/g, "translationCheck.width.chineseQuotes", "warning"],
    [new RegExp(`(?<=${kanaOrHan})[,.](?=${kanaOrHan}|$)`, "gu"), "translationCheck.width.halfPunctuation", "warning"],
  ],
  zh: [
    [/[０-９]+/g, "translationCheck.width.digits", "warning"],
    [/％/g, "translationCheck.width.percent", "warning"],
    [/[Ａ-Ｚａ-ｚ]+/g, "translationCheck.width.letters", "warning"],
    [/[「」『』]/g, "translationCheck.width.japaneseQuotes", "warning"],
    [/・/g, "translationCheck.width.japaneseDot", "warning"],
    [/(?<=\p{Script=Han})[,;:?!](?=\p{Script=Han}|$)/gu, "translationCheck.width.halfPunctuation", "warning"],
  ],
  en: [
    [/[，。、；：（）「」『』《》“”]?[\uFF01-\uFF5E、。「」『』《》]+/g, "translationCheck.width.eastAsian", "error"],
  ],
};

/** Digits, letters and punctuation marks as the language writes them. */
export const checkWidth: Check = ({ source, target, sourceLanguage, targetLanguage }) => {
  const found = habits[targetLanguage].flatMap(([pattern, message, severity]) =>
    [...target.matchAll(pattern)].map(
      ({ 0: text, index }): Problem => ({
        ...{ check: "width", severity, message },
        values: { text },
        source: null,
        target: { start: index, end: index + text.length },
      }),
    ),
  );
  // One line tells of all marks of a kind.
  const once = [...new Map([...found].reverse().map((problem) => [problem.message, problem])).values()].reverse();
  if (sourceLanguage === "ja" && targetLanguage === "zh" && commasWereKept(source, target)) {
    const start = target.indexOf("、");
    once.push({
      ...{ check: "width", severity: "warning", message: "translationCheck.width.japaneseComma" },
      values: { text: "、" },
      source: null,
      target: { start, end: start + 1 },
    });
  }
  return once;
};

/** Chinese parts clauses by ， and only the members of a list by 、; ，is missing where the Japanese clauses had 、 as well. */
function commasWereKept(source: string, target: string): boolean {
  const clauses = source.match(/[しりてでめばがは]、/g)?.length ?? 0;
  const count = target.split("、").length - 1;
  return clauses > 0 && count >= source.split("、").length - 1 && !target.includes("，");
}
