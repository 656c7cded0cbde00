import { writeEdtf } from "../../../core/edtf-format.ts";
import { type FiscalCalendar, fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { StackedRows } from "../../../web/components/stacked-rows.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import { getPublicResults, type SurveyResults } from "../results.ts";
import { listPublicSurveys } from "../service.ts";
import { fewestAnonymousAnswers, type Survey } from "../survey.ts";

/** Every survey whose results are everybody's: what each brought, then one by one over the years. */
export const showPublicSurveys: PageHandler = async ({ context, language }) => {
  const surveys = await listPublicSurveys(context);
  const all = await Promise.all(surveys.map(({ id }) => getPublicResults(context, id)));
  const { calendar } = await getProgramme(context);
  const books = await getBooks(context);
  const title = message(language, "surveys.publicTitle");
  return {
    title,
    description: message(language, "surveys.publicLead"),
    area: null,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "surveys.publicLead")}
          links={[
            { text: message(language, "concern.title"), href: links.concerns(language) },
            { text: "JSON", href: links.api("surveys", { lang: language }) },
          ]}
        />
        {all.length === 0 ? (
          <EmptyState
            title={message(language, "surveys.publicNone")}
            text={message(language, "surveys.publicNoneText")}
            links={[{ text: message(language, "concern.title"), href: links.concerns(language) }]}
          />
        ) : (
          <Picture all={all} calendar={calendar} language={language} />
        )}
        {all.length > 0 && (
          <Section id="surveys" title={message(language, "surveys.publicList")}>
            <ul class="survey-list">
              {all.map((results) => (
                <PublicLine
                  key={results.survey.id}
                  results={results}
                  year={fiscalYearLabel(calendar, results.survey.fiscalYear, language)}
                  language={language}
                />
              ))}
            </ul>
          </Section>
        )}
        <SourceList
          documents={citeSources(
            surveys.flatMap(({ source }) => source ?? []),
            books,
            language,
          )}
        />
      </>
    ),
  };
};

const kinds = ["plans", "concerns", "others"] as const;

/** What a survey brought; of plans and concerns told by documents as many as these print. */
function countBrought({ plans, concerns, tallies }: SurveyResults): Record<(typeof kinds)[number], number> {
  const answersTo = (wanted: (kind: string) => boolean) =>
    tallies.filter(({ question }) => wanted(question.kind)).reduce((sum, { answered }) => sum + answered, 0);
  return {
    plans: Math.max(
      plans.length,
      answersTo((kind) => kind === "plan"),
    ),
    concerns: Math.max(
      concerns.length,
      answersTo((kind) => kind === "concerns"),
    ),
    others: answersTo((kind) => kind !== "plan" && kind !== "concerns"),
  };
}

function Picture({
  all,
  calendar,
  language,
}: {
  all: readonly SurveyResults[];
  calendar: FiscalCalendar;
  language: Language;
}) {
  const brought = all.map((results) => ({ results, counts: countBrought(results) }));
  const shown = kinds.filter((kind) => brought.some(({ counts }) => counts[kind] > 0));
  if (shown.length === 0) return null;
  return (
    <StackedRows
      id="brought"
      title={message(language, "surveys.brought")}
      unit={message(language, "surveys.broughtUnit")}
      series={shown.map((kind) => ({ key: kind, label: message(language, `surveys.broughtKind.${kind}`) }))}
      rows={brought.map(({ results: { survey }, counts }) => ({
        key: survey.id,
        label: nameBriefly(survey, calendar, language),
        href: links.surveyResults(language, survey.id),
        values: shown.map((kind) => counts[kind]),
      }))}
      rowLabel={message(language, "surveys.title")}
      totalLabel={message(language, "surveyResults.total")}
      tableLabel={message(language, "needs.picture.table")}
    />
  );
}

/** Titles are long, and not all are translated: beside the picture a survey is known by when it was. */
function nameBriefly(survey: Survey, calendar: FiscalCalendar, language: Language): string {
  const when = sayWhen(survey, language);
  if (survey.asked !== null && when !== null) return when;
  const year = fiscalYearLabel(calendar, survey.fiscalYear, language);
  return when === null ? year : message(language, "surveys.yearAndDay", { year, day: when });
}

function sayWhen({ asked, deadline }: Survey, language: Language): string | null {
  if (asked !== null) return writeListedDate(asked, language, "presumed");
  return deadline === null ? null : message(language, "surveys.until", { date: writeEdtf(deadline, language) });
}

function PublicLine({ results, year, language }: { results: SurveyResults; year: string; language: Language }) {
  const { survey, answered, invited, tooFew, plans, concerns } = results;
  const when = sayWhen(survey, language);
  const isMember = survey.origin === "member";
  return (
    <li>
      <p class="survey-line">
        <a href={links.surveyResults(language, survey.id)}>
          <Words value={localize(survey.title, language)} />
        </a>
        <OnlyLanguage text={survey.title} language={language} />
        {survey.anonymous && <span class="tag">{message(language, "surveys.anonymous")}</span>}
      </p>
      <p class="survey-facts">
        <span>{year}</span>
        {when !== null && <span>{when}</span>}
        {isMember ? (
          <span>{message(language, "surveys.replies", { answered, invited })}</span>
        ) : (
          <span>{message(language, "surveys.fromDocuments")}</span>
        )}
        {plans.length > 0 && <span>{message(language, "surveys.plans", { count: plans.length })}</span>}
        {concerns.length > 0 && <span>{message(language, "surveys.concerns", { count: concerns.length })}</span>}
      </p>
      {tooFew && (
        <p class="form-help">{message(language, "surveyResults.tooFew", { count: fewestAnonymousAnswers })}</p>
      )}
    </li>
  );
}
