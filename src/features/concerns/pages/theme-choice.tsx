import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { changeQuery } from "../../../web/query.ts";
import type { Chain } from "../chains.ts";
import { type ConcernTheme, concernThemes } from "../concern.ts";

interface ThemeChoiceProps {
  chains: readonly Chain[];
  theme: ConcernTheme | undefined;
  url: URL;
  language: Language;
}

/** The themes that occur, each with how many matters it has. */
export function ThemeChoice({ chains, theme, url, language }: ThemeChoiceProps) {
  const entries = concernThemes
    .map((one) => ({ one, count: chains.filter(({ steps }) => steps.some((step) => step.theme === one)).length }))
    .filter(({ count }) => count > 0);
  return (
    <nav class="concern-themes" aria-label={message(language, "concern.picture.theme")}>
      <ul>
        <li>
          <a
            href={`${changeQuery(url, { theme: undefined })}#picture`}
            aria-current={theme === undefined ? "true" : undefined}
          >
            {message(language, "concern.picture.themeOf", {
              theme: message(language, "concern.picture.all"),
              count: chains.length,
            })}
          </a>
        </li>
        {entries.map(({ one, count }) => (
          <li key={one}>
            <a href={`${changeQuery(url, { theme: one })}#picture`} aria-current={theme === one ? "true" : undefined}>
              {message(language, "concern.picture.themeOf", {
                theme: message(language, `concern.theme.${one}`),
                count,
              })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
