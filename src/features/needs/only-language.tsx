import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";

/** Says of a text that stands in another language than the page that nobody has translated it yet. */
export function OnlyLanguage({ text, language }: { text: Localized; language: Language }) {
  const shown = localize(text, language);
  if (shown.text === "" || shown.language === language) return null;
  return <small class="hint">{message(language, `needs.onlyLanguage.${shown.language}`)}</small>;
}
