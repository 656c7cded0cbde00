import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { askAgain, moveQuestion, removeQuestion, saveQuestion } from "../change-question.ts";
import { findGaps, noOptions } from "../question.ts";
import { tellReworded } from "../send-mails.ts";
import { getManagedSurvey, type ManagedSurvey } from "../service.ts";
import { type Question, type QuestionKind, questionKinds } from "../survey.ts";
import { ConfirmRetiring } from "./confirm-retiring.tsx";
import { QuestionForm, type Rewording, type TypedQuestion, typeQuestion } from "./question-form.tsx";
import { readQuestion } from "./read-question.ts";
import { sayGap } from "./say-gap.ts";

/** The questions in their order, and one of them in the editor: `?question=` or `?add=` a kind. */
export const showQuestions: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, params, url } = request;
  const managed = await getManagedSurvey(context, actor, params.id ?? "");
  const chosen = managed.questions.find(({ id }) => id === readText(url, "question"));
  const kind = questionKinds.find((each) => each === readText(url, "add"));
  const typed = chosen ? typeQuestion(chosen) : kind ? typeQuestion(emptyQuestion(kind)) : null;
  return describe(request, managed, { typed, held: 0 });
};

export const submitQuestions: ActionHandler = async (request) => {
  const { context, actor, language, form, params } = request;
  const id = params.id ?? "";
  const question = String(form.get("question") ?? "").slice(0, 80);
  const back = (done: string): Outcome => ({ redirect: links.surveyQuestions(language, id, { done }) });
  switch (form.get("intent")) {
    case "save": {
      const { questions } = await getManagedSurvey(context, actor, id);
      const { typed, draft } = readQuestion(form, questions.find((each) => each.id === question) ?? null);
      const show = async (shown: Omit<Shown, "typed">, status: 200 | 409): Promise<Outcome> => ({
        page: await describe(request, await getManagedSurvey(context, actor, id), { typed, ...shown }),
        status,
      });
      try {
        const result = await saveQuestion(context, actor, id, draft, {
          questionsRevision: Number(form.get("questionsRevision")),
          confirmed: form.get("confirmed") === "yes",
        });
        if (result.state === "held") return show({ held: result.answers }, 409);
        if (result.state === "confirm") return show({ held: 0, rewording: result }, 200);
        if (result.reworded === 0) return back("saved");
        await tellReworded(context, actor, id);
        return back("reworded");
      } catch (error) {
        if (!(error instanceof AppError) || error.details.reason !== "stale") throw error;
        return show({ held: 0, isStale: true }, 409);
      }
    }
    case "remove": {
      const managed = await getManagedSurvey(context, actor, id);
      const answers = managed.answered.get(question) ?? 0;
      const asked = managed.questions.find((each) => each.id === question);
      if (asked && answers > 0 && form.get("confirmed") !== "yes")
        return {
          page: await describe(request, managed, { typed: null, held: 0, retiring: { question: asked, answers } }),
          status: 200,
        };
      return back(await removeQuestion(context, actor, id, question));
    }
    case "ask-again":
      await askAgain(context, actor, id, question);
      return back("asked-again");
    case "up":
    case "down":
      await moveQuestion(context, actor, id, { id: question, by: form.get("intent") === "up" ? -1 : 1 });
      return { redirect: links.surveyQuestions(language, id) };
    default:
      throw new AppError("invalid-input", { field: "intent" });
  }
};

function emptyQuestion(kind: QuestionKind): Question {
  return {
    id: "",
    position: 0,
    kind,
    text: {},
    help: {},
    required: false,
    options: { ...noOptions, scale: kind === "scale" ? { from: 1, to: 5, fromText: {}, toText: {} } : null },
    retired: false,
    earlier: [],
  };
}

interface Shown {
  typed: TypedQuestion | null;
  /** answers that keep the change from being made; 0: none */
  held: number;
  isStale?: boolean;
  /** other words for a question that was answered, until they are confirmed */
  rewording?: Rewording;
  /** an answered question that is to be asked no more, until that is confirmed */
  retiring?: { question: Question; answers: number };
}

const doneKinds = ["created", "copied", "saved", "reworded", "removed", "retired", "asked-again"] as const;

async function describe(request: MemberRequest, managed: ManagedSurvey, shown: Shown): Promise<PageContent> {
  const { language, url } = request;
  const { survey, questions, answered } = managed;
  if (survey.origin === "programme") throw new AppError("not-found", { kind: "survey", id: survey.id });
  const title = message(language, "surveyQuestions.title");
  const action = links.surveyQuestions(language, survey.id);
  const done = doneKinds.find((each) => each === readText(url, "done"));
  const asked = questions.filter(({ retired }) => !retired);
  const retired = questions.filter((question) => question.retired);
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "surveys.title"), href: links.surveys(language) },
      { text: localize(survey.title, language), href: links.survey(language, survey.id) },
    ],
    body: (
      <>
        <PageHeading
          title={title}
          kicker={localize(survey.title, language)}
          lead={message(language, "surveyQuestions.lead")}
          links={[
            { text: message(language, "surveyManage.preview"), href: links.surveyPreview(language, survey.id) },
            { text: message(language, "surveyQuestions.done.next"), href: links.survey(language, survey.id) },
          ]}
        />
        {done && (
          <Notice tone="success">
            <p>{message(language, `surveyQuestions.done.${done}`)}</p>
          </Notice>
        )}
        {shown.isStale && (
          <Notice tone="error">
            <p>{message(language, "surveyQuestions.stale")}</p>
          </Notice>
        )}
        {shown.retiring && <ConfirmRetiring {...shown.retiring} language={language} action={action} />}
        {shown.held > 0 && (
          <Notice tone="error" title={message(language, "surveyQuestions.heldTitle")}>
            <p>{message(language, "surveyQuestions.held", { count: shown.held })}</p>
          </Notice>
        )}
        {shown.typed && (
          <QuestionForm
            typed={shown.typed}
            answers={answered.get(shown.typed.id) ?? 0}
            rewording={shown.rewording}
            survey={survey}
            language={language}
            action={action}
          />
        )}
        {asked.length === 0 ? (
          <EmptyState title={message(language, "surveyQuestions.none")} />
        ) : (
          <ol class="survey-questions">
            {asked.map((question, index) => (
              <QuestionLine
                key={question.id}
                question={question}
                managed={managed}
                language={language}
                isFirst={index === 0}
                isLast={index === asked.length - 1}
              />
            ))}
          </ol>
        )}
        <Section id="add" title={message(language, "surveyQuestions.add")}>
          <ul class="survey-kinds">
            {questionKinds.map((kind) => (
              <li key={kind}>
                <a href={links.surveyQuestions(language, survey.id, { add: kind })}>
                  {message(language, `survey.kind.${kind}`)}
                </a>
                <span class="form-help">{message(language, `surveyQuestions.kindNote.${kind}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
        {retired.length > 0 && (
          <Section
            id="retired"
            title={message(language, "surveyQuestions.retired")}
            lead={message(language, "surveyQuestions.retiredLead")}
          >
            <ol class="survey-questions">
              {retired.map((question) => (
                <QuestionLine
                  key={question.id}
                  question={question}
                  managed={managed}
                  language={language}
                  isFirst
                  isLast
                />
              ))}
            </ol>
          </Section>
        )}
      </>
    ),
  };
}

function QuestionLine({
  question,
  managed: { survey, answered },
  language,
  isFirst,
  isLast,
}: {
  question: Question;
  managed: ManagedSurvey;
  language: Language;
  isFirst: boolean;
  isLast: boolean;
}) {
  const answers = answered.get(question.id) ?? 0;
  const text = localize(question.text, language);
  const button = (intent: string, words: string) => (
    <button type="submit" name="intent" value={intent} class="button-quiet">
      {words}
      <span class="visually-hidden"> {text.text}</span>
    </button>
  );
  return (
    <li>
      <p class="survey-line">
        <a href={links.surveyQuestions(language, survey.id, { question: question.id })}>
          {text.text === "" ? message(language, "surveyQuestions.noText") : <Words value={text} />}
        </a>
        <OnlyLanguage text={question.text} language={language} />
      </p>
      <p class="survey-facts">
        <span>{message(language, `survey.kind.${question.kind}`)}</span>
        {question.required && <span>{message(language, "entryForm.required")}</span>}
        {answers > 0 && <span>{message(language, "surveyQuestions.answers", { count: answers })}</span>}
        {findGaps(question, survey).map((gap) => {
          const said = sayGap(gap, language);
          return (
            <span key={said} class="tag work-missing">
              {said}
            </span>
          );
        })}
      </p>
      <form method="post" action={links.surveyQuestions(language, survey.id)} class="survey-line-actions">
        <input type="hidden" name="question" value={question.id} />
        {!isFirst && button("up", message(language, "surveyQuestions.up"))}
        {!isLast && button("down", message(language, "surveyQuestions.down"))}
        {question.retired
          ? button("ask-again", message(language, "surveyQuestions.askAgain"))
          : button("remove", message(language, answers > 0 ? "surveyQuestions.retire" : "surveyQuestions.remove"))}
      </form>
    </li>
  );
}
