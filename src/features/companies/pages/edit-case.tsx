import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { AlikeNotice } from "../../../web/components/alike-notice.tsx";
import type { Option } from "../../../web/components/form/field.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { readField, readFields } from "../../../web/read-fields.ts";
import { isFormKey, makeFormKey } from "../../comments/form-key.ts";
import { gatherNeedWords, type NeedWords } from "../../needs/words.ts";
import { gatherTyping } from "../../records/form/gather-form.ts";
import { canKeepCase, companiesFor } from "../access.ts";
import type { CaseInput, CaseProblem } from "../check-case.ts";
import type { CompanyCase } from "../company-case.ts";
import { listMatchingEvents } from "../events.ts";
import { correctCase, enterCase, findChangedFields, type SaveCaseResult, toInput } from "../save-case.ts";
import { getCase, listNeedsForCompanies } from "../service.ts";
import { CaseForm } from "./case-form.tsx";
import { type PostedCase, readCaseForm } from "./read-case-form.ts";
import { tellField } from "./tell-field.ts";

interface FormState {
  input: CaseInput;
  formKey: string;
  /** the case that is corrected */
  found: CompanyCase | null;
  revision: number;
  posted?: PostedCase;
  problems?: readonly CaseProblem[];
  /** somebody saved it meanwhile */
  present?: CompanyCase;
  /** cases of the same company and name */
  alike?: readonly CompanyCase[];
}

export const showNewCase: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, url } = request;
  const words = await gatherNeedWords(context, request.language);
  const companies = companiesFor(actor, words.directory);
  const asked = readText(url, "need");
  const need = (await listNeedsForCompanies(context, actor)).find(({ id }) => id === asked);
  const input: CaseInput = {
    ...emptyInput,
    company: companies.length === 1 ? (companies[0] ?? "") : "",
    need: need?.id ?? null,
    partner: need?.organisation ?? null,
    topics: need?.topics ?? [],
  };
  return describeForm(request, { input, formKey: makeFormKey(), found: null, revision: 0 });
};

const emptyInput: CaseInput = {
  company: "",
  partner: null,
  need: null,
  activity: null,
  title: {},
  technology: {},
  topics: [],
  contact: null,
  state: "lead",
  obstacleKinds: [],
  obstacle: {},
  contractedOn: null,
  contractNote: {},
  amount: "",
  currency: "",
};

export const submitNewCase: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const posted = readCaseForm(form, await gatherTyping(context, language));
  const key = readField(form, "form_key");
  const state = {
    input: posted.input,
    formKey: isFormKey(key) ? key : makeFormKey(),
    found: null,
    revision: 0,
    posted,
  };
  if (posted.partnerProblem) return refuse(request, state, [{ field: "partner", reason: "unknown" }]);
  const known = readFields(form, "known_alike");
  return answer(request, state, await enterCase(context, actor, posted.input, state.formKey, known), "entered");
};

export const showEditCase: PageHandler<MemberRequest> = async (request) => {
  const found = await findOwnCase(request);
  return describeForm(request, { input: toInput(found), formKey: "", found, revision: found.revision });
};

export const submitEditCase: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const found = await findOwnCase(request);
  const posted = readCaseForm(form, await gatherTyping(context, language));
  const revision = Number(readField(form, "revision")) || 0;
  const state = { input: posted.input, formKey: "", found, revision, posted };
  if (posted.partnerProblem) return refuse(request, state, [{ field: "partner", reason: "unknown" }]);
  return answer(request, state, await correctCase(context, actor, found.id, posted.input, revision), "corrected");
};

/** Throws `not-found`, and `forbidden` for a case that the actor only reads. */
async function findOwnCase({ context, actor, params }: MemberRequest): Promise<CompanyCase> {
  const { found } = await getCase(context, actor, params.id ?? "");
  if (!canKeepCase(actor, found)) throw new AppError("forbidden", { kind: "company-case", id: found.id });
  return found;
}

async function answer(
  request: MemberRequest,
  state: FormState,
  result: SaveCaseResult,
  done: "entered" | "corrected",
): Promise<Outcome> {
  if (result.state === "done") return { redirect: links.companyCase(request.language, result.id, { done }) };
  if (result.state === "problems") return refuse(request, state, result.problems);
  if (result.state === "alike")
    return { page: await describeForm(request, { ...state, alike: result.cases }), status: 409 };
  // Sending again saves over the present version, which now stands beside what was typed.
  const page = await describeForm(request, { ...state, present: result.present, revision: result.present.revision });
  return { page, status: 409 };
}

async function refuse(request: MemberRequest, state: FormState, problems: readonly CaseProblem[]): Promise<Outcome> {
  return { page: await describeForm(request, { ...state, problems }), status: 422 };
}

async function describeForm(request: MemberRequest, state: FormState): Promise<PageContent> {
  const { context, actor, language } = request;
  const { found, input } = state;
  const words = await gatherNeedWords(context, language);
  const companies = new Set([...companiesFor(actor, words.directory), ...(found ? [found.company] : [])]);
  const title = message(language, found ? "company.form.editTitle" : "company.form.newTitle");
  return {
    title,
    description: message(language, "company.form.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "company.title"), href: links.companyCases(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "company.form.lead")} />
        {state.present && <Conflict present={state.present} input={input} words={words} />}
        {state.alike && (
          <AlikeNotice
            title={message(language, "company.form.alike", { count: state.alike.length })}
            text={message(language, "needForm.alikeText", { button: message(language, "company.form.enterAnyway") })}
            items={state.alike.map(({ id, title: name, state: stands }) => ({
              id,
              title: name,
              href: links.companyCase(language, id),
              state: message(language, `company.states.${stands}`),
            }))}
            language={language}
          />
        )}
        {companies.size === 0 ? (
          <EmptyState
            title={message(language, "company.form.noCompany")}
            text={message(language, "company.help.company")}
          />
        ) : (
          <CaseForm
            words={words}
            action={found ? links.editCompanyCase(language, found.id) : links.newCompanyCase(language)}
            input={input}
            typedPartner={state.posted ? state.posted.typedPartner : null}
            problems={state.problems ?? []}
            hidden={
              found
                ? [{ name: "revision", value: String(state.revision) }]
                : [
                    { name: "form_key", value: state.formKey },
                    ...(state.alike ?? []).map(({ id }) => ({ name: "known_alike", value: id })),
                  ]
            }
            companies={[...companies].map((value) => ({ value, text: words.organisation(value) }))}
            needs={await listNeedOptions(request, input.need)}
            events={(await listMatchingEvents(context)).map(({ id, title: name }) => ({
              value: id,
              text: localize(name, language).text,
            }))}
            original={input.title[language] ? language : (languages.find((one) => input.title[one]) ?? language)}
            isNew={found === null}
            isAlike={state.alike !== undefined}
          />
        )}
      </>
    ),
  };
}

/** Those that are open to companies, and the one that stands already though it was closed since. */
async function listNeedOptions({ context, actor, language }: MemberRequest, chosen: string | null): Promise<Option[]> {
  const needs = await listNeedsForCompanies(context, actor);
  const options = needs.map(({ id, title }) => ({ value: id, text: localize(title, language).text }));
  if (chosen === null || needs.some(({ id }) => id === chosen)) return options;
  return [...options, { value: chosen, text: message(language, "company.needClosed") }];
}

/** What stands saved otherwise than it was typed here. */
function Conflict({ present, input, words }: { present: CompanyCase; input: CaseInput; words: NeedWords }) {
  const { language } = words;
  return (
    <Notice tone="warning" title={message(language, "needForm.conflict")}>
      <p>{message(language, "needForm.conflictText")}</p>
      <ul>
        {findChangedFields(present, input).map((field) => (
          <li key={field}>
            {message(language, "company.form.saved", {
              label: message(language, `company.field.${field}`),
              value: tellField(present, field, words),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
