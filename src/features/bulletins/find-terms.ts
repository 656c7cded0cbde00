import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { foldText } from "../../core/text-folding.ts";
import { findTerms, indexTerms } from "../translation/find-terms.ts";
import type { Term } from "../translation/terms.ts";
import type { BulletinEntry, BulletinTerm } from "./bulletin.ts";

/**
 * Terms of the desk's terminology in what each edition says, each at the first place where it stands. Left out is what needs no
 * note: a word that both sides write alike but for the forms of the characters, substances, everyday words.
 */
export function findBulletinTerms(
  entries: readonly BulletinEntry[],
  terms: readonly Term[],
): Record<Language, BulletinTerm[]> {
  const find = (language: Language) => findIn(entries, terms, language);
  return { ja: find("ja"), zh: find("zh"), en: find("en") };
}

function findIn(entries: readonly BulletinEntry[], terms: readonly Term[], language: Language): BulletinTerm[] {
  const index = indexTerms(
    terms.filter((term) => needsNote(term, language)),
    language,
  );
  const found = new Map<string, BulletinTerm>();
  const texts = new Set<string>();
  for (const { item, summary, why } of entries)
    for (const text of [summary, why]) {
      const shown = localize(text, language);
      if (shown.language !== language) continue;
      for (const { term, text: word, as } of findTerms(shown.text, index)) {
        // A word that stands for two terms gets one note, that of the first.
        if (as === "forbidden" || found.has(term.id) || texts.has(word)) continue;
        texts.add(word);
        const words = { ja: term.words.ja, zh: term.words.zh, en: term.words.en };
        found.set(term.id, { id: term.id, text: word, entry: item, words });
      }
    }
  return [...found.values()];
}

/** Names of substances say themselves; short words are everyday ones, and their notes would drown the others. */
function needsNote({ domain, words }: Term, language: Language): boolean {
  if (domain === "pollutant" || !isLong(words[language], language)) return false;
  const other = language === "ja" ? "zh" : "ja";
  return language === "en" || fold(words[other]) !== fold(words[language]);
}

/** 「走行制限（通行規制）」 is as long as what stands before its bracket. */
function isLong(word: string, language: Language): boolean {
  const base = word.replace(/[（(].*$/u, "").trim();
  return language === "en"
    ? base.includes(" ")
    : (base.match(/[\p{L}ー]/gu) ?? []).length >= 4 && /\p{Script=Han}/u.test(base);
}

function fold(word: string): string {
  return foldText(word).replace(/\s+/g, "");
}
