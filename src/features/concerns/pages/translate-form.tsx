import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Words } from "../../../web/components/words.tsx";
import { findMissing, keyOfPassage, type Passage } from "../translate.ts";
import { type ConcernFormProps, errorOf, Framed, typedIn } from "./concern-forms.tsx";

/** The words as they were written, with fields for the languages in which nobody can read them yet. */
export function TranslateForm(props: ConcernFormProps & { passages: readonly Passage[] }) {
  const { language } = props.words;
  const typed = typedIn(props, "translate");
  return (
    <Framed {...props} form="translate" title={message(language, "concern.page.translate")}>
      <p>{message(language, "concern.page.translateLead")}</p>
      {props.passages.map((passage) => (
        <fieldset key={keyOfPassage(passage)} class="concern-passage">
          <legend>{message(language, `concern.passage.${passage.is}`)}</legend>
          <blockquote>
            <Words value={localize(passage.text, passage.original ?? language)} />{" "}
            <small class="hint">
              {message(
                language,
                `concern.origin.written.${localize(passage.text, passage.original ?? language).language}`,
              )}
            </small>
          </blockquote>
          {findMissing(passage).map((of) => {
            const name = `${keyOfPassage(passage)}_${of}`;
            return (
              <LabelledField
                key={of}
                id={`translate-${name}`}
                name={name}
                label={message(language, "concern.field.translationInto", {
                  language: message(language, `documents.languageName.${of}`),
                })}
                error={errorOf(props, "translate", name)}
                control={{ kind: "area", rows: 3, lang: of, value: typed(name, "") }}
              />
            );
          })}
        </fieldset>
      ))}
      <button type="submit">{message(language, "concern.page.translateSend")}</button>
    </Framed>
  );
}
