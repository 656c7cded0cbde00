import { writeEdtf } from "../../../core/edtf-format.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { Question, QuestionOptions } from "../survey.ts";

/** Which words the answers were given to, and in which languages they would change: said before it is saved. */
export function ConfirmRewording({
  before,
  answers,
  languages,
  asked,
  language,
}: {
  before: Question;
  answers: number;
  languages: readonly Language[];
  /** in which the survey is asked */
  asked: readonly Language[];
  language: Language;
}) {
  const name = (one: Language) => message(language, `documents.languageName.${one}`);
  const unchanged = asked.filter((one) => !languages.includes(one));
  return (
    <Notice tone="warning" title={message(language, "surveyQuestions.rewording.title", { count: answers })}>
      {languages.map((one) => (
        <p key={one}>
          {message(language, "surveyQuestions.rewording.before", { language: name(one) })}
          <WordsBefore text={before.text} options={before.options} language={one} />
        </p>
      ))}
      <p>{message(language, "surveyQuestions.rewording.ask")}</p>
      {unchanged.map((one) => (
        <p key={one}>{message(language, "surveyQuestions.rewording.unchanged", { language: name(one) })}</p>
      ))}
    </Notice>
  );
}

/** Under a question whose words were changed after some had answered. */
export function EarlierWordings({ question, language }: { question: Question; language: Language }) {
  if (question.earlier.length === 0) return null;
  return (
    <details class="survey-reworded">
      <summary>{message(language, "surveyQuestions.earlier.title", { count: question.earlier.length })}</summary>
      <ul>
        {question.earlier.map(({ until, answers, text, options }) => (
          <li key={until.toISOString()}>
            {message(language, "surveyQuestions.earlier.until", {
              day: writeEdtf(until.toISOString().slice(0, 10), language),
              count: answers,
            })}
            <WordsBefore text={text} options={options} language={language} />
            <OnlyLanguage text={text} language={language} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function WordsBefore({ text, options, language }: { text: Localized; options: QuestionOptions; language: Language }) {
  const { choices, scale, table } = options;
  const texts = [
    ...choices.map((choice) => choice.text),
    ...(scale ? [scale.fromText, scale.toText] : []),
    ...(table ? [...table.rows, ...table.columns].map((item) => item.text) : []),
  ];
  return (
    <q class="survey-words-before">
      <InLanguage value={localize(text, language)} />
      {texts.length > 0 && ": "}
      {texts.map((one, index) => (
        <>
          {index > 0 && " / "}
          <InLanguage value={localize(one, language)} />
        </>
      ))}
    </q>
  );
}

/** States its language always: what is quoted may stand in another one than the page and than what is around it. */
function InLanguage({ value: { text, language } }: { value: LocalizedText }) {
  return <span lang={languageTags[language]}>{text}</span>;
}
