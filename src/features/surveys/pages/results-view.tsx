import type { ComponentChildren } from "preact";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { type LocalizedText, localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { Books } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import type { Programme } from "../../programme/programme.ts";
import type { SurveyResults } from "../results.ts";
import type { SayGround } from "../say-answer.ts";
import { fewestAnonymousAnswers, type Question } from "../survey.ts";
import { isCounted } from "../tally.ts";
import { EarlierWordings } from "./earlier-words.tsx";
import { MarkedWords } from "./marked-words.tsx";
import { OwnWords } from "./own-words.tsx";
import { type RowsProps, RowsView, TableView } from "./rows-view.tsx";
import { TallyView } from "./tally-view.tsx";
import { WordsView } from "./words-view.tsx";

export interface ResultsViewProps {
  results: SurveyResults;
  ground: SayGround;
  programme: Programme;
  /** what names the documents behind plans and concerns */
  books: Books;
  /** the platform's view: translations, what becomes of rows */
  manages: boolean;
  /** words and rows are shown, not only numbers */
  words: boolean;
  /** the programme's lists by kind of activity, for who turns plans into activities */
  registers?: RowsProps["registers"];
  /** plan for which no list was chosen */
  wrongRow?: string | undefined;
}

/** What was answered, question after question. */
export function ResultsView(props: ResultsViewProps) {
  const { results, ground } = props;
  const { language } = ground;
  if (results.tooFew)
    return (
      <Notice tone="information">
        <p>{message(language, "surveyResults.tooFew", { count: fewestAnonymousAnswers })}</p>
      </Notice>
    );
  const shown = results.questions.filter(
    ({ id, retired }) =>
      !retired || results.tallies.some(({ question, answered }) => question.id === id && answered > 0),
  );
  return (
    <>
      {shown.map((question, index) => (
        <Section key={question.id} id={`result-${question.id}`} title={nameQuestion(question, index + 1, language)}>
          <OnlyLanguage text={question.text} language={language} />
          {localize(question.help, language).text !== "" && (
            <p class="section-lead">
              <MarkedWords text={question.help} language={language} said={localize(question.text, language).language} />
            </p>
          )}
          {question.retired && <p class="form-help">{message(language, "surveyQuestions.retired")}</p>}
          <EarlierWordings question={question} language={language} />
          <Answered {...props} question={question} />
        </Section>
      ))}
    </>
  );
}

/** 「問1　…」, number and words in one language. */
function nameQuestion({ text }: Question, number: number, language: Language): LocalizedText {
  const shown = localize(text, language);
  return { ...shown, text: message(shown.language, "surveyResults.question", { number, text: shown.text }) };
}

function Answered({ question, ...props }: ResultsViewProps & { question: Question }): ComponentChildren {
  const { results, ground, manages, words } = props;
  const { language, directory } = ground;
  const tally = results.tallies.find((each) => each.question.id === question.id);
  const isOfDocuments = results.survey.origin === "programme";
  if (isCounted(question) && tally)
    return (
      <TallyView
        tally={tally}
        before={results.before.get(question.id)}
        beforeHref={(id) => (words ? links.memberSurveyResults(language, id) : links.surveyResults(language, id))}
        language={language}
      />
    );
  if (question.kind === "plan")
    return (
      <>
        {!isOfDocuments && <AnsweredLine count={tally?.answered ?? 0} language={language} />}
        {results.plans.length > 0 && <PlanTable {...props} />}
        {words && (
          <RowsView
            results={results}
            question={question}
            ground={ground}
            decides={manages}
            registers={props.registers}
            wrongRow={props.wrongRow}
          />
        )}
      </>
    );
  if (question.kind === "concerns")
    return (
      <>
        {!isOfDocuments && <AnsweredLine count={tally?.answered ?? 0} language={language} />}
        {results.concerns.length > 0 && <ConcernList {...props} />}
        {words && <RowsView results={results} question={question} ground={ground} decides={manages} />}
      </>
    );
  if (isOfDocuments) return <p class="form-help">{message(language, "surveyResults.notInDocuments")}</p>;
  if (!words || question.kind === "file")
    return (
      <AnsweredLine
        count={tally?.answered ?? 0}
        language={language}
        files={question.kind === "file" && words ? { results, question, opens: manages } : undefined}
        directory={directory}
      />
    );
  return question.kind === "table" ? (
    <TableView results={results} question={question} language={language} directory={directory} />
  ) : (
    <WordsView results={results} question={question} language={language} directory={directory} translates={manages} />
  );
}

function AnsweredLine({
  count,
  language,
  files,
  directory,
}: {
  count: number;
  language: SayGround["language"];
  /** `opens`: the reader may have the files, not only know of them */
  files?: { results: SurveyResults; question: Question; opens: boolean } | undefined;
  directory?: SayGround["directory"];
}) {
  const given = files?.results.answers.filter(({ answers }) => answers[files.question.id] !== undefined) ?? [];
  return (
    <>
      <p class="form-help">{message(language, "surveyResults.answered", { count })}</p>
      {given.length > 0 && files && (
        <ul class="link-list">
          {given.map((answer) => {
            const file = answer.answers[files.question.id];
            const name = typeof file === "object" && !Array.isArray(file) ? String(file.name) : "";
            return (
              <li key={answer.id}>
                {files.opens ? (
                  <a href={links.surveyFile(language, files.results.survey.id, answer.id, files.question.id)}>{name}</a>
                ) : (
                  name
                )}
                {answer.organisation !== null && directory && (
                  <span class="link-list-note">{directory.name(answer.organisation, language)}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** The documents' own table of what was planned, with the page that publishes it. */
function PlanTable({ results, ground, programme, books }: ResultsViewProps) {
  const { language, directory } = ground;
  const [first] = results.plans;
  const year = first?.fiscalYear ?? results.survey.fiscalYear + 1;
  const sources = results.plans.map(({ source }) => source);
  return (
    <>
      <OwnWords documents={citeSources(sources, books, language)} language={language} />
      <DataTable
        id="plans"
        caption={message(language, "surveyResults.plans", {
          year: fiscalYearLabel(programme.calendar, year, language),
        })}
        columns={[
          { key: "organisation", label: message(language, "table.column.organisation"), rowHeader: true },
          { key: "partners", label: message(language, "table.column.partners"), width: "medium" },
          { key: "content", label: message(language, "table.column.plan"), width: "wide" },
        ]}
        rows={results.plans.map((plan) => ({
          key: plan.id,
          cells: {
            organisation: (
              <a href={links.organisation(language, plan.organisation)}>
                {directory.name(plan.organisation, language)}
              </a>
            ),
            partners: plan.partners.map((id) => directory.name(id, language)).join(message(language, "list.separator")),
            content: <MarkedWords text={plan.content} language={language} />,
          },
        }))}
        scrollHint={message(language, "tables.scrollHint")}
        emptyText=""
      />
      <p>
        <a href={links.table(language, "next-year-plan", { fiscalYear: year })}>
          {message(language, "surveyResults.toTable")}
        </a>
      </p>
    </>
  );
}

function ConcernList({ results, ground, books }: ResultsViewProps) {
  const { language } = ground;
  const sources = results.concerns.flatMap(({ source }) => source ?? []);
  return (
    <>
      <OwnWords documents={citeSources(sources, books, language)} language={language} />
      <ol class="survey-concerns">
        {results.concerns.map((concern) => (
          <li key={concern.id}>
            <MarkedWords text={concern.text} language={language} />
            <span class="survey-facts">
              <span class="kind-mark">{choiceMessage(language, "concern.theme", concern.theme)}</span>
              {concern.continues !== null && <span class="tag">{message(language, "surveyResults.again")}</span>}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href={links.concerns(language)}>{message(language, "surveyResults.toConcerns")}</a>
      </p>
    </>
  );
}
