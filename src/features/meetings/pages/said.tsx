import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { findForeign, type TextField } from "../untranslated.ts";

interface SaidProps {
  text: Localized;
  language: Language;
}

/** A sentence or title of its own: where nobody has translated it, that stands below. */
export function Said({ text, language }: SaidProps) {
  return (
    <>
      <Words value={localize(text, language)} />
      <OnlyLanguage text={text} language={language} />
    </>
  );
}

/** The same within a line. */
export function SaidShort({ text, language, field = "title" }: SaidProps & { field?: TextField }) {
  const foreign = findForeign(text, language, field);
  return (
    <>
      <Words value={localize(text, language)} />
      {foreign !== null && <span class="quiet">{message(language, `meeting.onlyIn.${foreign}`)}</span>}
    </>
  );
}
