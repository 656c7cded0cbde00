import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Understood } from "../understand.ts";

/** Which names the glossary added, each to be taken away again. */
export function ExpansionLine({
  language,
  url,
  expansions,
}: {
  language: Language;
  url: URL;
  expansions: Understood["expansions"];
}) {
  const added = [...new Set(expansions.flatMap((expansion) => expansion.added))];
  if (added.length === 0) return null;
  return (
    <div class="search-expansions">
      <p>{message(language, "search.alsoSearched")}</p>
      <div class="active-filters">
        <ul>
          {added.map((name) => (
            <li key={name}>
              <a href={withoutNames(url, [name])}>
                <span lang={tagOfName(name, language)}>{name}</span>
                <span class="remove" aria-hidden="true">
                  ×
                </span>
                <span class="visually-hidden">{message(language, "search.takeAway", { name })}</span>
              </a>
            </li>
          ))}
        </ul>
        {added.length > 1 && (
          <p>
            <a class="search-plain" href={withoutNames(url, added)}>
              {message(language, "search.onlyTyped")}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

/** A name that the page's own language cannot have written: Latin letters stand in pages of any. */
function tagOfName(name: string, language: Language): string | undefined {
  const of = /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name)
    ? "ja"
    : /\p{sc=Han}/u.test(name)
      ? language === "en"
        ? "zh"
        : language
      : / /.test(name)
        ? "en"
        : language;
  return of === language ? undefined : languageTags[of];
}

function withoutNames(url: URL, names: readonly string[]): string {
  const changed = new URL(url);
  changed.searchParams.delete("page");
  for (const name of names) changed.searchParams.append("plain", name);
  return `${changed.pathname}${changed.search}`;
}
