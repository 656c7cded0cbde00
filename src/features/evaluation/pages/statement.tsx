import { AppError } from "../../../core/errors.ts";
import { orderLanguages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { TextInLanguages } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { textName } from "../../../web/read-fields.ts";
import { makeFormKey } from "../../comments/form-key.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { notRecorded, type Statement, statementSections, uniqueEvidence } from "../draft.ts";
import { getEvaluation } from "../evaluations.ts";
import { describeEvidence, searchEvidence } from "../evidence.ts";
import {
  addStatement,
  checkStatement,
  dropStatement,
  getStatement,
  longestStatement,
  type StatementProblem,
  saveStatement,
} from "../statements.ts";
import { viewEvaluation } from "../view.ts";
import { EvidenceBoxes } from "./evidence-boxes.tsx";
import { sayConflict } from "./member-evaluation.tsx";
import { readStatementForm, type TypedStatement } from "./read-statement-form.ts";

export const showStatement: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, params } = request;
  const statement =
    params.statement === "new" ? null : await getStatement(context, actor, params.id ?? "", params.statement ?? "");
  return describeStatement(request, statement, startForm(statement));
};

/** `find` looks for evidence and keeps what was typed; `save`, `drop`, `restore` change the sentence. */
export const submitStatement: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const evaluation = params.id ?? "";
  const isNew = params.statement === "new";
  const id = params.statement ?? "";
  const statement = isNew ? null : await getStatement(context, actor, evaluation, id);
  const typed = readStatementForm(form);
  const intent = String(form.get("intent") ?? "save");
  const place = { evaluation, id, revision: typed.revision };
  const open = statement === null ? typed.organisation : statement.organisation;
  const back = (done: string) => ({
    redirect: `${links.memberEvaluation(language, evaluation, { done, ...(open !== null && { open }) })}#s-${isNew ? typed.formKey : id}`,
  });
  if (intent === "find")
    return { page: await describeStatement(request, statement, typed, { isFinding: true }), status: 200 };
  try {
    if (intent === "drop" || intent === "restore") {
      await dropStatement(context, actor, place, intent === "drop");
      return back(intent === "drop" ? "dropped" : "saved");
    }
    const problems = checkStatement(typed);
    if (problems.size > 0)
      return { page: await describeStatement(request, statement, typed, { problems }), status: 422 };
    if (isNew) await addStatement(context, actor, evaluation, typed);
    else await saveStatement(context, actor, place, typed);
    return back("saved");
  } catch (error) {
    const conflict = sayConflict(error, language);
    if (conflict === null) throw error;
    const status = error instanceof AppError && error.code === "conflict" ? 409 : 422;
    // What was typed stays; what somebody else wrote meanwhile stands beside it, and the next save is of that.
    const fresh = { ...typed, revision: statement?.revision ?? 0 };
    return { page: await describeStatement(request, statement, fresh, { conflict }), status };
  }
};

function startForm(statement: Statement | null): TypedStatement {
  return {
    text: statement?.text ?? {},
    evidence: statement?.evidence ?? [],
    confirmed: [],
    withoutEvidenceReason:
      statement?.withoutEvidenceReason === notRecorded ? {} : (statement?.withoutEvidenceReason ?? {}),
    section: statement?.section ?? "progress",
    organisation: statement?.organisation ?? null,
    revision: statement?.revision ?? 0,
    formKey: statement === null ? makeFormKey() : "",
    search: "",
  };
}

interface Attempt {
  problems?: ReadonlySet<StatementProblem>;
  conflict?: string;
  isFinding?: boolean;
}

async function describeStatement(
  request: MemberRequest,
  statement: Statement | null,
  typed: TypedStatement,
  { problems = new Set(), conflict, isFinding = false }: Attempt = {},
): Promise<PageContent> {
  const { context, actor, language, params } = request;
  const evaluation = await getEvaluation(context, actor, params.id ?? "");
  if (evaluation.state === "final") throw new AppError("conflict", { reason: "final" });
  const hits = typed.search === "" ? [] : await searchEvidence(context, typed.search);
  const chosen = uniqueEvidence(typed.evidence);
  const words = await describeEvidence(context, uniqueEvidence([...chosen, ...hits]));
  const action = links.evaluationStatement(language, evaluation.id, statement?.id ?? "new");
  const title = message(language, statement === null ? "evaluation.statement.new" : "evaluation.statement.edit");
  const reasonName = textName("reason", language);
  const sayProblem = (problem: StatementProblem) =>
    problems.has(problem) ? message(language, `evaluation.problem.${problem}`, { limit: longestStatement }) : undefined;
  return {
    title,
    description: message(language, "evaluation.statement.lead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "memberBar.evaluations"), href: links.evaluations(language) },
      { text: localize(evaluation.title, language).text, href: links.memberEvaluation(language, evaluation.id) },
    ],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "evaluation.statement.lead")} />
        {conflict !== undefined && (
          <Notice tone="error">
            <p>{conflict}</p>
            {statement && (
              <p>
                <Words value={localize(statement.text, language)} />
              </p>
            )}
          </Notice>
        )}
        {problems.size > 0 && (
          <ErrorSummary
            id="errors"
            title={message(language, "evaluation.notSaved")}
            errors={[...problems].map((problem) => ({
              text: sayProblem(problem) ?? "",
              href:
                problem === "no-evidence" || problem === "reason-too-long"
                  ? `#${fieldId(reasonName)}`
                  : `#text-${language}`,
            }))}
          />
        )}
        {statement && (await describeDrafted(request, statement))}
        <form method="post" action={action} class="statement-form">
          <input type="hidden" name="revision" value={typed.revision} />
          <input type="hidden" name="form_key" value={typed.formKey} />
          {statement === null && (await describePlace(request, typed))}
          {orderLanguages(language).map((of) => (
            <div key={of} class="statement-language">
              <LabelledField
                id={`text-${of}`}
                name={`text.${of}`}
                label={message(language, "evaluation.statement.textIn", {
                  language: message(language, `evaluation.languageName.${of}`),
                })}
                error={of === language ? (sayProblem("empty") ?? sayProblem("too-long")) : undefined}
                control={{ kind: "area", rows: 3, value: typed.text[of] ?? "", lang: of }}
              />
              {statement?.olderLanguages.includes(of) && (
                <label class="statement-confirm">
                  <input type="checkbox" name={`confirm.${of}`} value="yes" checked={typed.confirmed?.includes(of)} />{" "}
                  {message(language, "evaluation.older.confirm")}
                </label>
              )}
            </div>
          ))}
          <EvidenceBoxes {...{ chosen, hits, words, language }} search={typed.search} isFinding={isFinding} />
          <TextInLanguages
            field="reason"
            label={message(language, "evaluation.statement.reason")}
            help={message(language, "evaluation.statement.reasonHint")}
            value={typed.withoutEvidenceReason}
            original={language}
            long
            errorOf={(name) =>
              name === reasonName ? (sayProblem("no-evidence") ?? sayProblem("reason-too-long")) : undefined
            }
            language={language}
          />
          <div class="statement-buttons">
            <button type="submit" name="intent" value="save">
              {message(language, "evaluation.save")}
            </button>
            {statement && (
              <button
                type="submit"
                name="intent"
                value={statement.state === "dropped" ? "restore" : "drop"}
                class="button-quiet"
              >
                {message(
                  language,
                  statement.state === "dropped" ? "evaluation.statement.restore" : "evaluation.statement.drop",
                )}
              </button>
            )}
            <a href={links.memberEvaluation(language, evaluation.id)}>
              {message(language, "evaluation.statement.back")}
            </a>
          </div>
        </form>
      </>
    ),
  };
}

/** What was proposed stays beside what people make of it, with the numbers that the records give now. */
async function describeDrafted({ context, actor, language, params }: MemberRequest, statement: Statement) {
  if (statement.drafted === null) return null;
  const view = await viewEvaluation(context, actor, params.id ?? "");
  const stale = view.stale.get(statement.id) ?? [];
  return (
    <Notice
      tone={stale.length > 0 ? "warning" : "information"}
      title={message(language, `evaluation.origin.${statement.drafted.origin}`)}
    >
      <p>
        <Words value={localize(statement.drafted.text, language)} />
      </p>
      {stale.map(({ name, was, now }) => (
        <p key={name}>
          {now === null
            ? message(language, "evaluation.stale.gone", { was })
            : message(language, "evaluation.stale.changed", { was, now })}
        </p>
      ))}
    </Notice>
  );
}

/** Where a new sentence stands: under a local government, or in one of the parts that speak of all. */
async function describePlace({ context, actor, language, params }: MemberRequest, typed: TypedStatement) {
  const directory = await getDirectory(context);
  const { types } = await viewEvaluation(context, actor, params.id ?? "");
  return (
    <LabelledField
      id="place"
      name="place"
      label={message(language, "evaluation.statement.place")}
      control={{
        kind: "select",
        value: typed.organisation === null ? typed.section : `${typed.section}/${typed.organisation}`,
        options: [
          ...statementSections
            .filter((section) => section !== "achievement")
            .map((section) => ({ value: section, text: message(language, `evaluation.part.${section}`) })),
          ...types.map(({ organisation }) => ({
            value: `achievement/${organisation}`,
            text: message(language, "evaluation.statement.placeOf", { name: directory.name(organisation, language) }),
          })),
        ],
      }}
    />
  );
}
