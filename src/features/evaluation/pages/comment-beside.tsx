import { type Language, languages, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { links } from "../../../web/links.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { Assessment, Evaluation } from "../draft.ts";

/** A side's words as they were written, and beside them in the reader's language where somebody has put them there. */
export function CommentBeside({
  assessment,
  evaluation,
  name,
  language,
  mayTranslate,
}: {
  assessment: Assessment;
  evaluation: Pick<Evaluation, "id">;
  name: string;
  language: Language;
  mayTranslate: boolean;
}) {
  const { comment, translations, organisation, partnership } = assessment;
  if (comment === "") return <p class="hint">{message(language, "evaluation.assessment.noComment", { name })}</p>;
  const others = languages.filter((of) => of !== assessment.language);
  return (
    <article class="comment-beside">
      <h3>{message(language, "evaluation.assessment.commentOf", { name })}</h3>
      <div class="comment-columns">
        <blockquote lang={languageTags[assessment.language]} class="preformatted">
          {comment}
        </blockquote>
        {others
          .filter((of) => translations[of])
          .map((of) => (
            <blockquote key={of} lang={languageTags[of]} class="preformatted is-translation">
              {translations[of]}
            </blockquote>
          ))}
      </div>
      {!translations[language] && <OnlyLanguage text={{ [assessment.language]: comment }} language={language} />}
      {mayTranslate && (
        <details>
          <summary>{message(language, "evaluation.assessment.translate")}</summary>
          {others.map((of) => (
            <form key={of} method="post" action={links.evaluationAssessment(language, evaluation.id, partnership)}>
              <input type="hidden" name="organisation" value={organisation} />
              <input type="hidden" name="language" value={of} />
              <LabelledField
                id={`translation-${organisation}-${of}`}
                name="translation"
                label={message(language, `evaluation.languageName.${of}`)}
                control={{ kind: "area", rows: 3, value: translations[of] ?? "", lang: of }}
              />
              <button type="submit" name="intent" value="translate" class="button-quiet">
                {message(language, "evaluation.save")}
              </button>
            </form>
          ))}
        </details>
      )}
    </article>
  );
}
