import { type Language, languages, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { SurveyResults } from "../results.ts";
import type { Question, SurveyAnswer } from "../survey.ts";

interface WordsProps {
  results: SurveyResults;
  question: Question;
  language: Language;
  directory: OrganisationDirectory;
  /** may put answers into another language */
  translates: boolean;
}

/** Answers in words: as they were written, beside the reader's language where somebody put them there. */
export function WordsView(props: WordsProps) {
  const { results, question, language } = props;
  const given = results.answers.filter(({ answers }) => typeof answers[question.id] === "string");
  if (given.length === 0) return <p class="form-help">{message(language, "surveyResults.noWords")}</p>;
  return (
    <ul class="survey-words">
      {given.map((answer) => (
        <li key={answer.id}>
          <WordsOf {...props} answer={answer} place={question.id} text={String(answer.answers[question.id])} />
        </li>
      ))}
    </ul>
  );
}

export function WordsOf({
  results: { survey, translations },
  answer,
  place,
  text,
  language,
  directory,
  translates,
}: WordsProps & { answer: SurveyAnswer; place: string; text: string }) {
  const of = (wanted: Language) =>
    translations.find((each) => each.answer === answer.id && each.place === place && each.language === wanted)?.text;
  // Readers of the original's own language see what others are shown, where there is something.
  const into = answer.language === language ? languages.find((each) => of(each) !== undefined) : language;
  const translation = into === undefined ? undefined : of(into);
  return (
    <>
      {answer.organisation !== null && (
        <p class="survey-words-by">
          {directory.name(answer.organisation, language)}
          {answer.state === "late" && <span class="tag">{message(language, "survey.answer.late")}</span>}
        </p>
      )}
      <div class="survey-pair">
        <p lang={languageTags[answer.language]} class="survey-words-text">
          {text}
        </p>
        {translation === undefined && <OnlyLanguage text={{ [answer.language]: text }} language={language} />}
        {translation !== undefined && into !== undefined && (
          <p lang={languageTags[into]} class="survey-words-text survey-words-translation">
            {translation}
          </p>
        )}
      </div>
      {translates && (
        <details class="survey-translate">
          <summary>{message(language, "surveyResults.translate")}</summary>
          <form method="post" action={links.memberSurveyResults(language, survey.id)}>
            <input type="hidden" name="answer" value={answer.id} />
            <input type="hidden" name="place" value={place} />
            {languages
              .filter((each) => each !== answer.language)
              .map((each) => (
                <label key={each}>
                  {message(language, `documents.languageName.${each}`)}
                  <textarea name={`text.${each}`} rows={3} lang={languageTags[each]}>
                    {`\n${of(each) ?? ""}`}
                  </textarea>
                </label>
              ))}
            <button type="submit" name="intent" value="translate" class="button-quiet">
              {message(language, "surveyResults.keepTranslation")}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
