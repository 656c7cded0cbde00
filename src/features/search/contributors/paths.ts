import type { Language } from "../../../core/language.ts";

/** An address of web/links.ts without its language, which a reader may change. */
export function pathOf(link: (language: Language) => string): string {
  return link("ja").replace(/^\/ja\//, "");
}
