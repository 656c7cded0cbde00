import { type Language, languages, languageTags } from "../../../core/language.ts";
import type { LocalizedText } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { markTerms, type NumberedTerm } from "../layout/terms.ts";

/** A text with a link behind each term that a note below explains. */
export function TextWithTerms({
  text,
  notes,
  language,
}: {
  text: LocalizedText;
  notes: readonly NumberedTerm[];
  language: Language;
}) {
  if (text.text === "") return <>{message(language, "bulletin.notWritten")}</>;
  if (text.language !== language) return <Words value={text} />;
  return (
    <>
      {markTerms(text.text, notes).runs.map((run, index) =>
        run.raised ? (
          <sup key={index} class="term-mark">
            <a href={`#term-${run.text.replace(/\D/g, "")}`}>{run.text}</a>
          </sup>
        ) : (
          run.text
        ),
      )}
    </>
  );
}

export function TermNotes({ notes, language }: { notes: readonly NumberedTerm[]; language: Language }) {
  if (notes.length === 0) return null;
  return (
    <div class="term-notes">
      <h4>{message(language, "bulletin.terms")}</h4>
      <ul>
        {notes.map(({ number, term }) => (
          <li key={number} id={`term-${number}`}>
            ({number}) {term.words[language]}
            {languages
              .filter((other) => other !== language)
              .map((other) => (
                <span key={other} class="term-note-word">
                  <span class="term-note-language">{message(language, `bulletin.termLanguage.${other}`)}</span>
                  <span lang={languageTags[other]}>{term.words[other]}</span>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
