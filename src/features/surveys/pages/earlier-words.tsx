import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { Words } from "../../../web/components/words.tsx";
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
          <WordsBefore text={localize(before.text, one).text} options={before.options} language={one} />
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
            <WordsBefore text={localize(text, language).text} options={options} language={language} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function WordsBefore({ text, options, language }: { text: string; options: QuestionOptions; language: Language }) {
  const { choices, scale, table } = options;
  const texts = [
    ...choices.map((choice) => choice.text),
    ...(scale ? [scale.fromText, scale.toText] : []),
    ...(table ? [...table.rows, ...table.columns].map((item) => item.text) : []),
  ];
  return (
    <q class="survey-words-before" lang={language}>
      {text}
      {texts.length > 0 && ": "}
      {texts.map((one, index) => (
        <>
          {index > 0 && " / "}
          <Words value={localize(one, language)} />
        </>
      ))}
    </q>
  );
}
