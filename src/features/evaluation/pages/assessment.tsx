import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language, languages, orderLanguages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { getDirectory } from "../../organisations/directory.ts";
import {
  type AssessmentForm,
  type AssessmentProblem,
  checkAssessment,
  listAssessments,
  longestComment,
  saveAssessment,
  translateComment,
} from "../assessments.ts";
import { type Assessment, type Marks, markNames } from "../draft.ts";
import { getEvaluation } from "../evaluations.ts";
import { AssessmentPicture } from "./assessment-picture.tsx";
import { CommentBeside } from "./comment-beside.tsx";
import { MarkFields } from "./mark-fields.tsx";
import { sayConflict } from "./member-evaluation.tsx";

export const showAssessment: PageHandler<MemberRequest> = (request) => describeAssessment(request);

export const submitAssessment: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const place = { evaluation: params.id ?? "", partnership: params.partnership ?? "" };
  const intent = String(form.get("intent") ?? "");
  const here = links.evaluationAssessment(language, place.evaluation, place.partnership);
  if (intent === "translate") {
    const of = String(form.get("language"));
    const text = readText(form, "translation");
    if (!isLanguage(of)) throw new AppError("invalid-input", { field: "language" });
    const organisation = String(form.get("organisation") ?? "");
    await translateComment(context, actor, { ...place, organisation }, { language: of, text });
    return { redirect: `${here}?done=translated` };
  }
  const typed = readAssessmentForm(form, language, intent === "submit");
  const problems = checkAssessment(typed);
  if (problems.size > 0) return { page: await describeAssessment(request, { typed, problems }), status: 422 };
  try {
    await saveAssessment(context, actor, place, typed);
  } catch (error) {
    const conflict = error instanceof AppError && error.code === "conflict" ? sayConflict(error, language) : null;
    if (conflict === null) throw error;
    return { page: await describeAssessment(request, { typed, conflict }), status: 409 };
  }
  return { redirect: `${here}?done=${intent === "submit" ? "submitted" : "kept"}` };
};

function readAssessmentForm(form: FormData, language: Language, submit: boolean): AssessmentForm {
  const marks: Marks = {};
  for (const name of markNames) {
    const value = Number(form.get(`mark.${name}`) ?? 0);
    if (Number.isInteger(value) && value >= 1 && value <= 5) marks[name] = value;
  }
  return {
    marks,
    comment: readText(form, `comment.${language}`),
    language,
    translations: Object.fromEntries(
      languages
        .filter((one) => one !== language)
        .map((one) => [one, readText(form, `comment.${one}`)] as const)
        .filter(([, text]) => text !== ""),
    ),
    submit,
    revision: Number(form.get("revision") ?? 0),
  };
}

function readText(form: FormData, name: string): string {
  return String(form.get(name) ?? "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "")
    .trim();
}

interface Attempt {
  typed?: AssessmentForm;
  problems?: ReadonlySet<AssessmentProblem>;
  conflict?: string;
}

async function describeAssessment(request: MemberRequest, attempt: Attempt = {}): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const evaluation = await getEvaluation(context, actor, params.id ?? "");
  const found = (await listAssessments(context, actor, evaluation)).find(
    ({ partnership }) => partnership.id === params.partnership,
  );
  if (!found) throw new AppError("not-found", { kind: "partnership", id: params.partnership ?? "" });
  const directory = await getDirectory(context);
  const names = {
    home: directory.name(found.partnership.home, language),
    partner: directory.name(found.partnership.partner, language),
  };
  const own = [found.home, found.partner].find((one) => one?.organisation === found.ownSide) ?? null;
  const others = [found.home, found.partner].filter((one): one is Assessment => one !== null && one !== own);
  const canWrite = found.ownSide !== null && evaluation.state === "self-assessment" && own?.state !== "submitted";
  const title = message(language, "evaluation.evidence.pair", names);
  const done = url.searchParams.get("done");
  return {
    title,
    description: message(language, "evaluation.assessment.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "memberBar.evaluations"), href: links.evaluations(language) },
      { text: localize(evaluation.title, language).text, href: links.memberEvaluation(language, evaluation.id) },
    ],
    body: (
      <>
        <PageHeading
          kicker={message(language, "evaluation.part.assessment")}
          title={title}
          lead={message(language, canWrite ? "evaluation.assessment.lead" : "evaluation.assessment.leadRead")}
          links={[
            {
              text: message(language, "evaluation.assessment.records"),
              href: links.partnership(language, found.partnership.id),
            },
          ]}
        />
        {(done === "submitted" || done === "kept" || done === "translated") && (
          <Notice tone="success">
            <p>{message(language, `evaluation.done.${done}`)}</p>
          </Notice>
        )}
        {attempt.conflict !== undefined && (
          <Notice tone="error">
            <p>{attempt.conflict}</p>
          </Notice>
        )}
        {(found.home !== null || found.partner !== null) && (
          <Section id="marks" title={message(language, "evaluation.assessment.picture")}>
            <div class="assessment-large">
              <AssessmentPicture home={found.home} partner={found.partner} language={language} names={names} />
            </div>
            {[own, ...others]
              .filter((one): one is Assessment => one !== null && one.state === "submitted")
              .map((assessment) => (
                <CommentBeside
                  key={assessment.organisation}
                  {...{ assessment, language, evaluation }}
                  name={directory.name(assessment.organisation, language)}
                  mayTranslate={hasPermission(actor, "evaluations.write")}
                />
              ))}
          </Section>
        )}
        {others.length === 0 && own?.state === "submitted" && <p>{message(language, "evaluation.assessment.waits")}</p>}
        {found.ownSide === null && found.home === null && found.partner === null && (
          <p>{message(language, "evaluation.assessment.hidden")}</p>
        )}
        {canWrite && (
          <Section
            id="own"
            title={message(language, "evaluation.assessment.own", {
              name: directory.name(found.ownSide ?? "", language),
            })}
          >
            <AssessmentFields
              {...{ own, attempt, language }}
              action={links.evaluationAssessment(language, evaluation.id, found.partnership.id)}
            />
          </Section>
        )}
      </>
    ),
  };
}

function AssessmentFields({
  own,
  attempt,
  language,
  action,
}: {
  own: Assessment | null;
  attempt: Attempt;
  language: Language;
  action: string;
}) {
  const typed = attempt.typed;
  const commentIn = (of: Language) => {
    if (typed) return of === typed.language ? typed.comment : (typed.translations[of] ?? "");
    if (own === null) return "";
    return of === own.language ? own.comment : (own.translations[of] ?? "");
  };
  const sayProblem = (problem: AssessmentProblem) =>
    attempt.problems?.has(problem)
      ? message(language, `evaluation.problem.${problem}`, { limit: longestComment })
      : undefined;
  const problems = [...(attempt.problems ?? [])];
  return (
    <form method="post" action={action} class="assessment-form">
      {problems.length > 0 && (
        <ErrorSummary
          id="errors"
          title={message(language, "evaluation.notSaved")}
          errors={problems.map((problem) => ({
            text: sayProblem(problem) ?? "",
            href: problem === "marks-missing" ? "#mark-usefulness-1" : `#comment-${language}`,
          }))}
        />
      )}
      <input type="hidden" name="revision" value={own?.revision ?? 0} />
      <MarkFields
        marks={typed?.marks ?? own?.marks ?? {}}
        language={language}
        isIncomplete={attempt.problems?.has("marks-missing") ?? false}
      />
      {orderLanguages(language).map((of) => (
        <LabelledField
          key={of}
          id={`comment-${of}`}
          name={`comment.${of}`}
          label={message(
            language,
            of === language ? "evaluation.assessment.comment" : "evaluation.assessment.commentAlso",
            {
              language: message(language, `evaluation.languageName.${of}`),
            },
          )}
          error={of === language ? sayProblem("too-long") : undefined}
          control={{ kind: "area", rows: of === language ? 5 : 2, value: commentIn(of), lang: of }}
        />
      ))}
      <div class="statement-buttons">
        <button type="submit" name="intent" value="submit">
          {message(language, "evaluation.assessment.submit")}
        </button>
        <button type="submit" name="intent" value="keep" class="button-quiet">
          {message(language, "evaluation.assessment.keep")}
        </button>
      </div>
      <p class="hint">{message(language, "evaluation.assessment.submitHint")}</p>
    </form>
  );
}
