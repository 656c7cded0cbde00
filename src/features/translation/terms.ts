import type { Language } from "../../core/language.ts";
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
  note: string | null;
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
  const note = term.note
    ?.split(/\r\n|[\r\n]/)
    .map(tidyLine)
    .join("\n")
    .trim();
  return {
    ...term,
    words: each((one) => tidyLine(term.words[one])),
    variants: lists(term.variants),
    forbidden: lists(term.forbidden),
    note: note || null,
  };
}

function tidyLine(text: string): string {
  return text.replace(/[ \t]+/g, " ").trim();
}
