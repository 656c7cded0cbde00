import { writeEdtf } from "../../../core/edtf-format.ts";
import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { type AnswerResult, judgeTime, saveAnswer } from "../answer-survey.ts";
import { type AnswerProblem, isEmpty } from "../check-answers.ts";
import { findGround } from "../find-ground.ts";
import { readProxyOrigins } from "../proxy-origin.ts";
import { readAnswers, typedOf } from "../read-answers.ts";
import { getSurveyToAnswer, type WholeSurvey } from "../service.ts";
import { findAnswer } from "../store.ts";
import type { Answers, Invitation, SurveyAnswer } from "../survey.ts";
import { Difference } from "./answer-difference.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { ProxyNotice } from "./proxy-notice.tsx";
import { takeFiles } from "./take-files.ts";

/** An organisation's answer: a draft until it is submitted. */
export const showAnswerSurvey: PageHandler<MemberRequest> = async (request) => {
  const whole = await getSurveyToAnswer(request.context, request.actor, request.params.id ?? "");
  const invitation = chooseInvitation(whole, readText(request.url, "organisation"));
  const present = await readPresent(request, invitation);
  return describe(request, { whole, invitation, present, answers: present?.answers ?? {}, problems: [] });
};

export const submitAnswerSurvey: ActionHandler = async (request) => {
  const { context, actor, language, form, params } = request;
  const whole = await getSurveyToAnswer(context, actor, params.id ?? "");
  const invitation = chooseInvitation(whole, String(form.get("organisation") ?? ""));
  const present = await readPresent(request, invitation);
  const directory = await getDirectory(context);
  const typed = readAnswers(whole.questions, typedOf(form), present?.answers ?? {}, directory);
  const { answers, files, problems: fileProblems } = await takeFiles(context, form, whole.questions, typed, language);
  const intent = String(form.get("intent") ?? "save");
  const shown = { whole, invitation, present, answers };
  const added = /^add:(.{1,80})$/.exec(intent)?.[1];
  const answerLanguage = String(form.get("answerLanguage") ?? "");
  // An empty reply may be meant, or a slip: required questions speak for themselves, else whoever sends it says so.
  const isBlank =
    intent === "submit" &&
    form.get("blank") !== "yes" &&
    Object.values(answers).every(isEmpty) &&
    !whole.questions.some(({ required, retired }) => required && !retired);
  const result = await saveAnswer(
    context,
    actor,
    {
      survey: whole.survey.id,
      organisation: invitation.organisation,
      language: isLanguage(answerLanguage) ? answerLanguage : language,
      answers,
      revision: Number(form.get("revision") ?? 0),
      submit: intent === "submit" && fileProblems.length === 0 && !isBlank,
      files,
    },
    await findGround(context, whole.survey, language),
  );
  const state = result.state;
  if (state === "conflict")
    return { page: await describe(request, { ...shown, problems: [], conflict: result.present }), status: 409 };
  // What was submitted stands until a correction is taken: one that comes too late is shown again, since nothing keeps it.
  const stands = present !== null && present.state !== "draft";
  if (stands && (state === "after-deadline" || state === "closed"))
    return { page: await describe(request, { ...shown, problems: [], notTaken: state }), status: 409 };
  if (state === "answered") return { redirect: links.answerSurvey(language, whole.survey.id, { done: "answered" }) };
  const kept = { ...shown, present: await readPresent(request, invitation) };
  if (added !== undefined)
    return { page: await describe(request, { ...kept, problems: [], blankRows: new Map([[added, 1]]) }), status: 200 };
  const problems = [...fileProblems, ...(state === "problems" ? result.problems : [])];
  if (problems.length > 0) return { page: await describe(request, { ...kept, problems }), status: 422 };
  if (isBlank) return { page: await describe(request, { ...kept, problems, isBlank }), status: 422 };
  return {
    redirect: links.answerSurvey(language, whole.survey.id, { organisation: invitation.organisation, done: state }),
  };
};

interface Shown {
  whole: WholeSurvey;
  invitation: Invitation;
  present: SurveyAnswer | null;
  answers: Answers;
  problems: readonly AnswerProblem[];
  /** what somebody else saved in between */
  conflict?: SurveyAnswer;
  /** a correction that came too late */
  notTaken?: "after-deadline" | "closed";
  blankRows?: ReadonlyMap<string, number>;
  /** it was sent with nothing in it: whether that is meant is asked */
  isBlank?: boolean;
}

async function describe(request: MemberRequest, shown: Shown): Promise<PageContent> {
  const { context, language, url } = request;
  const { whole, invitation, present, conflict } = shown;
  const { survey, questions, invitations } = whole;
  const directory = await getDirectory(context);
  const { topics } = await getBooks(context);
  const title = localize(survey.title, language);
  const isDone = survey.anonymous && invitation.answeredAt !== null;
  const time = judgeTime(survey, context.clock.today());
  const isSubmitted = present !== null && present.state !== "draft";
  const takes = time === "submitted" || time === "late";
  const origin = present?.byProxy
    ? (await read(context.database, (transaction) => readProxyOrigins(transaction, survey.id))).get(
        invitation.organisation,
      )
    : undefined;
  return {
    title: title.text,
    description: message(language, "surveyForm.description"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "surveys.title"), href: links.surveys(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          kicker={message(language, "surveyForm.for", {
            organisation: directory.name(invitation.organisation, language),
          })}
          meta={[
            {
              term: message(language, "surveys.deadline"),
              value: survey.deadline === null ? "—" : writeEdtf(survey.deadline, language),
            },
            { term: message(language, "surveyForm.state"), value: message(language, stateKey(present, invitation)) },
          ]}
        />
        <OnlyLanguage text={survey.title} language={language} />
        {invitations.length > 1 && (
          <LinkTabs
            label={message(language, "surveyForm.organisations")}
            tabs={invitations.map(({ organisation }) => ({
              text: directory.shortName(organisation, language),
              href: links.answerSurvey(language, survey.id, { organisation }),
              current: organisation === invitation.organisation,
            }))}
          />
        )}
        <Done done={readText(url, "done")} language={language} />
        {shown.notTaken && (
          <Notice tone="error">
            <p>{message(language, `surveyForm.notTaken.${shown.notTaken}`)}</p>
          </Notice>
        )}
        {origin && (
          <ProxyNotice
            origin={origin}
            survey={survey.id}
            language={language}
            directory={directory}
            advice={takes ? (isSubmitted ? "check" : "checkDraft") : "tell"}
          />
        )}
        {time === "after-deadline" && !isDone && !isSubmitted && (
          <Notice tone="warning" title={message(language, "surveyForm.overTitle")}>
            <p>{message(language, "surveyForm.over")}</p>
          </Notice>
        )}
        {time === "after-deadline" && isSubmitted && (
          <Notice tone="information">
            <p>{message(language, "surveyForm.overSubmitted")}</p>
          </Notice>
        )}
        {time === "late" && !isSubmitted && (
          <Notice tone="warning">
            <p>{message(language, "surveyForm.lateAllowed")}</p>
          </Notice>
        )}
        {time === "closed" && !isDone && (
          <Notice tone="information">
            <p>{message(language, "surveyForm.closed")}</p>
          </Notice>
        )}
        {survey.anonymous && (
          <Notice tone="information" title={message(language, "surveyForm.anonymousTitle")}>
            <p>{message(language, "surveyForm.anonymous")}</p>
          </Notice>
        )}
        {shown.isBlank && (
          <Notice tone="error" title={message(language, "surveyForm.blankTitle")}>
            <p>{message(language, "surveyForm.blank")}</p>
          </Notice>
        )}
        {conflict && (
          <Difference
            questions={questions}
            mine={shown.answers}
            theirs={conflict.answers}
            language={language}
            directory={directory}
            topics={topics}
          />
        )}
        {isDone ? (
          <p>{message(language, "surveyForm.anonymousDone")}</p>
        ) : (
          <AnswerForm
            survey={survey}
            questions={questions}
            answers={shown.answers}
            problems={shown.problems}
            isKept={present?.state === "draft"}
            language={language}
            directory={directory}
            topics={topics}
            action={links.answerSurvey(language, survey.id)}
            hidden={{
              organisation: invitation.organisation,
              revision: String((conflict ?? present)?.revision ?? 0),
              answerLanguage: language,
            }}
            blankRows={shown.blankRows}
            fileHref={(question) =>
              present?.answers[question] === undefined
                ? null
                : links.surveyFile(language, survey.id, present.id, question)
            }
          >
            {shown.isBlank && (
              <p class="survey-tick">
                <label>
                  <input type="checkbox" name="blank" value="yes" />
                  <span>{message(language, "surveyForm.blankTick")}</span>
                </label>
              </p>
            )}
            <div class="survey-actions">
              {takes && (
                <button type="submit" name="intent" value="submit">
                  {message(language, isSubmitted ? "surveyForm.submitAgain" : "surveyForm.submit")}
                </button>
              )}
              {!isSubmitted && (
                <button type="submit" name="intent" value="save" class="button-quiet">
                  {message(language, "surveyForm.save")}
                </button>
              )}
              <p class="form-help">
                {message(language, isSubmitted ? "surveyForm.submittedNote" : "surveyForm.saveNote")}
              </p>
            </div>
          </AnswerForm>
        )}
      </>
    ),
  };
}

function Done({ done, language }: { done: string | undefined; language: Language }) {
  const known: readonly AnswerResult["state"][] = [
    "saved",
    "submitted",
    "late",
    "after-deadline",
    "closed",
    "answered",
  ];
  const state = known.find((each) => each === done);
  if (state === undefined || state === "conflict" || state === "problems") return null;
  return (
    <Notice tone={state === "after-deadline" || state === "closed" ? "warning" : "success"}>
      <p>{message(language, `surveyForm.done.${state}`)}</p>
    </Notice>
  );
}

function stateKey(present: SurveyAnswer | null, { answeredAt }: Invitation) {
  if (present) return `survey.answer.${present.state}` as const;
  return answeredAt === null ? "survey.answer.none" : "survey.answer.submitted";
}

/** Who answers for several organisations says for which; the first one else. */
function chooseInvitation({ invitations, survey }: WholeSurvey, wanted: string | undefined): Invitation {
  const chosen = invitations.find(({ organisation }) => organisation === wanted) ?? invitations[0];
  if (!chosen || survey.state === "draft") throw new AppError("not-found", { kind: "survey", id: survey.id });
  return chosen;
}

function readPresent({ context }: MemberRequest, { survey, organisation }: Invitation): Promise<SurveyAnswer | null> {
  return read(context.database, (transaction) => findAnswer(transaction, survey, organisation));
}
