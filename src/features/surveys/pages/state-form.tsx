import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { OpeningProblem } from "../change-survey.ts";
import type { ManagedSurvey } from "../service.ts";
import type { Survey } from "../survey.ts";
import { nameLanguages, placeOfGap, sayGap } from "./say-gap.ts";

/** Open, close, open again, and the mails that go with it. */
export function StateForm({
  managed: { survey, questions },
  opening,
  language,
  today,
  action,
}: {
  managed: ManagedSurvey;
  opening: readonly OpeningProblem[];
  language: Language;
  /** YYYY-MM-DD */
  today: string;
  action: string;
}) {
  const say = (problem: OpeningProblem) => {
    if (problem.reason === "title")
      return {
        text: message(language, "surveyManage.opening.title", {
          languages: nameLanguages(problem.languages, language),
        }),
        href: `#${fieldId(`title.${problem.languages[0]}`)}`,
      };
    if (problem.reason !== "gap")
      return {
        text: message(language, `surveyManage.opening.${problem.reason}`),
        href: problem.reason === "no-questions" ? links.surveyQuestions(language, survey.id) : "#facts",
      };
    const asked = questions.filter(({ retired }) => !retired);
    const index = asked.findIndex(({ id }) => id === problem.question);
    const text = localize(asked[index]?.text ?? {}, language).text;
    return {
      text: message(language, "surveyManage.gapAt", {
        number: index + 1,
        text: text === "" ? message(language, "surveyQuestions.noText") : text,
        gap: sayGap(problem.gap, language),
      }),
      href: `${links.surveyQuestions(language, survey.id, { question: problem.question })}#${placeOfGap(problem.gap)}`,
    };
  };
  return (
    <>
      {opening.length > 0 && (
        <ErrorSummary id="opening" title={message(language, "surveyManage.cannotOpen")} errors={opening.map(say)} />
      )}
      <form method="post" action={action} class="survey-actions">
        {survey.state === "open" ? (
          <>
            <button type="submit" name="intent" value="send-invitations">
              {message(language, "surveyManage.sendInvitations")}
            </button>
            <button type="submit" name="intent" value="remind" class="button-quiet">
              {message(language, "surveyManage.remind")}
            </button>
            <button type="submit" name="intent" value="close" class="button-quiet">
              {message(language, "surveyManage.close")}
            </button>
          </>
        ) : (
          <button type="submit" name="intent" value="open">
            {message(language, survey.state === "closed" ? "surveyManage.reopen" : "surveyManage.open")}
          </button>
        )}
        <p class="form-help">{message(language, `surveyManage.stateNote.${sayState(survey, today)}`)}</p>
      </form>
    </>
  );
}

/** A closed survey whose deadline lies ahead is opened again as it is. */
function sayState({ state, deadline }: Pick<Survey, "state" | "deadline">, today: string) {
  if (state !== "closed") return state;
  return deadline !== null && deadline < today ? "overdue" : "closed";
}
