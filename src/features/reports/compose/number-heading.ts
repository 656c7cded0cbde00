import type { Language } from "../../../core/language.ts";

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 「（十二）」 below 「三、」, as headings of the second level stand in Chinese official papers; digits elsewhere. */
export function numberHeading(number: number, language: Language): string {
  if (language !== "zh" || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return `${ten}${digits[ones]}`;
}
