import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";

/** Says in which language the words were written: that they are a translation here, or that nobody has translated them yet. */
export function TextOrigin({
  text,
  original,
  language,
}: {
  text: Localized;
  original: Language | null;
  language: Language;
}) {
  const shown = localize(text, language);
  if (shown.text === "") return null;
  if (shown.language !== language)
    return <small class="hint">{message(language, `needs.onlyLanguage.${shown.language}`)}</small>;
  if (original === null || original === language) return null;
  return <small class="hint">{message(language, `concern.origin.from.${original}`)}</small>;
}
