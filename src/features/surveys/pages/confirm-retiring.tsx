import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import type { Question } from "../survey.ts";

interface ConfirmRetiringProps {
  question: Question;
  /** drafts included */
  answers: number;
  language: Language;
  action: string;
}

/** A question that was answered is not taken away at one click: how many answers it has is said first. */
export function ConfirmRetiring({ question, answers, language, action }: ConfirmRetiringProps) {
  return (
    <Notice tone="warning" title={message(language, "surveyQuestions.retireTitle")}>
      <p>
        {message(language, "surveyQuestions.retireAsk", {
          text: localize(question.text, language).text,
          count: answers,
        })}
      </p>
      <form method="post" action={action} class="survey-line-actions">
        <input type="hidden" name="question" value={question.id} />
        <input type="hidden" name="confirmed" value="yes" />
        <button type="submit" name="intent" value="remove">
          {message(language, "surveyQuestions.retire")}
        </button>
        <a href={action}>{message(language, "surveyQuestions.cancel")}</a>
      </form>
    </Notice>
  );
}
