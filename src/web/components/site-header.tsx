import { type Language, languageTags } from "../../core/language.ts";

export interface NavigationItem {
  text: string;
  href: string;
  /** this page, or a page below it */
  current?: "page" | "section" | undefined;
}

export interface SiteHeaderProps {
  language: Language;
  programmeName: string;
  /** one short line under the name: who runs it */
  programmeNote?: string | undefined;
  homeHref: string;
  navigationLabel: string;
  menuLabel: string;
  items: NavigationItem[];
  membersLink?: { text: string; href: string } | undefined;
  /** a box of one line that leads to the page of results */
  search?: { action: string; label: string; button: string } | undefined;
  languageLabel: string;
  /** the same page in each language, each named in itself */
  languages: { language: Language; text: string; href: string }[];
}

export function SiteHeader(props: SiteHeaderProps) {
  return (
    <header class="site-header">
      <div class="site-header-top">
        <p class="programme-name">
          <a href={props.homeHref}>
            <AirMark />
            <span>{props.programmeName}</span>
          </a>
          {props.programmeNote !== undefined && <span class="programme-note">{props.programmeNote}</span>}
        </p>
        <div class="site-header-side">
          {props.membersLink && (
            <p class="members-link">
              <a href={props.membersLink.href}>{props.membersLink.text}</a>
            </p>
          )}
          <LanguageSwitch {...props} />
        </div>
        {props.search && <SearchBox {...props.search} />}
      </div>
      {/* Two copies, of which a style sheet shows one: <details> cannot be held open on wide screens in older browsers. */}
      <nav class="site-navigation wide-only" aria-label={props.navigationLabel}>
        <NavigationList items={props.items} />
      </nav>
      <nav class="site-navigation narrow-only" aria-label={props.navigationLabel}>
        <details>
          <summary>{props.menuLabel}</summary>
          <NavigationList items={props.items} />
        </details>
      </nav>
    </header>
  );
}

/** A plain form: the address of what was found can be kept and sent. */
function SearchBox({ action, label, button }: NonNullable<SiteHeaderProps["search"]>) {
  return (
    <search class="site-search">
      <form method="get" action={action}>
        <input type="search" name="q" aria-label={label} placeholder={label} />
        <button type="submit">{button}</button>
      </form>
    </search>
  );
}

function LanguageSwitch({ language, languages, languageLabel }: SiteHeaderProps) {
  return (
    <nav class="language-switch" aria-label={languageLabel}>
      <ul>
        {languages.map((choice) => (
          <li key={choice.language}>
            <a
              href={choice.href}
              lang={languageTags[choice.language]}
              hreflang={languageTags[choice.language]}
              aria-current={choice.language === language ? "true" : undefined}
            >
              {choice.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationList({ items }: { items: NavigationItem[] }) {
  return (
    <ul>
      {items.map(({ text, href, current }) => (
        <li key={href}>
          <a href={href} aria-current={current === "section" ? "true" : current}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Two points on two shores and the air between them. */
function AirMark() {
  return (
    <svg class="air-mark" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
      <path d="M5 19 Q20 -7 35 19" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M5 19 Q20 3 35 19" fill="none" stroke="currentColor" stroke-width="1" opacity=".55" />
      <circle class="side-partner" cx="5" cy="19" r="4" />
      <circle class="side-home" cx="35" cy="19" r="4" />
    </svg>
  );
}
