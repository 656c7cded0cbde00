import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import type { Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { partAround } from "../part-around.ts";

/** What a person wrote: in its language, with a mark where nobody has translated it for the reader. */
export function writeTheirWords(text: Localized, language: Language): Run[] {
  const shown = localize(text, language);
  if (shown.language === language) return [{ text: shown.text }];
  return [
    { text: shown.text, language: shown.language },
    { text: message(language, `meeting.onlyIn.${shown.language}`) },
  ];
}

/** The same within a sentence of the document. */
export function writeTheirWordsIn(text: Localized, language: Language, write: (words: string) => string): Run[] {
  const [before, after] = partAround(write);
  return [{ text: before }, ...writeTheirWords(text, language), { text: after }].filter((run) => run.text !== "");
}
