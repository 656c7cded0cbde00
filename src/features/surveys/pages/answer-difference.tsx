import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { type SayGround, sayAnswer } from "../say-answer.ts";
import type { Answers, Question } from "../survey.ts";
import { MarkedWords } from "./marked-words.tsx";

/** Two people of one office at once: what was typed beside what was saved in between, where they differ. */
export function Difference({
  questions,
  mine,
  theirs,
  ...ground
}: { questions: readonly Question[]; mine: Answers; theirs: Answers } & SayGround) {
  const { language } = ground;
  const differing = questions.filter(({ id }) => JSON.stringify(mine[id]) !== JSON.stringify(theirs[id]));
  return (
    <Notice tone="warning" title={message(language, "surveyForm.conflictTitle")}>
      <p>{message(language, "surveyForm.conflict")}</p>
      <table class="survey-difference">
        <thead>
          <tr>
            <th scope="col">{message(language, "surveySheet.question")}</th>
            <th scope="col">{message(language, "surveyForm.mine")}</th>
            <th scope="col">{message(language, "surveyForm.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((question) => (
            <tr key={question.id}>
              <th scope="row">
                <MarkedWords text={question.text} language={language} />
              </th>
              <td data-label={message(language, "surveyForm.mine")}>
                {sayAnswer(question, mine[question.id], ground) || "—"}
              </td>
              <td data-label={message(language, "surveyForm.theirs")}>
                {sayAnswer(question, theirs[question.id], ground) || "—"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
