import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { foldText } from "../../../core/text-folding.ts";
import type { GlossaryEntry } from "../framework.ts";

export interface GlossaryGroup {
  /** capital letter; empty where the terms are not ordered by letters */
  initial: string;
  entries: GlossaryEntry[];
}

/** Entries one of whose terms or meanings, in any language, holds the words, whatever their script or width. */
export function searchGlossary(entries: readonly GlossaryEntry[], query: string): GlossaryEntry[] {
  const wanted = foldText(query);
  if (wanted === "") return [];
  return entries.filter((entry) =>
    [...Object.values(entry.term), ...Object.values(entry.definition)].some((text) => foldText(text).includes(wanted)),
  );
}

/**
 * English by letter, Chinese by the first letter of the pinyin. A Japanese list would be ordered by the reading in kana,
 * which the records do not hold and characters alone do not tell (覚書 is おぼえがき), so it keeps the order of the records,
 * which goes by subject.
 */
export function groupGlossary(entries: readonly GlossaryEntry[], language: Language): GlossaryGroup[] {
  if (language === "ja") return entries.length === 0 ? [] : [{ initial: "", entries: [...entries] }];
  const collator = new Intl.Collator(language === "zh" ? "zh-Hans-u-co-pinyin" : "en");
  const term = (entry: GlossaryEntry) => localize(entry.term, language).text;
  const groups = new Map<string, GlossaryEntry[]>();
  for (const entry of [...entries].sort((a, b) => collator.compare(term(a), term(b)))) {
    const initial = findInitial(term(entry), collator);
    groups.set(initial, [...(groups.get(initial) ?? []), entry]);
  }
  return [...groups]
    .map(([initial, own]) => ({ initial, entries: own }))
    .sort((a, b) => (a.initial < b.initial ? -1 : 1));
}

function findInitial(term: string, collator: Intl.Collator): string {
  const first = [...term.normalize("NFKD").toUpperCase()].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? "";
  if (/[A-Z]/.test(first)) return first;
  if (!/\p{Script=Han}/u.test(first)) return "#";
  return pinyinStarts.findLast(([, start]) => collator.compare(first, start) >= 0)?.[0] ?? "#";
}

/** The first character of each letter in the pinyin order of CLDR; no syllable begins with I, U or V. */
const pinyinStarts: [letter: string, start: string][] = [
  ["A", "阿"],
  ["B", "八"],
  ["C", "嚓"],
  ["D", "咑"],
  ["E", "妸"],
  ["F", "发"],
  ["G", "旮"],
  ["H", "哈"],
  ["J", "丌"],
  ["K", "咔"],
  ["L", "垃"],
  ["M", "妈"],
  ["N", "拏"],
  ["O", "噢"],
  ["P", "妑"],
  ["Q", "七"],
  ["R", "呥"],
  ["S", "仨"],
  ["T", "他"],
  ["W", "屲"],
  ["X", "夕"],
  ["Y", "丫"],
  ["Z", "帀"],
];
