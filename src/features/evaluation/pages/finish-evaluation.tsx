import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { TextInLanguages } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readField, readTexts, textName } from "../../../web/read-fields.ts";
import { makeFormKey } from "../../comments/form-key.ts";
import { type DocumentVisibility, documentVisibilities } from "../../library/document.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import type { Evaluation, Statement } from "../draft.ts";
import { finishEvaluation, longestMissingReason, proposeFinish } from "../finish.ts";
import { keepDocuments } from "../keep-documents.ts";
import { findOpenPoints, holdsUp, type OpenPoints } from "../open-points.ts";
import { joinNames } from "../say.ts";
import { isEmpty } from "../statements.ts";
import { type EvaluationView, viewEvaluation } from "../view.ts";
import { sayConflict } from "./member-evaluation.tsx";
import { TheirWords } from "./their-words.tsx";

/** The step before the last: nothing of a finished evaluation changes, so what is open is read first. */
export const showFinish: PageHandler<MemberRequest> = (request) => describeFinish(request);

export const submitFinish: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const id = params.id ?? "";
  const revision = Number(form.get("revision"));
  const reason = readTexts((name) => readField(form, name), "reason");
  const visibility = documentVisibilities.find((choice) => choice === form.get("visibility")) ?? "members";
  const refuse = async (problem: string, at: Attempt["at"], status: 409 | 422) => ({
    page: await describeFinish(request, { problem, at, reason, visibility }),
    status,
  });
  if (form.get("confirmed") !== "yes")
    return refuse(message(language, "evaluation.finish.notConfirmed"), "confirmed", 422);
  try {
    if (form.get("intent") === "propose") {
      await proposeFinish(context, actor, id, { visibility, reason, revision });
      return { redirect: links.memberEvaluation(language, id, { done: "proposed" }) };
    }
    await keepAfterwards(request, id, await finishEvaluation(context, actor, id, revision));
    return { redirect: links.memberEvaluation(language, id, { done: "finished" }) };
  } catch (error) {
    // The button pressed twice while its documents were being made: the page says which are there.
    if (error instanceof AppError && error.details.reason === "final")
      return { redirect: links.memberEvaluation(language, id, { done: "finished" }) };
    const problem = sayConflict(error, language);
    if (problem === null) throw error;
    const isConflict = error instanceof AppError && error.code === "conflict";
    return isConflict ? refuse(problem, "open", 409) : refuse(problem, "reason", 422);
  }
};

/** What was typed, and what stands against it. */
interface Attempt {
  problem: string;
  /** anchor of the part that is meant */
  at: "confirmed" | "reason" | "open";
  reason: Localized;
  visibility: DocumentVisibility;
}

/** The evaluation is finished whatever becomes of its documents: its page says which are missing, and has a button for them. */
async function keepAfterwards(
  { context, actor }: Parameters<ActionHandler>[0],
  id: string,
  visibility: DocumentVisibility,
): Promise<void> {
  try {
    await keepDocuments(context, actor, id, { visibility, formKey: makeFormKey() });
  } catch (error) {
    context.log.error({ err: error, evaluation: id }, "documents of a finished evaluation were not kept");
  }
}

async function describeFinish(request: MemberRequest, attempt: Attempt | null = null): Promise<PageContent> {
  const { context, actor, language, params } = request;
  const view = await viewEvaluation(context, actor, params.id ?? "");
  const { evaluation } = view;
  if (evaluation.state === "final") throw new AppError("conflict", { reason: "final" });
  const points = findOpenPoints(view);
  const lines = listLines(points, view, await getDirectory(context), language);
  const title = message(language, "evaluation.finish.title");
  const back = links.memberEvaluation(language, evaluation.id);
  return {
    title,
    description: message(language, "evaluation.finish.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "memberBar.evaluations"), href: links.evaluations(language) },
      { text: localize(evaluation.title, language).text, href: back },
    ],
    body: (
      <>
        <PageHeading
          kicker={localize(evaluation.title, language).text}
          title={title}
          lead={message(language, "evaluation.finish.lead")}
        />
        {attempt !== null && (
          <ErrorSummary
            id="errors"
            title={message(language, "evaluation.finish.notDone")}
            errors={[
              {
                text: attempt.problem,
                href: `#${attempt.at === "reason" ? fieldId(textName("reason", language)) : attempt.at}`,
              },
            ]}
          />
        )}
        <Section id="open" title={message(language, "evaluation.finish.open")}>
          {lines.length === 0 ? (
            <Notice tone="success">
              <p>{message(language, "evaluation.finish.nothing")}</p>
            </Notice>
          ) : (
            <ul class="open-points">
              {lines.map(({ key, text, statements }) => (
                <li key={key}>
                  <p>{text}</p>
                  {statements.length > 0 && <Sentences {...{ statements, evaluation, language }} />}
                </li>
              ))}
            </ul>
          )}
        </Section>
        {holdsUp(points) ? (
          <Notice tone="warning">
            <p>{message(language, "evaluation.finish.held")}</p>
          </Notice>
        ) : (
          <FinishForm
            {...{ evaluation, points, language, isClear: lines.length === 0 }}
            isOwn={evaluation.proposal?.by === actor.userId}
            attempt={attempt}
          />
        )}
        <p>
          <a href={back}>{message(language, "evaluation.statement.back")}</a>
        </p>
      </>
    ),
  };
}

/** The first person proposes, a second one finishes what was proposed; whoever proposed it waits. */
function FinishForm({
  evaluation,
  points,
  language,
  isClear,
  isOwn,
  attempt,
}: {
  evaluation: Evaluation;
  points: OpenPoints;
  language: Language;
  isClear: boolean;
  isOwn: boolean;
  attempt: Attempt | null;
}) {
  const { proposal } = evaluation;
  const reasonName = textName("reason", language);
  const isProposed = proposal !== null;
  return (
    <>
      {isProposed && (
        <Notice
          tone="information"
          title={message(language, isOwn ? "evaluation.finish.proposedOwn" : "evaluation.finish.proposed")}
        >
          {!isEmpty(proposal.reason) && (
            <p>
              {message(language, "evaluation.finish.missingReasonIs")}{" "}
              <TheirWords text={proposal.reason} language={language} />
            </p>
          )}
          <p>{message(language, `evaluation.finish.for.${proposal.visibility}`)}</p>
        </Notice>
      )}
      {!isOwn && (
        <form method="post" action={links.finishEvaluation(language, evaluation.id)} class="evaluation-form">
          <input type="hidden" name="revision" value={evaluation.revision} />
          {!isProposed && <p class="hint">{message(language, "evaluation.finish.twoPersons")}</p>}
          {!isProposed && points.assessments.missing > 0 && (
            <TextInLanguages
              field="reason"
              label={message(language, "evaluation.finish.missingReason")}
              help={message(language, "evaluation.finish.missingReasonHint", { limit: longestMissingReason })}
              value={attempt?.reason ?? {}}
              original={language}
              long
              required
              errorOf={(name) => (name === reasonName && attempt?.at === "reason" ? attempt.problem : undefined)}
              language={language}
            />
          )}
          {!isProposed && <VisibilityChoice language={language} chosen={attempt?.visibility ?? "members"} />}
          <label class="finish-confirm">
            <input type="checkbox" id="confirmed" name="confirmed" value="yes" required />{" "}
            {message(language, isClear ? "evaluation.finish.confirm" : "evaluation.finish.confirmOpen")}
          </label>
          {isProposed && <p class="hint">{message(language, "evaluation.finish.makes")}</p>}
          <button type="submit" name="intent" value={isProposed ? "finish" : "propose"}>
            {message(language, isProposed ? "evaluation.desk.finish" : "evaluation.finish.propose")}
          </button>
        </form>
      )}
    </>
  );
}

/** Who reads the documents that the library will keep; it can be changed there later. */
function VisibilityChoice({ language, chosen }: { language: Language; chosen: DocumentVisibility }) {
  return (
    <fieldset class="document-radios">
      <legend>{message(language, "evaluation.kept.visibility")}</legend>
      <p class="hint">{message(language, "evaluation.kept.visibilityHint")}</p>
      {documentVisibilities.toReversed().map((visibility) => (
        <label key={visibility}>
          <input type="radio" name="visibility" value={visibility} checked={visibility === chosen} />
          <span>
            {message(language, `library.visibility.${visibility}`)}
            <span class="hint">{message(language, `evaluation.kept.${visibility}Note`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface Line {
  key: string;
  text: string;
  statements: Statement[];
}

function listLines(
  points: OpenPoints,
  { statements, evaluation }: EvaluationView,
  directory: OrganisationDirectory,
  language: Language,
): Line[] {
  const find = (ids: readonly string[]) => statements.filter(({ id }) => ids.includes(id));
  const names = (ids: readonly string[]) =>
    joinNames(
      ids.map((id) => directory.name(id, language)),
      language,
      12,
    );
  const { bare, untouched, types, assessments, stale, staleTypes, newDrafts, older } = points;
  const lines: (Line | false)[] = [
    bare.length > 0 && {
      key: "bare",
      text: message(language, "evaluation.finish.bare", { count: bare.length }),
      statements: find(bare),
    },
    ...older.map(({ language: of, statements: own }) => ({
      key: `older-${of}`,
      text: message(language, "evaluation.finish.older", {
        count: own.length,
        language: message(language, `evaluation.languageName.${of}`),
      }),
      statements: find(own),
    })),
    stale.length > 0 && {
      key: "stale",
      text: message(language, "evaluation.finish.stale", { count: stale.length }),
      statements: find(stale),
    },
    types.length > 0 && {
      key: "types",
      text: message(language, "evaluation.finish.types", { names: names(types), count: types.length }),
      statements: [],
    },
    staleTypes.length > 0 && {
      key: "stale-types",
      text: message(language, "evaluation.finish.staleTypes", { names: names(staleTypes) }),
      statements: [],
    },
    assessments.missing > 0 && {
      key: "assessments",
      text:
        evaluation.state === "draft"
          ? message(language, "evaluation.finish.notAsked")
          : message(language, "evaluation.finish.assessments", assessments),
      statements: [],
    },
    newDrafts > 0 && {
      key: "new",
      text: message(language, "evaluation.finish.new", { count: newDrafts }),
      statements: [],
    },
    untouched.length > 0 && {
      key: "untouched",
      text:
        untouched.length === points.of
          ? message(language, "evaluation.finish.untouchedAll", { count: points.of })
          : message(language, "evaluation.finish.untouched", { count: untouched.length, of: points.of }),
      statements: find(untouched),
    },
  ];
  return lines.filter((line) => line !== false);
}

/** Folded: of eighty drafts the number says enough, and whoever wants them has each within reach. */
function Sentences({
  statements,
  evaluation,
  language,
}: {
  statements: readonly Statement[];
  evaluation: EvaluationView["evaluation"];
  language: Language;
}) {
  return (
    <details>
      <summary>{message(language, "evaluation.finish.which")}</summary>
      <ul>
        {statements.map(({ id, text }) => (
          <li key={id}>
            <a href={links.evaluationStatement(language, evaluation.id, id)}>
              <Words value={localize(text, language)} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
