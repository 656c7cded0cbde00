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
