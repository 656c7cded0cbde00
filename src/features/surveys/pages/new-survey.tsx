import { randomUUID } from "node:crypto";
import { fiscalYearLabel, fiscalYearOf } from "../../../core/fiscal-calendar.ts";
import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { getProgramme } from "../../programme/service.ts";
import { createSurvey } from "../change-survey.ts";
import { listSurveys } from "../service.ts";
import { shiftYear } from "../shift-year.ts";
import type { Survey } from "../survey.ts";
import { FactsFields, type FactsProblem, type TypedFacts, typeFacts } from "./facts-form.tsx";
import { MarkedWords } from "./marked-words.tsx";
import { readFacts } from "./read-facts.ts";

/** Empty, or another year's: `?from=` names it. */
export const showNewSurvey: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, url } = request;
  const surveys = (await listSurveys(context, actor)).map(({ survey }) => survey);
  const from = surveys.find(({ id }) => id === readText(url, "from")) ?? null;
  const { calendar } = await getProgramme(context);
  const thisYear = fiscalYearOf(calendar, context.clock.today());
  const empty: TypedFacts = {
    title: { ja: "", zh: "", en: "" },
    introduction: { ja: "", zh: "", en: "" },
    fiscalYear: String(thisYear),
    languages: [...languages],
    deadline: "",
    reminderDays: "7",
    acceptsLate: false,
    anonymous: false,
    results: "platform",
  };
  // What was asked then and who might see it are that survey's own: both are decided anew.
  const typed = from
    ? { ...typeFacts({ ...from, ...shiftYear(from, thisYear), introduction: {}, deadline: null }), results: "" }
    : empty;
  return describe(request, { surveys, from, typed, problems: [], formKey: randomUUID() });
};

export const submitNewSurvey: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const surveys = (await listSurveys(context, actor)).map(({ survey }) => survey);
  const from = surveys.find(({ id }) => id === form.get("basedOn")) ?? null;
  const { typed, facts, problems } = readFacts(form, language, { today: context.clock.today(), kept: null });
  const formKey = String(form.get("form_key") ?? "").slice(0, 80) || randomUUID();
  if (problems.length > 0)
    return { page: await describe(request, { surveys, from, typed, problems, formKey }), status: 422 };
  const id = await createSurvey(context, actor, facts, { basedOn: from?.id ?? null, formKey });
  return { redirect: links.surveyQuestions(language, id, { done: from ? "copied" : "created" }) };
};

interface Shown {
  surveys: readonly Survey[];
  from: Survey | null;
  typed: TypedFacts;
  problems: readonly FactsProblem[];
  formKey: string;
}

async function describe(request: MemberRequest, shown: Shown): Promise<PageContent> {
  const { context, language } = request;
  const { surveys, from, typed, problems, formKey } = shown;
  const { calendar } = await getProgramme(context);
  const title = message(language, "surveys.new");
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "surveys.title"), href: links.surveys(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={
            from
              ? message(language, "surveyFacts.copyLead", { title: localize(from.title, language).text })
              : message(language, "surveyFacts.newLead")
          }
        />
        {!from && surveys.length > 0 && problems.length === 0 && (
          <Section
            id="copy"
            title={message(language, "surveyFacts.copy")}
            lead={message(language, "surveyFacts.copyHelp")}
          >
            <ul class="link-list">
              {surveys.map((survey) => (
                <li key={survey.id}>
                  <a href={links.newSurvey(language, { from: survey.id })}>
                    <MarkedWords text={survey.title} language={language} />
                  </a>
                  <span class="link-list-note">{fiscalYearLabel(calendar, survey.fiscalYear, language)}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <form method="post" action={links.newSurvey(language)} class="entry-form">
          <input type="hidden" name="form_key" value={formKey} />
          {from && <input type="hidden" name="basedOn" value={from.id} />}
          <FactsFields typed={typed} problems={problems} language={language} today={context.clock.today()} />
          <p>
            <button type="submit">{message(language, "surveyFacts.create")}</button>
          </p>
        </form>
      </>
    ),
  };
}
