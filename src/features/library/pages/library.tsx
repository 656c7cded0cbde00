import { fiscalYearLabel, fiscalYearOf } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getProgramme } from "../../programme/service.ts";
import { reportKindIds } from "../../reports/report-kind.ts";
import type { DocumentSummary } from "../document.ts";
import { orderEditions } from "../order-editions.ts";
import { listDocuments } from "../service.ts";
import { DocumentRows } from "./document-rows.tsx";

/** The documents that everyone may have, by the year that they speak of. */
export const showLibrary: PageHandler = async ({ context, language }) => {
  const documents = await listDocuments(context, null);
  const { calendar } = await getProgramme(context);
  const years = groupByYear(documents, ({ parameters, asOf }) => parameters.fiscalYear ?? fiscalYearOf(calendar, asOf));
  const title = message(language, "library.public.title");
  const lead = message(language, "library.public.lead");
  return {
    title,
    description: lead,
    area: null,
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          links={[
            ...(documents.some(({ kind }) => kind === "evaluation")
              ? [{ text: message(language, "evaluation.public.title"), href: `${links.evaluation(language)}#finished` }]
              : []),
            { text: message(language, "documents.title"), href: links.documents(language) },
            { text: message(language, "tables.title"), href: links.tables(language) },
          ]}
        />
        {years.length === 0 && (
          <EmptyState
            title={message(language, "library.public.none")}
            text={message(language, "library.public.noneText")}
            links={[{ text: message(language, "tables.title"), href: links.tables(language) }]}
          />
        )}
        {years.length > 1 && (
          <YearLinks years={years} language={language} nameYear={(year) => fiscalYearLabel(calendar, year, language)} />
        )}
        {years.map(([year, ofYear]) => (
          <Section key={year} id={`year-${year}`} title={fiscalYearLabel(calendar, year, language)}>
            <DocumentRows
              documents={orderEditions(ofYear, language)}
              language={language}
              hrefOf={({ id }) => links.libraryDocument(language, id)}
              fileHrefOf={({ id }, format) => links.libraryFile(language, id, format)}
            />
          </Section>
        ))}
      </>
    ),
  };
};

type YearGroup = [year: number, documents: DocumentSummary[]];

/** Newest year first; in a year by kind, then newest first as they come. */
function groupByYear(
  documents: readonly DocumentSummary[],
  yearOf: (document: DocumentSummary) => number,
): YearGroup[] {
  const order = (document: DocumentSummary) => reportKindIds.indexOf(document.kind);
  return [...Map.groupBy(documents, yearOf)]
    .map(([year, ofYear]): YearGroup => [year, ofYear.toSorted((a, b) => order(a) - order(b))])
    .sort(([a], [b]) => b - a);
}

function YearLinks({
  years,
  language,
  nameYear,
}: {
  years: YearGroup[];
  language: Language;
  nameYear(year: number): string;
}) {
  return (
    <nav class="library-years" aria-label={message(language, "library.public.years")}>
      <ul>
        {years.map(([year, { length }]) => (
          <li key={year}>
            <a href={`#year-${year}`}>
              {nameYear(year)} <span class="hint">({length})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
