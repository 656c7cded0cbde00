import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Register } from "../../programme/books.ts";
import { rowsOf } from "../decide-row.ts";
import type { SurveyResults } from "../results.ts";
import { type SayGround, sayPartners, sayPlanDate, sayTopics } from "../say-answer.ts";
import type { ConcernRow, Outcome, PlanRow, Question, SurveyAnswer } from "../survey.ts";
import { MarkedWords } from "./marked-words.tsx";
import { WordsOf } from "./words-view.tsx";

export interface RowsProps {
  results: SurveyResults;
  question: Question;
  ground: SayGround;
  /** may turn rows into activities and concerns */
  decides: boolean;
  /** the programme's lists by kind of activity, for who decides */
  registers?: ReadonlyMap<string, readonly Register[]> | undefined;
  /** answer, question and row of a plan for which no list was chosen */
  wrongRow?: string | undefined;
}

/** Plans and concerns as they were answered, each with what became of it. */
export function RowsView({ results, question, ground, decides, registers, wrongRow }: RowsProps) {
  const { language, directory } = ground;
  const rows = results.answers.flatMap((answer) => rowsOf(answer.answers[question.id]).map((row) => ({ answer, row })));
  if (rows.length === 0) return null;
  return (
    <ul class="survey-words">
      {rows.map(({ answer, row }) => (
        <li key={`${answer.id} ${row.key}`}>
          {"activity" in row ? (
            <PlanLine row={row} answer={answer} planYear={results.survey.fiscalYear + 1} ground={ground} />
          ) : (
            <p class="survey-facts">
              <span class="kind-mark">{choiceMessage(language, "concern.theme", row.theme)}</span>
            </p>
          )}
          <WordsOf
            results={results}
            question={question}
            language={language}
            directory={directory}
            translates={decides}
            answer={answer}
            place={`${question.id}.${row.key}`}
            text={"activity" in row ? row.content : row.text}
          />
          {decides && (
            <OutcomeOf
              results={results}
              question={question}
              answer={answer}
              row={row}
              language={language}
              registers={"activity" in row ? (registers?.get(row.activity) ?? []) : []}
              isWrong={wrongRow === `${answer.id} ${question.id} ${row.key}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function PlanLine({
  row,
  answer,
  planYear,
  ground,
}: {
  row: PlanRow;
  answer: SurveyAnswer;
  planYear: number;
  ground: SayGround;
}) {
  const { language } = ground;
  const facts = [
    sayPartners(row, ground),
    sayPlanDate(row, { language: answer.language, planYear }, ground),
    sayTopics(row, ground),
    row.people === "" ? "" : `${message(language, "surveyForm.plan.people")} ${row.people}`,
    row.budget === "" ? "" : choiceMessage(language, "activity.funding", row.budget),
  ];
  return (
    <p class="survey-facts" data-answer={answer.id}>
      <span class="kind-mark">{choiceMessage(language, "activity.kind", row.activity)}</span>
      {facts
        .filter((fact) => fact !== "")
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
    </p>
  );
}

function OutcomeOf({
  results: { survey, outcomes },
  question,
  answer,
  row,
  language,
  registers,
  isWrong,
}: {
  results: SurveyResults;
  question: Question;
  answer: SurveyAnswer;
  row: PlanRow | ConcernRow;
  language: Language;
  registers: readonly Register[];
  isWrong: boolean;
}) {
  const outcome = outcomes.find(
    (each) => each.answer === answer.id && each.question === question.id && each.row === row.key,
  );
  if (outcome) return <OutcomeLine outcome={outcome} language={language} />;
  return (
    <form method="post" action={links.memberSurveyResults(language, survey.id)} class="survey-decide">
      <input type="hidden" name="answer" value={answer.id} />
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="row" value={row.key} />
      {"activity" in row && (
        <RegisterChoice
          registers={registers}
          id={`register-${answer.id}-${row.key}`}
          isWrong={isWrong}
          language={language}
        />
      )}
      <button type="submit" name="intent" value="confirm">
        {message(language, "activity" in row ? "surveyResults.toActivity" : "surveyResults.toConcern")}
      </button>
      <label>
        <span>{message(language, "surveyResults.why")}</span>
        <input type="text" name="note" autoComplete="off" maxLength={500} />
      </label>
      <button type="submit" name="intent" value="set-aside" class="button-quiet">
        {message(language, "surveyResults.setAside")}
      </button>
    </form>
  );
}

/** In which of the programme's lists the activity will stand; the only one that fits is chosen already. */
function RegisterChoice({
  registers,
  id,
  isWrong,
  language,
}: {
  registers: readonly Register[];
  id: string;
  isWrong: boolean;
  language: Language;
}) {
  return (
    <label for={id}>
      <span>{message(language, "surveyResults.register")}</span>
      {isWrong && (
        <span class="form-error" id={`${id}-error`}>
          {message(language, "surveyResults.registerMissing")}
        </span>
      )}
      <select id={id} name="register" aria-invalid={isWrong} aria-describedby={isWrong ? `${id}-error` : undefined}>
        {registers.length !== 1 && <option value="">{message(language, "surveyResults.registerChoose")}</option>}
        {registers.map((register) => (
          <option key={register.id} value={register.id}>
            {localize(register.title, language).text}
          </option>
        ))}
      </select>
    </label>
  );
}

function OutcomeLine({ outcome, language }: { outcome: Outcome; language: Language }) {
  const { kind, target, note } = outcome;
  if (kind === "set-aside")
    return (
      <p class="survey-outcome">
        {note
          ? message(language, "surveyResults.wasSetAside", { note })
          : message(language, "surveyResults.setAsideOnly")}
      </p>
    );
  const href = kind === "entry" ? links.entry(language, target ?? "") : links.memberConcern(language, target ?? "");
  return (
    <p class="survey-outcome">
      <a href={href}>
        {message(language, kind === "entry" ? "surveyResults.becameActivity" : "surveyResults.becameConcern")}
      </a>
    </p>
  );
}

/** Answers to a table, a row for each organisation and line. */
export function TableView({
  results,
  question,
  language,
  directory,
}: {
  results: SurveyResults;
  question: Question;
  language: Language;
  directory: OrganisationDirectory;
}) {
  const { rows = [], columns = [] } = question.options.table ?? {};
  const said = localize(question.text, language).language;
  const given = results.answers.filter(({ answers }) => answers[question.id] !== undefined);
  if (given.length === 0) return <p class="form-help">{message(language, "surveyResults.noWords")}</p>;
  const cell = (answer: SurveyAnswer, place: string) => {
    const value = answer.answers[question.id];
    return typeof value === "object" && !Array.isArray(value) && place in value
      ? String(Object.entries(value).find(([name]) => name === place)?.[1] ?? "")
      : "";
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard
    <section class="table-scroll" aria-labelledby={`result-${question.id}`} tabIndex={0}>
      <table class="data-table">
        <thead>
          <tr>
            {!results.survey.anonymous && <th scope="col">{message(language, "surveyResults.organisation")}</th>}
            <td />
            {columns.map(({ id, text, holds }) => (
              <th key={id} scope="col" class={holds === "number" ? "align-end" : undefined}>
                <MarkedWords text={text} language={language} said={said} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {given.flatMap((answer) => {
            const filled = rows.filter((row) =>
              columns.some((column) => cell(answer, `${row.id}.${column.id}`) !== ""),
            );
            return filled.map((row, index) => (
              <tr key={`${answer.id} ${row.id}`}>
                {!results.survey.anonymous && index === 0 && (
                  <th scope="rowgroup" rowSpan={filled.length}>
                    {answer.organisation === null ? "" : directory.name(answer.organisation, language)}
                  </th>
                )}
                <th scope="row">
                  <MarkedWords text={row.text} language={language} said={said} />
                </th>
                {columns.map((column) => (
                  <td key={column.id} class={column.holds === "number" ? "align-end" : undefined}>
                    {column.holds === "number" ? (
                      cell(answer, `${row.id}.${column.id}`).normalize("NFKC")
                    ) : (
                      <MarkedWords
                        text={{ [answer.language]: cell(answer, `${row.id}.${column.id}`) }}
                        language={language}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ));
          })}
        </tbody>
      </table>
    </section>
  );
}
