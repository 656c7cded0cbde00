import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { Words } from "../../../web/components/words.tsx";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { partAround } from "../part-around.ts";

interface TheirWordsProps {
  text: Localized;
  language: Language;
}

/** What a person wrote: in its language, with a mark where nobody has translated it for the reader. */
export function TheirWords({ text, language }: TheirWordsProps) {
  return (
    <>
      <Words value={localize(text, language)} /> <OnlyLanguage {...{ text, language }} />
    </>
  );
}

/** The same within a sentence of the page. */
export function TheirWordsIn({ write, ...words }: TheirWordsProps & { write(words: string): string }) {
  const [before, after] = partAround(write);
  return (
    <>
      {before}
      <TheirWords {...words} />
      {after}
    </>
  );
}
