import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { TableDocument } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import type { TextLink } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler, PageRequest } from "../../../web/page.ts";
import { getPlans } from "../../partnerships/service.ts";
import { getBooks } from "../../programme/books.ts";
import { getProgramme } from "../../programme/service.ts";
import { listPublicSurveys } from "../../surveys/service.ts";
import { getCatalogue } from "../catalogue.ts";
import { getDataTables } from "../data/data-tables.ts";
import { getTable } from "../service.ts";
import { chartTable } from "../table-charts.ts";
import { AsOfForm } from "./as-of-form.tsx";
import { CountingNotes } from "./counting-notes.tsx";
import { PublishedTable } from "./published-table.tsx";
import { readTableQuery } from "./read-table-query.ts";
import { TableCharts } from "./table-charts.tsx";
import { TableDownloads } from "./table-downloads.tsx";

/** One published table: as the ministry's documents print it, with how every number was counted. */
export const showTable: PageHandler = async (request) => {
  const { context, language, params } = request;
  const query = readTableQuery(request);
  const table = await getTable(context, params.id ?? "", { ...query, language });
  const catalogue = await getCatalogue(context);
  const definition = catalogue.tables.find(({ id }) => id === table.id);
  const { calendar } = await getProgramme(context);
  const books = await getBooks(context);
  const years = definition?.fiscalYears ?? [];
  const chosen = { fiscalYear: table.fiscalYear ?? undefined, asOf: query.asOf };
  const yearTitle = table.fiscalYear === null ? "" : fiscalYearLabel(calendar, table.fiscalYear, language);
  const title =
    yearTitle === "" ? table.title : message(language, "tables.titleOfYear", { title: table.title, year: yearTitle });
  const choosable = definition?.layout === "partnership-matrix" || table.fiscalYear !== null;
  return {
    title,
    description: message(language, "tables.description", { title }),
    area: "tables",
    trail: [{ text: message(language, "tables.title"), href: links.tables(language) }],
    landscape: table.columns.length > 4,
    unlisted: query.asOf !== undefined,
    jsonLd: describeDataset(request, table, title),
    body: (
      <>
        <PageHeading
          title={title}
          meta={[{ term: message(language, "tables.asOf"), value: writeEdtf(table.asOf, language) }]}
          links={[
            { text: message(language, "tables.downloads.title"), href: "#downloads" },
            ...(definition?.layout === "plans" ? await linkSurveys(request, table) : []),
          ]}
        />
        {choosable && years.length > 1 && (
          <LinkTabs
            label={message(language, "tables.chooseYear")}
            tabs={[
              ...(definition?.layout === "partnership-matrix"
                ? [
                    {
                      text: message(language, "tables.allYears"),
                      href: links.table(language, table.id, { asOf: query.asOf }),
                      current: table.fiscalYear === null,
                    },
                  ]
                : []),
              ...years.map((year) => ({
                text: fiscalYearLabel(calendar, year, language),
                href: links.table(language, table.id, { fiscalYear: year, asOf: query.asOf }),
                current: year === table.fiscalYear,
              })),
            ]}
          />
        )}
        <PublishedTable table={table} title={title} language={language} />
        <AsOfForm table={table} chosen={query.asOf} language={language} />
        <TableCharts charts={await chartTable(context, table)} chosen={chosen} language={language} />
        <Section id="downloads" title={message(language, "tables.downloads.title")}>
          <TableDownloads
            table={table}
            chosen={chosen}
            language={language}
            parts={(await getDataTables(context, table.id, { ...chosen, language })).slice(1).map(({ id }) => id)}
          />
        </Section>
        <Section id="counting" title={message(language, "tables.howCounted")}>
          <CountingNotes request={request} table={table} catalogue={catalogue} measures={definition?.measures ?? []} />
        </Section>
        <Section id="sources" title={message(language, "tables.printedIn")}>
          <ul>
            {(definition?.documents ?? []).map((id) => (
              <li key={id}>
                <a href={links.document(language, id)}>{localize(books.document(id).title, language).text}</a>
              </li>
            ))}
          </ul>
        </Section>
      </>
    ),
  };
};

/** The survey from whose answers the plans of the year were written, as document A says of its reference table 1. */
async function linkSurveys({ context, language }: PageRequest, table: TableDocument): Promise<TextLink[]> {
  const plans = (await getPlans(context)).filter(({ fiscalYear }) => fiscalYear === table.fiscalYear);
  const surveys = (await listPublicSurveys(context)).filter(({ id }) => plans.some(({ survey }) => survey === id));
  return surveys.map(({ id, title }) => ({
    text: message(language, "surveyResults.behind", { title: localize(title, language).text }),
    href: links.surveyResults(language, id),
  }));
}

/** schema.org/Dataset, so that the table is found as data. */
function describeDataset({ language, url }: PageRequest, table: TableDocument, title: string) {
  const chosen = { fiscalYear: table.fiscalYear ?? undefined };
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    inLanguage: language,
    url: `${url.origin}${links.table(language, table.id, chosen)}`,
    license: "https://creativecommons.org/licenses/by/4.0/",
    description: message(language, "tables.description", { title }),
    distribution: [
      {
        "@type": "DataDownload",
        encodingFormat: "text/csv",
        contentUrl: `${url.origin}${links.tableFile(language, table.id, "csv", chosen)}`,
      },
      {
        "@type": "DataDownload",
        encodingFormat: "application/json",
        contentUrl: `${url.origin}${links.api(`tables/${table.id}`, chosen)}`,
      },
    ],
  };
}
