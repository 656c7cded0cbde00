import { writeEdtf } from "../../../core/edtf-format.ts";
import { AppError } from "../../../core/errors.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { isLanguage } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { closeSurvey, type OpeningProblem, openSurvey, saveSurveyFacts } from "../change-survey.ts";
import { inviteGroups, inviteOrganisations, setInvitationLanguage, withdrawInvitation } from "../invite.ts";
import { findOrganisation, splitNames } from "../read-answers.ts";
import { remindNow, sendInvitations } from "../send-mails.ts";
import { getManagedSurvey, type ManagedSurvey } from "../service.ts";
import { FactsFields, type FactsProblem, type TypedFacts, typeFacts } from "./facts-form.tsx";
import { Invitees } from "./invitees.tsx";
import { Progress } from "./progress.tsx";
import { readFacts } from "./read-facts.ts";
import { StateForm } from "./state-form.tsx";

/** One survey in the hands of the platform: how far it is, who was asked, what can be done next. */
export const showSurvey: PageHandler<MemberRequest> = async (request) => {
  const managed = await getManagedSurvey(request.context, request.actor, request.params.id ?? "");
  return describe(request, managed, {});
};

export const submitSurvey: ActionHandler = async (request) => {
  const { context, actor, language, form, params } = request;
  const id = params.id ?? "";
  const { survey } = await getManagedSurvey(context, actor, id);
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 4_000);
  const back = (done: string, count?: number): Outcome => ({ redirect: links.survey(language, id, { done, count }) });
  switch (text("intent")) {
    case "facts":
      return submitFacts(request, id);
    case "open": {
      const opening = await openSurvey(context, actor, id);
      if (opening.length === 0) return back("opened");
      return { page: await describe(request, await getManagedSurvey(context, actor, id), { opening }), status: 409 };
    }
    case "close":
      await closeSurvey(context, actor, id);
      return back("closed");
    case "invite": {
      const directory = await getDirectory(context);
      const names = splitNames(text("organisations"));
      const found = names.map((name) => findOrganisation(name, directory));
      const unknown = names.filter((_, index) => found[index] === null);
      const wanted = text("language");
      const added = await inviteOrganisations(context, actor, id, {
        groups: inviteGroups.filter((group) => form.getAll("groups").includes(group)),
        organisations: found.filter((each) => each !== null),
        language: isLanguage(wanted) ? wanted : null,
      });
      if (unknown.length === 0) return back("invited", added);
      return {
        page: await describe(request, await getManagedSurvey(context, actor, id), { unknown, added }),
        status: 422,
      };
    }
    case "withdraw":
      await withdrawInvitation(context, actor, id, text("organisation"));
      return back("withdrawn");
    case "language": {
      const chosen = text("language");
      if (!isLanguage(chosen)) throw new AppError("invalid-input", { field: "language" });
      await setInvitationLanguage(context, actor, id, { organisation: text("organisation"), language: chosen });
      return back("language");
    }
    case "send-invitations":
      return back("sent", (await sendInvitations(context, actor, survey)).mails);
    case "remind":
      return back("reminded", (await remindNow(context, actor, survey)).mails);
    default:
      throw new AppError("invalid-input", { field: "intent" });
  }
};

async function submitFacts(request: Parameters<ActionHandler>[0], id: string): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const kept = (await getManagedSurvey(context, actor, id)).survey.deadline;
  const { typed, facts, problems } = readFacts(form, language, { today: context.clock.today(), kept });
  const show = async (wrong: FactsProblem[], status: 409 | 422, isStale = false): Promise<Outcome> => {
    const managed = await getManagedSurvey(context, actor, id);
    return { page: await describe(request, managed, { typed, problems: wrong, isStale }), status };
  };
  if (problems.length > 0) return show(problems, 422);
  try {
    await saveSurveyFacts(context, actor, id, facts, Number(form.get("revision") ?? 0));
    return { redirect: links.survey(language, id, { done: "saved" }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    if (error.details.reason === "anonymous") return show(["anonymous"], 409);
    if (error.details.reason === "stale") return show([], 409, true);
    throw error;
  }
}

interface Shown {
  typed?: TypedFacts;
  problems?: readonly FactsProblem[];
  isStale?: boolean;
  opening?: readonly OpeningProblem[];
  /** names that no organisation has */
  unknown?: readonly string[];
  /** how many were added all the same */
  added?: number;
}

const doneKinds = [
  "saved",
  "opened",
  "closed",
  "invited",
  "withdrawn",
  "language",
  "sent",
  "reminded",
  "proxySubmitted",
  "proxyLate",
] as const;

async function describe(request: MemberRequest, managed: ManagedSurvey, shown: Shown): Promise<PageContent> {
  const { context, language, url } = request;
  const { survey, questions } = managed;
  const directory = await getDirectory(context);
  const { calendar } = await getProgramme(context);
  const title = localize(survey.title, language);
  const done = doneKinds.find((each) => each === readText(url, "done"));
  const concerned = readText(url, "organisation") ?? "";
  const asked = questions.filter(({ retired }) => !retired).length;
  const action = links.survey(language, survey.id);
  const isOwn = survey.origin === "member";
  return {
    title: title.text,
    description: message(language, "surveys.leadManage"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "surveys.title"), href: links.surveys(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          kicker={message(language, "surveys.manage")}
          meta={[
            {
              term: message(language, "surveyFacts.fiscalYear"),
              value: fiscalYearLabel(calendar, survey.fiscalYear, language),
            },
            { term: message(language, "surveyForm.state"), value: message(language, `survey.state.${survey.state}`) },
            {
              term: message(language, "surveys.deadline"),
              value: survey.deadline === null ? "—" : writeEdtf(survey.deadline, language),
            },
            {
              term: message(language, "surveyFacts.results"),
              value: message(language, `survey.results.${survey.results}`),
            },
          ]}
          links={[
            ...(isOwn
              ? [
                  {
                    text: message(language, "surveyManage.questions", { count: asked }),
                    href: links.surveyQuestions(language, survey.id),
                  },
                ]
              : []),
            { text: message(language, "surveyManage.preview"), href: links.surveyPreview(language, survey.id) },
            { text: message(language, "surveys.results"), href: links.memberSurveyResults(language, survey.id) },
          ]}
        />
        <OnlyLanguage text={survey.title} language={language} />
        {done && (
          <Notice tone="success">
            <p>
              {message(language, `surveyManage.done.${done}`, {
                count: Number(readText(url, "count") ?? 0),
                organisation: directory.find(concerned) ? directory.name(concerned, language) : "",
              })}
            </p>
          </Notice>
        )}
        {shown.added !== undefined && shown.added > 0 && (
          <Notice tone="success">
            <p>{message(language, "surveyManage.done.invited", { count: shown.added, organisation: "" })}</p>
          </Notice>
        )}
        {shown.isStale && (
          <Notice tone="error">
            <p>{message(language, "surveyManage.stale")}</p>
          </Notice>
        )}
        {isOwn && (
          <StateForm
            managed={managed}
            opening={shown.opening ?? []}
            language={language}
            today={context.clock.today()}
            action={action}
          />
        )}
        <Progress managed={managed} directory={directory} language={language} action={action} />
        {isOwn && <Invitees survey={survey} language={language} action={action} unknown={shown.unknown ?? []} />}
        {isOwn && (
          <Section id="facts" title={message(language, "surveyManage.facts")}>
            <form method="post" action={`${action}#facts`} class="entry-form">
              <input type="hidden" name="revision" value={survey.revision} />
              <FactsFields
                typed={shown.typed ?? typeFacts(survey)}
                problems={shown.problems ?? []}
                language={language}
                today={context.clock.today()}
              />
              <p>
                <button type="submit" name="intent" value="facts">
                  {message(language, "surveyManage.save")}
                </button>
              </p>
            </form>
          </Section>
        )}
      </>
    ),
  };
}
