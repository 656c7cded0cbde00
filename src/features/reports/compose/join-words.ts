import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";

/** 「広東省、瀋陽市、武漢市」, “Guangdong, Shenyang and Wuhan”. */
export function joinWords(words: readonly string[], language: Language): string {
  const separator = message(language, "list.separator");
  if (words.length < 2) return words.join(separator);
  return `${words.slice(0, -1).join(separator)}${message(language, "list.last")}${words.at(-1)}`;
}

/** Each name once, in the order of first appearance, with its number where it stands more than once: 「上海市2回」. */
export function joinTallied(names: readonly string[], language: Language): string {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = counts.values();
  const isEven = first !== undefined && first > 1 && counts.size > 1 && [...counts.values()].every((n) => n === first);
  // 「重慶市、西安市、珠海市各2回」
  if (isEven)
    return message(language, "report.sentence.namesEach", {
      names: joinWords([...counts.keys()], language),
      count: first,
    });
  const words = [...counts].map(([name, count]) =>
    count === 1 ? name : message(language, "report.sentence.nameTimes", { name, count }),
  );
  return joinWords(words, language);
}

/** Sentences one after the other; Chinese and Japanese need no space between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.filter((sentence) => sentence !== "").join(language === "en" ? " " : "");
}

/** 「2016年1月左右（待定）」 and 「（计划）」 stand in one bracket: 「2016年1月左右（待定；计划）」. */
export function addMark(date: string, mark: string, language: Language): string {
  const open = message(language, "report.sentence.open");
  const close = message(language, "report.sentence.close");
  if (!mark.startsWith(open) || !date.endsWith(close.trim())) return `${date}${mark}`;
  return `${date.slice(0, -close.length)}${message(language, "list.groupSeparator")}${mark.slice(open.length)}`;
}
