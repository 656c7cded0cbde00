import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Language, languageTags } from "../../core/language.ts";
import type { LocalizedText } from "../../core/localized.ts";

/** Text ready to be shown: plain where it is in the page's language, or with the language in which it stands. */
export type Wording = string | LocalizedText;

export interface TextLink {
  text: Wording;
  href: string;
}

/** The language of the page around; without it every `LocalizedText` states its own. */
export const PageLanguage = createContext<Language | undefined>(undefined);

/** Marks a name that stands in another language than the page, so that glyphs and voices follow it (WCAG 3.1.2). */
export function Words({ value }: { value: Wording }) {
  const pageLanguage = useContext(PageLanguage);
  if (typeof value === "string") return <>{value}</>;
  if (value.language === pageLanguage) return <>{value.text}</>;
  return <span lang={languageTags[value.language]}>{value.text}</span>;
}

/** A link where there is an address, else the words alone. */
export function LinkedWords({ text, href }: { text: Wording; href?: string | undefined }) {
  if (href === undefined) return <Words value={text} />;
  return (
    <a href={href}>
      <Words value={text} />
    </a>
  );
}

/** The bare text, for attributes and SVG, where no markup is possible. */
export function wordingText(value: Wording): string {
  return typeof value === "string" ? value : value.text;
}
