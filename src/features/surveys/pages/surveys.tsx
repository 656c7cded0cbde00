import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import { seesResults } from "../access.ts";
import { type ListedSurvey, listSurveys } from "../service.ts";

/** What is asked now first, then what was asked over the years. */
export const showSurveys: PageHandler<MemberRequest> = async ({ context, actor, language }) => {
  const listed = await listSurveys(context, actor);
  const directory = await getDirectory(context);
  const { calendar } = await getProgramme(context);
  const manages = hasPermission(actor, "surveys.manage");
  const current = listed.filter(({ survey }) => survey.state !== "closed");
  const years = Map.groupBy(
    listed.filter(({ survey }) => survey.state === "closed"),
    ({ survey }) => survey.fiscalYear,
  );
  const row = (each: ListedSurvey) => (
    <SurveyLine
      key={each.survey.id}
      listed={each}
      language={language}
      directory={directory}
      manages={manages}
      resultsShown={seesResults(actor, each.survey)}
    />
  );
  return {
    title: message(language, "surveys.title"),
    description: message(language, "surveys.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={message(language, "surveys.title")}
          lead={message(language, manages ? "surveys.leadManage" : "surveys.lead")}
          links={manages ? [{ text: message(language, "surveys.new"), href: links.newSurvey(language) }] : []}
        />
        <Section id="current" title={message(language, "surveys.current")}>
          {current.length === 0 ? (
            <EmptyState
              title={message(language, "surveys.none")}
              text={message(language, manages ? "surveys.noneManage" : "surveys.noneText")}
            />
          ) : (
            <ul class="survey-list">{current.map(row)}</ul>
          )}
        </Section>
        {[...years].map(([year, list]) => (
          <Section key={year} id={`year-${year}`} title={fiscalYearLabel(calendar, year, language)}>
            <ul class="survey-list">{list.map(row)}</ul>
          </Section>
        ))}
      </>
    ),
  };
};

interface LineProps {
  listed: ListedSurvey;
  language: Language;
  directory: OrganisationDirectory;
  manages: boolean;
  resultsShown: boolean;
}

function SurveyLine({ listed: { survey, own, replies }, language, directory, manages, resultsShown }: LineProps) {
  const title = localize(survey.title, language);
  const isMember = survey.origin === "member";
  return (
    <li>
      <p class="survey-line">
        <strong>
          <Words value={title} />
        </strong>
        <OnlyLanguage text={survey.title} language={language} />
        <span class={`tag survey-state-${survey.state}`}>{message(language, `survey.state.${survey.state}`)}</span>
        {survey.anonymous && <span class="tag">{message(language, "surveys.anonymous")}</span>}
      </p>
      <p class="survey-facts">
        {survey.asked !== null && <span>{writeListedDate(survey.asked, language, "presumed")}</span>}
        {survey.deadline !== null && (
          <span>{message(language, "surveys.until", { date: writeEdtf(survey.deadline, language) })}</span>
        )}
        {!isMember && <span>{message(language, "surveys.fromDocuments")}</span>}
      </p>
      {replies !== null && replies.invited > 0 && (
        <p class="survey-replies">
          <span class="survey-progress" aria-hidden="true">
            <span class="survey-share survey-answer-submitted" style={`flex-grow:${replies.answered}`} />
            <span class="survey-share survey-answer-none" style={`flex-grow:${replies.invited - replies.answered}`} />
          </span>
          {message(language, "surveys.replies", replies)}
        </p>
      )}
      {own.length > 0 && isMember && (
        <ul class="survey-own">
          {own.map(({ invitation, state }) => (
            <li key={invitation.organisation}>
              <a href={links.answerSurvey(language, survey.id, { organisation: invitation.organisation })}>
                {message(language, state === null ? "surveys.answerFor" : "surveys.openFor", {
                  organisation: directory.shortName(invitation.organisation, language),
                })}
              </a>
              <span class={`tag survey-answer-${state ?? "none"}`}>
                {message(language, `survey.answer.${state ?? "none"}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="survey-links">
        {manages && isMember && <a href={links.survey(language, survey.id)}>{message(language, "surveys.manage")}</a>}
        {resultsShown && survey.state !== "draft" && (
          <a href={links.memberSurveyResults(language, survey.id)}>{message(language, "surveys.results")}</a>
        )}
      </p>
    </li>
  );
}
