import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { Matrix } from "../../../web/components/matrix.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { readYear } from "../../../web/query.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { getTable, listTables } from "../../statistics/service.ts";
import { getPartnerships } from "../service.ts";
import { assembleMatrix, cutIntoGrids } from "./assemble-matrix.ts";
import { MarkKey } from "./year-marks.tsx";

const tableId = "partnership-matrix";

/** Home governments down, partner governments across, the type of the pair where they meet. */
export const showPartnershipMatrix: PageHandler = async ({ context, language, url }) => {
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const asked = readYear(url, "fiscalYear");
  const fiscalYear = asked === "invalid" ? undefined : asked;
  const table = await getTable(context, tableId, { fiscalYear, language });
  const years = (await listTables(context, language)).find(({ id }) => id === tableId)?.fiscalYears ?? [];
  const partnerships = await getPartnerships(context);
  const page = choosePage(cutIntoGrids(table.rows), 1, url);
  const grid = assembleMatrix(page.items[0] ?? [], table, partnerships, directory, language);
  const title = message(language, "partnerships.matrixTitle");
  const yearName = (year: number) => fiscalYearLabel(programme.calendar, year, language);
  return {
    title:
      fiscalYear === undefined
        ? title
        : message(language, "partnerships.matrixOf", { title, year: yearName(fiscalYear) }),
    description: message(language, "partnerships.matrixDescription"),
    area: "partnerships",
    trail: [{ text: message(language, "site.area.partnerships"), href: links.partnerships(language) }],
    landscape: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "partnerships.matrixLead")}
          links={[
            { text: message(language, "partnerships.asTable"), href: links.table(language, tableId, { fiscalYear }) },
            {
              text: message(language, "partnerships.asCsv"),
              href: links.tableFile(language, tableId, "csv", { fiscalYear }),
            },
          ]}
        />
        {asked === "invalid" && (
          <Notice tone="warning">
            <p>
              {message(language, "organisations.unknownFilter", { value: url.searchParams.get("fiscalYear") ?? "" })}
            </p>
          </Notice>
        )}
        <LinkTabs
          label={message(language, "partnerships.chooseYear")}
          tabs={[
            {
              text: message(language, "partnerships.allYears"),
              href: links.partnershipMatrix(language),
              current: fiscalYear === undefined,
            },
            ...years.map((year) => ({
              text: yearName(year),
              href: links.partnershipMatrix(language, { fiscalYear: year }),
              current: year === fiscalYear,
            })),
          ]}
        />
        {grid.rows.length === 0 ? (
          <EmptyState title={message(language, "partnerships.none")} />
        ) : (
          <>
            <MarkKey language={language} />
            <Matrix
              id="matrix"
              caption={
                fiscalYear === undefined ? message(language, "partnerships.matrixAllYears") : yearName(fiscalYear)
              }
              rowsLabel={message(language, "partnerships.homeSide")}
              columnsLabel={message(language, "partnerships.partnerSide")}
              scrollHint={message(language, "partnerships.scrollHint")}
              {...grid}
            />
          </>
        )}
        <OffsetPagination page={page} url={url} language={language} />
        <Section id="notes" title={message(language, "partnerships.notes")}>
          <ul class="record-list">
            {table.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      </>
    ),
  };
};
