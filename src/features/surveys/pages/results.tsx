import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler, RawHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { getProgramme } from "../../programme/service.ts";
import { confirmRow, rowsOf, setRowAside } from "../decide-row.ts";
import { writeResults } from "../export-results.ts";
import { findRegisters } from "../find-registers.ts";
import { getResults, type SurveyResults } from "../results.ts";
import { translateAnswer } from "../translate-answer.ts";
import { CrossSection, findCrossTable } from "./cross-section.tsx";
import { SurveyMark } from "./marked-words.tsx";
import { ResultsView } from "./results-view.tsx";

export const showResults: PageHandler<MemberRequest> = (request) => describe(request, null);

export const submitResults: ActionHandler = async (request) => {
  const { context, actor, language, form, params } = request;
  const survey = params.id ?? "";
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim().slice(0, 4_001) : "";
  };
  const answer = text("answer");
  if (!/^[0-9a-f-]{36}$/.test(answer)) throw new AppError("not-found", { kind: "survey", id: survey });
  const back = (done: string, question: string) => ({
    redirect: `${links.memberSurveyResults(language, survey, { done })}#result-${question}`,
  });
  const place = { survey, answer, question: text("question"), row: text("row") };
  switch (text("intent")) {
    case "translate":
      for (const each of languages) {
        const words = form.get(`text.${each}`);
        if (typeof words === "string")
          await translateAnswer(context, actor, survey, {
            answer,
            place: text("place"),
            language: each,
            text: text(`text.${each}`),
          });
      }
      return back("translated", text("place").split(".")[0] ?? "");
    case "confirm":
    case "set-aside":
      try {
        if (text("intent") === "confirm")
          await confirmRow(context, actor, place, { register: text("register") || null });
        else await setRowAside(context, actor, place, text("note"));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.details.field === "register")
          return {
            page: await describe(request, { row: `${place.answer} ${place.question} ${place.row}` }),
            status: 422,
          };
        if (error.details.reason !== "decided") throw error;
        return { page: await describe(request, "decided"), status: 409 };
      }
      return back(text("intent") === "confirm" ? "confirmed" : "set-aside", place.question);
    default:
      throw new AppError("invalid-input", { field: "intent" });
  }
};

export const sendResults: RawHandler<MemberRequest> = async ({ context, actor, language, params }) => {
  const results = await getResults(context, actor, params.id ?? "", { mostAnswers: 100_000 });
  if (lacksFile(results) !== null) throw new AppError("not-found", { kind: "file" });
  const { topics } = await getBooks(context);
  const { calendar } = await getProgramme(context);
  const ground = { language, directory: await getDirectory(context), topics, calendar };
  return {
    content: await writeResults(results, ground, context.clock.today()),
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fileName: `${localize(results.survey.title, language).text}.xlsx`,
  };
};

/** Why a workbook of these results would say nothing; null where it says something. */
function lacksFile({ tooFew, answered }: SurveyResults): "tooFew" | "none" | null {
  if (tooFew && answered > 0) return "tooFew";
  return answered === 0 ? "none" : null;
}

const doneKinds = ["translated", "confirmed", "set-aside"] as const;

/** `row`: the plan for which no list was chosen. */
type Problem = "decided" | { row: string } | null;

async function describe(request: MemberRequest, problem: Problem): Promise<PageContent> {
  const { context, actor, language, url, params } = request;
  const results = await getResults(context, actor, params.id ?? "");
  const { survey, invited, answered } = results;
  const directory = await getDirectory(context);
  const programme = await getProgramme(context);
  const books = await getBooks(context);
  const title = localize(survey.title, language);
  const manages = hasPermission(actor, "surveys.manage");
  const done = doneKinds.find((each) => each === readText(url, "done"));
  const isOwn = survey.origin === "member";
  const noFile = lacksFile(results);
  const table = await findCrossTable(request, results);
  return {
    title: title.text,
    description: message(language, "surveyResults.description"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "surveys.title"), href: links.surveys(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          kicker={message(language, "surveys.results")}
          lead={localize(survey.introduction, language)}
          links={[
            ...(manages && isOwn
              ? [{ text: message(language, "surveys.manage"), href: links.survey(language, survey.id) }]
              : []),
            ...(isOwn && noFile === null
              ? [{ text: message(language, "surveyResults.xlsx"), href: links.surveyResultsFile(language, survey.id) }]
              : []),
            ...(survey.results === "public" && survey.state === "closed"
              ? [{ text: message(language, "surveyResults.public"), href: links.surveyResults(language, survey.id) }]
              : []),
          ]}
        />
        <SurveyMark survey={survey} language={language} />
        {done && (
          <Notice tone="success">
            <p>{message(language, `surveyResults.done.${done}`)}</p>
          </Notice>
        )}
        {problem && (
          <Notice tone="error">
            <p>
              {message(language, problem === "decided" ? "surveyResults.decided" : "surveyResults.registerMissing")}
            </p>
          </Notice>
        )}
        {isOwn && (
          <KeyFigures
            figures={[
              {
                label: message(language, "surveyResults.replies"),
                value: String(answered),
                unit: message(language, "surveyResults.of", { count: invited }),
              },
            ]}
          />
        )}
        {isOwn && noFile !== null && <p class="form-help">{message(language, `surveyResults.noFile.${noFile}`)}</p>}
        {results.answers.length > 0 && results.answers.length < answered && (
          <Notice tone="information">
            <p>{message(language, "surveyResults.cut", { count: results.answers.length })}</p>
          </Notice>
        )}
        <ResultsView
          results={results}
          ground={{ language, directory, topics: books.topics, calendar: programme.calendar }}
          programme={programme}
          books={books}
          manages={manages && isOwn}
          words
          registers={manages && isOwn ? await findRegisters(context, listPlannedKinds(results)) : undefined}
          wrongRow={problem !== null && problem !== "decided" ? problem.row : undefined}
        />
        {!results.tooFew && <CrossSection request={request} results={results} table={table} />}
      </>
    ),
  };
}

function listPlannedKinds({ questions, answers }: SurveyResults): string[] {
  return questions.flatMap(({ id }) =>
    answers.flatMap((answer) => rowsOf(answer.answers[id]).flatMap((row) => ("activity" in row ? [row.activity] : []))),
  );
}
