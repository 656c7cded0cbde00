import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { fieldWords } from "../../../web/form-texts.tsx";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Topic } from "../../programme/books.ts";
import type { AnswerProblem } from "../check-answers.ts";
import type { Answers, Question, Survey } from "../survey.ts";
import { MarkedWords } from "./marked-words.tsx";
import { QuestionField } from "./question-field.tsx";

export interface AnswerFormProps {
  survey: Survey;
  questions: readonly Question[];
  answers: Answers;
  problems: readonly AnswerProblem[];
  /** by field: where it stands in the sheet that was read */
  places?: ReadonlyMap<string, string> | undefined;
  language: Language;
  directory: OrganisationDirectory;
  topics: readonly Topic[];
  action: string;
  hidden: Record<string, string>;
  /** rows that were asked for beyond those that are filled, by question */
  blankRows?: ReadonlyMap<string, number> | undefined;
  fileHref: (question: string) => string | null;
  /** what is wrong has been saved as a draft all the same */
  isKept?: boolean;
  /** buttons below; none in a preview */
  children?: ComponentChildren;
}

/** The questionnaire exactly as organisations see it; the preview shows the same. */
export function AnswerForm(props: AnswerFormProps) {
  const { survey, language, problems, places } = props;
  const asked = props.questions.filter(({ retired }) => !retired);
  const numbers = new Map(asked.map(({ id }, index) => [id, index + 1]));
  const said = new Map(problems.map((problem) => [problem.field, sayProblem(problem, language, places)]));
  const introduction = localize(survey.introduction, language);
  const ground = {
    language,
    directory: props.directory,
    topics: props.topics,
    problems: said,
    words: fieldWords(language),
  };
  return (
    <form method="post" action={props.action} encType="multipart/form-data" class="entry-form survey-form">
      {problems.length > 0 && (
        <ErrorSummary
          id="errors"
          title={message(language, props.isKept ? "surveyForm.wrongKept" : "surveyForm.wrong", {
            count: problems.length,
          })}
          errors={problems.map((problem) => ({
            text: message(language, "surveyForm.problemAt", {
              number: numbers.get(problem.question) ?? 0,
              text: said.get(problem.field) ?? "",
            }),
            href: isRow(problem) ? `#${fieldId(problem.field)}` : `#question-${problem.question}`,
          }))}
        />
      )}
      {introduction.text !== "" && (
        <p class="survey-introduction">
          <MarkedWords text={survey.introduction} language={language} />
        </p>
      )}
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asked.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          number={numbers.get(question.id) ?? 0}
          value={props.answers[question.id]}
          ground={ground}
          blankRows={props.blankRows?.get(question.id) ?? (props.answers[question.id] === undefined ? 1 : 0)}
          fileHref={props.fileHref(question.id)}
        />
      ))}
      {props.children}
    </form>
  );
}

function isRow({ question, field }: AnswerProblem): boolean {
  return field !== `answers.${question}`;
}

function sayProblem(
  { reason, value, field }: AnswerProblem,
  language: Language,
  places: ReadonlyMap<string, string> | undefined,
): string {
  const text = message(language, `surveyProblem.${reason}`, { value });
  const place = places?.get(field);
  return place === undefined ? text : message(language, "surveyForm.atCell", { place, text });
}
