import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import { getPublicResults } from "../results.ts";
import { SurveyMark } from "./marked-words.tsx";
import { ResultsView } from "./results-view.tsx";

/** The results of a survey for everybody: numbers, and what the documents print of it. */
export const showPublicSurvey: PageHandler = async ({ context, language, params }) => {
  const results = await getPublicResults(context, params.id ?? "");
  const { survey, answered, invited } = results;
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const programme = await getProgramme(context);
  const title = localize(survey.title, language);
  const sources = [...(survey.source ? [survey.source] : []), ...results.plans.map(({ source }) => source)];
  return {
    title: title.text,
    description: localize(survey.introduction, language).text || title.text,
    area: null,
    trail: [{ text: message(language, "surveys.publicTitle"), href: links.publicSurveys(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          kicker={message(language, "surveys.title")}
          lead={localize(survey.introduction, language)}
          meta={[
            ...(survey.asked === null
              ? []
              : [
                  {
                    term: message(language, "surveyResults.asked"),
                    value: writeListedDate(survey.asked, language, "presumed"),
                  },
                ]),
            ...(survey.origin === "member"
              ? [{ term: message(language, "surveyResults.replies"), value: `${answered} / ${invited}` }]
              : []),
          ]}
        />
        <SurveyMark survey={survey} language={language} />
        <ResultsView
          results={results}
          ground={{ language, directory, topics: books.topics }}
          programme={programme}
          books={books}
          manages={false}
          words={false}
        />
        {sources.length > 0 && (
          <Section id="sources" title={message(language, "surveyResults.sources")}>
            <SourceList documents={citeSources(sources, books, language)} />
          </Section>
        )}
      </>
    ),
  };
};
