import { type Language, languageTags } from "../../core/language.ts";

export interface LinkTabsProps {
  label: string;
  tabs: {
    text: string;
    href: string;
    current?: boolean | undefined;
    /** of the page behind it and of its name, where that is not the reader's */
    language?: Language | undefined;
  }[];
}

/** Views of one thing (list, month; FY2014 … FY2018). They are links, so the ARIA tab pattern does not apply. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav class="link-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ text, href, current, language }) => (
          <li key={href}>
            <a
              href={href}
              lang={language && languageTags[language]}
              hreflang={language && languageTags[language]}
              aria-current={current ? "page" : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
