import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { openFileStore } from "../../../platform/files/file-store.ts";
import { readNamedFile } from "../../../platform/files/name-file.ts";
import { SpreadsheetRefusal } from "../../../spreadsheets/refusal.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { saveAnswer } from "../answer-survey.ts";
import { type AnswerProblem, checkAnswers } from "../check-answers.ts";
import { findGround } from "../find-ground.ts";
import { readAnswers, typedOf } from "../read-answers.ts";
import { readQuestionnaire } from "../read-questionnaire.ts";
import { getManagedSurvey, type ManagedSurvey } from "../service.ts";
import { findAnswer } from "../store.ts";
import type { Answers, Invitation, SurveyAnswer } from "../survey.ts";
import { AnswerForm } from "./answer-form.tsx";
import { ProxyNotice } from "./proxy-notice.tsx";
import { takeFiles } from "./take-files.ts";

/** An answer that came by mail, read from its sheet, checked by eye, and submitted for the organisation. */
export const showProxy: PageHandler<MemberRequest> = async (request) => {
  const ground = await findProxy(request);
  const { present } = ground;
  // A correction keeps the sheet and the note unless others take their place.
  const kept = present?.byProxy ? { file: present.file ?? "", note: present.proxyNote ?? "" } : { file: "", note: "" };
  return describe(request, ground, { answers: null, problems: [], ...kept });
};

export const submitProxy: ActionHandler = async (request) => {
  const proxy = await findProxy(request);
  return request.form.get("intent") === "read" ? readSheet(request, proxy) : submitRead(request, proxy);
};

interface Proxy {
  managed: ManagedSurvey;
  invitation: Invitation;
  present: SurveyAnswer | null;
}

async function findProxy({ context, actor, params }: MemberRequest): Promise<Proxy> {
  const managed = await getManagedSurvey(context, actor, params.id ?? "");
  const { survey, invitations } = managed;
  const invitation = invitations.find(({ organisation }) => organisation === params.organisation);
  if (!invitation || survey.anonymous || survey.state === "draft")
    throw new AppError("not-found", { kind: "survey", id: survey.id });
  const present = await read(context.database, (transaction) =>
    findAnswer(transaction, survey.id, invitation.organisation),
  );
  return { managed, invitation, present };
}

async function readSheet(request: Parameters<ActionHandler>[0], proxy: Proxy): Promise<Outcome> {
  const { context, language, form } = request;
  const { survey, questions } = proxy.managed;
  const upload = form.get("sheet");
  const refuse = async (refusal: string): Promise<Outcome> => ({
    page: await describe(request, proxy, { answers: null, problems: [], file: "", note: "", refusal }),
    status: 422,
  });
  if (!(upload instanceof File) || upload.size === 0) return refuse(message(language, "surveyProxy.noFile"));
  const content = new Uint8Array(await upload.arrayBuffer());
  const { topics } = await getBooks(context);
  try {
    const sheet = await readQuestionnaire({ name: upload.name, content }, survey, questions, topics);
    if (sheet.isForeign) return refuse(message(language, "surveyProxy.foreign"));
    const answers = readAnswers(questions, sheet.typed, {}, await getDirectory(context));
    const said = sheet.language ?? languageOf(proxy);
    const ground = await findGround(context, survey, said);
    const { sha256 } = await openFileStore(context.config).put(content);
    return {
      page: await describe(request, proxy, {
        answers,
        problems: checkAnswers(questions, answers, ground),
        places: sheet.places,
        file: sha256,
        note: upload.name.slice(0, 200),
        isOld: sheet.isOld,
        said,
      }),
      status: 200,
    };
  } catch (error) {
    if (!(error instanceof SpreadsheetRefusal)) throw error;
    const key = findMessageKey(`spreadsheet.refused.${error.reason}`);
    return refuse(
      key === null
        ? message(language, "surveyProxy.unreadable")
        : message(language, key, { limit: error.limit ?? 0, place: error.place ?? "" }),
    );
  }
}

async function submitRead(request: Parameters<ActionHandler>[0], proxy: Proxy): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const { managed, invitation, present } = proxy;
  const { survey, questions } = managed;
  const directory = await getDirectory(context);
  const typed = readAnswers(questions, typedOf(form), givenBy(present), directory);
  const taken = await takeFiles(context, form, questions, typed, language);
  const chosen = String(form.get("answerLanguage") ?? "");
  const said = isLanguage(chosen) ? chosen : languageOf(proxy);
  const file = String(form.get("sheetFile") ?? "");
  const note = String(form.get("note") ?? "")
    .trim()
    .slice(0, 500);
  const sheet = /^[0-9a-f]{64}$/.test(file) ? await readNamedFile(context.config, file) : null;
  const sheets = sheet
    ? [{ sha256: file, size: sheet.length, mediaType: "application/octet-stream", content: sheet }]
    : [];
  const intent = String(form.get("intent") ?? "");
  const added = /^add:(.{1,80})$/.exec(intent)?.[1];
  const result = await saveAnswer(
    context,
    actor,
    {
      survey: survey.id,
      organisation: invitation.organisation,
      language: said,
      answers: taken.answers,
      revision: Number(form.get("revision") ?? 0),
      submit: intent === "submit" && taken.problems.length === 0,
      files: [...taken.files, ...sheets],
      proxy: { file: sheet ? file : null, note },
    },
    await findGround(context, survey, said),
  );
  const state = result.state;
  if (state === "submitted" || state === "late")
    return {
      redirect: links.survey(language, survey.id, {
        done: state === "late" ? "proxyLate" : "proxySubmitted",
        organisation: invitation.organisation,
      }),
    };
  const again = await findProxy(request);
  const problems = [...taken.problems, ...(state === "problems" ? result.problems : [])];
  const stands = again.present !== null && again.present.state !== "draft";
  const refusal =
    state === "conflict"
      ? message(language, "surveyProxy.conflict")
      : state === "after-deadline" || state === "closed"
        ? message(language, `surveyForm.${stands ? "notTaken" : "done"}.${state}`)
        : undefined;
  const isKept = again.present?.state === "draft";
  const isSaved = intent === "save" && state === "saved";
  const shown = { answers: taken.answers, problems, file, note, said, refusal, isKept, isSaved };
  const blankRows = added === undefined ? undefined : new Map([[added, 1]]);
  return {
    page: await describe(request, again, { ...shown, blankRows }),
    status: state === "conflict" ? 409 : problems.length > 0 ? 422 : 200,
  };
}

interface Shown {
  /** null before a sheet is read: what the organisation has given or begun stands in the form */
  answers: Answers | null;
  problems: readonly AnswerProblem[];
  places?: ReadonlyMap<string, string>;
  /** hash of the sheet */
  file: string;
  note: string;
  /** language of the answer, as its sheet or whoever enters it says */
  said?: Language;
  isOld?: boolean;
  isKept?: boolean;
  isSaved?: boolean;
  refusal?: string | undefined;
  blankRows?: ReadonlyMap<string, number> | undefined;
}

/** In which the organisation's words stand, until a sheet or whoever enters them says otherwise. */
function languageOf({ invitation, present }: Proxy): Language {
  return present?.byProxy ? present.language : invitation.language;
}

/** What was submitted, or begun here; another draft is its organisation's own. */
function givenBy(present: SurveyAnswer | null): Answers {
  return present !== null && (present.state !== "draft" || present.byProxy) ? present.answers : {};
}

function standingOf({ state, byProxy }: SurveyAnswer): "draft" | "proxyDraft" | "submitted" {
  if (state !== "draft") return "submitted";
  return byProxy ? "proxyDraft" : "draft";
}

async function describe(request: MemberRequest, proxy: Proxy, shown: Shown): Promise<PageContent> {
  const { context, language } = request;
  const { managed, invitation, present } = proxy;
  const { survey, questions, proxies } = managed;
  const origin = proxies.get(invitation.organisation);
  const directory = await getDirectory(context);
  const { topics } = await getBooks(context);
  const action = links.surveyProxy(language, survey.id, invitation.organisation);
  const title = message(language, "surveyProxy.title", {
    organisation: directory.name(invitation.organisation, language),
  });
  return {
    title,
    description: message(language, "surveyProxy.lead"),
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
          lead={message(language, "surveyProxy.lead")}
        />
        {shown.refusal !== undefined && (
          <Notice tone="error">
            <p>{shown.refusal}</p>
          </Notice>
        )}
        {shown.isOld && (
          <Notice tone="warning">
            <p>{message(language, "surveyProxy.old")}</p>
          </Notice>
        )}
        {shown.isSaved && (
          <Notice tone="success">
            <p>{message(language, "surveyProxy.saved")}</p>
          </Notice>
        )}
        {present !== null && !shown.isSaved && (
          <Notice tone="warning">
            <p>{message(language, `surveyProxy.present.${standingOf(present)}`)}</p>
          </Notice>
        )}
        {origin && <ProxyNotice origin={origin} survey={survey.id} language={language} directory={directory} />}
        <Section id="sheet" title={message(language, "surveyProxy.sheet")}>
          <ul class="page-links">
            {languages
              .filter((each) => survey.languages.includes(each))
              .map((each) => (
                <li key={each}>
                  <a href={`${links.surveySheet(language, survey.id)}?in=${each}`}>
                    {message(language, "surveyPreview.sheet", {
                      language: message(language, `documents.languageName.${each}`),
                    })}
                  </a>
                </li>
              ))}
          </ul>
          <form method="post" action={action} encType="multipart/form-data" class="entry-form">
            <LabelledField
              id="proxy-sheet"
              name="sheet"
              label={message(language, "surveyProxy.file")}
              hint={message(language, "surveyProxy.fileHint")}
              control={{ kind: "file", accept: ".xlsx" }}
            />
            <p>
              <button type="submit" name="intent" value="read">
                {message(language, "surveyProxy.read")}
              </button>
            </p>
          </form>
        </Section>
        <Section
          id="check"
          title={message(language, "surveyProxy.check")}
          lead={message(language, "surveyProxy.checkLead")}
        >
          <AnswerForm
            survey={survey}
            questions={questions}
            answers={shown.answers ?? givenBy(present)}
            problems={shown.problems}
            isKept={shown.isKept ?? false}
            places={shown.places}
            language={language}
            directory={directory}
            topics={topics}
            action={action}
            hidden={{ revision: String(present?.revision ?? 0), sheetFile: shown.file }}
            blankRows={shown.blankRows}
            fileHref={(question) =>
              givenBy(present)[question] === undefined || present === null
                ? null
                : links.surveyFile(language, survey.id, present.id, question)
            }
          >
            <LabelledField
              id="proxy-language"
              name="answerLanguage"
              label={message(language, "surveyProxy.language")}
              control={{
                kind: "select",
                value: shown.said ?? languageOf(proxy),
                options: languages.map((each) => ({
                  value: each,
                  text: message(language, `documents.languageName.${each}`),
                })),
              }}
            />
            <LabelledField
              id="proxy-note"
              name="note"
              label={message(language, "surveyProxy.note")}
              hint={message(language, "surveyProxy.noteHint")}
              control={{ kind: "text", value: shown.note }}
            />
            <div class="survey-actions">
              <button type="submit" name="intent" value="submit">
                {message(language, "surveyProxy.submit")}
              </button>
              {(present === null || present.state === "draft") && (
                <button type="submit" name="intent" value="save" class="button-quiet">
                  {message(language, "surveyForm.save")}
                </button>
              )}
            </div>
          </AnswerForm>
        </Section>
      </>
    ),
  };
}
