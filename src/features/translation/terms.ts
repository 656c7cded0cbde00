import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { TermDomain } from "./sheets.ts";

/** How something is called in the three languages. */
export interface Term {
  id: string;
  domain: TermDomain;
  /** the word to use */
  words: Record<Language, string>;
  /** other words that mean the same and are allowed */
  variants: Record<Language, readonly string[]>;
  /** words that must not be used for it */
  forbidden: Record<Language, readonly string[]>;
  /** what a translator should know */
  note: Localized;
}

/** A term with where it comes from, for the page that keeps terms. */
export interface KeptTerm extends Term {
  /** `programme`: of the sheet; `desk`: added here; `changed`: of the sheet and changed here */
  origin: "programme" | "desk" | "changed";
  changed: { by: string; at: Date } | null;
}

/**
 * A term as it is kept, whichever way it comes in (sheet, form, file): a program of terms does not keep two blanks apart from one, and
 * a term that did would come back changed. Lines of a note stay lines.
 */
export function tidyTerm<Kept extends Omit<Term, "domain">>(term: Kept): Kept {
  const each = <Value>(read: (of: Language) => Value): Record<Language, Value> => ({
    ja: read("ja"),
    zh: read("zh"),
    en: read("en"),
  });
  const lists = (of: Record<Language, readonly string[]>) => each((one) => of[one].map(tidyLine));
  return {
    ...term,
    words: each((one) => tidyLine(term.words[one])),
    variants: lists(term.variants),
    forbidden: lists(term.forbidden),
    note: tidyNote(term.note),
  };
}

function tidyNote(note: Localized): Localized {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const lines = (note[language] ?? "").split(/\r\n|[\r\n]/).map(tidyLine);
      const text = lines.join("\n").trim();
      return text === "" ? [] : [[language, text]];
    }),
  );
}

/** In which language a note stands that does not say it; an English one may quote words of the others. */
export function guessNoteLanguage(note: string): Language {
  const count = (pattern: RegExp) => note.match(pattern)?.length ?? 0;
  const [kana, han] = [count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu), count(/\p{Script=Han}/gu)];
  if (kana + han === 0 || count(/[a-z]/gi) > kana + han) return "en";
  return kana > 0 ? "ja" : "zh";
}

function tidyLine(text: string): string {
  return text.replace(/[ \t]+/g, " ").trim();
}
