import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { readText, readYear } from "../../../web/query.ts";
import { getProgramme } from "../../programme/service.ts";
import type { Upcoming } from "../../records/upcoming.ts";
import { linkTo, UpcomingList } from "../../records/upcoming-list.tsx";
import { getTablePreview, type PreviewRequest, type TablePreview } from "../preview.ts";
import { PublishedTable, type RowMark } from "./published-table.tsx";

const changes = ["new", "changed", "gone"] as const;

/** A published table as it would be with what is not public yet; for members only, and never to be taken for the table itself. */
export const showTablePreview: PageHandler<MemberRequest> = async ({ context, language, url, params, actor }) => {
  const id = params.id ?? "";
  const year = readYear(url, "fiscalYear");
  const include = readText(url, "include") === "submitted" ? "submitted" : "approved";
  const request: PreviewRequest = { fiscalYear: year === "invalid" ? undefined : year, include, language };
  const preview = await getTablePreview(context, actor, id, request);
  const { calendar } = await getProgramme(context);
  const nameYear = (fiscalYear: number) => fiscalYearLabel(calendar, fiscalYear, language);
  const shownYear = preview.table?.fiscalYear ?? request.fiscalYear;
  const tableTitle =
    shownYear === undefined
      ? preview.title
      : message(language, "tables.titleOfYear", { title: preview.title, year: nameYear(shownYear) });
  const title = message(language, "preview.title", { title: tableTitle });
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    landscape: (preview.table?.columns.length ?? 0) > 4,
    trail: [{ text: message(language, "preview.list.title"), href: links.memberTables(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, "preview.kicker")}
          title={tableTitle}
          meta={
            preview.table
              ? [{ term: message(language, "tables.asOf"), value: writeEdtf(preview.table.asOf, language) }]
              : []
          }
          links={[
            { text: message(language, "preview.publicTable"), href: links.table(language, id) },
            ...(shownYear === undefined
              ? []
              : [{ text: message(language, "preview.toYear"), href: links.memberYear(language, shownYear) }]),
          ]}
        />
        {year === "invalid" && (
          <Notice tone="warning">
            <p>{message(language, "preview.badQuery", { value: readText(url, "fiscalYear") ?? "" })}</p>
          </Notice>
        )}
        <Banner preview={preview} include={include} language={language} />
        <PreviewTabs id={id} preview={preview} request={request} nameYear={nameYear} />
        {preview.table ? (
          <PublishedTable
            table={preview.table}
            title={tableTitle}
            language={language}
            marks={markRecords(preview.included, language)}
          />
        ) : (
          <EmptyState title={message(language, "preview.noTable")} />
        )}
        {preview.included.length > 0 && (
          <Section id="included" title={message(language, "preview.included")}>
            {changes.map((change) => (
              <UpcomingList
                key={change}
                title={message(language, `year.changes.${change}`)}
                items={preview.included.filter((item) => item.change === change)}
                language={language}
              />
            ))}
          </Section>
        )}
      </>
    ),
  };
};

function Banner({
  preview: { included, leftOut, untried },
  include,
  language,
}: {
  preview: TablePreview;
  include: PreviewRequest["include"];
  language: Language;
}) {
  return (
    <Notice tone="warning" title={message(language, "preview.banner.title")}>
      <p>
        {included.length === 0
          ? message(language, "preview.none")
          : message(language, `preview.banner.${include}`, { count: included.length })}
      </p>
      {leftOut > 0 && <p>{message(language, "preview.banner.leftOut", { count: leftOut })}</p>}
      {untried > 0 && <p>{message(language, "preview.untried", { count: untried })}</p>}
    </Notice>
  );
}

function PreviewTabs({
  id,
  preview,
  request: { fiscalYear, include, language },
  nameYear,
}: {
  id: string;
  preview: TablePreview;
  request: PreviewRequest;
  nameYear: (fiscalYear: number) => string;
}) {
  const shownYear = preview.table?.fiscalYear ?? fiscalYear;
  return (
    <>
      <LinkTabs
        label={message(language, "preview.include.label")}
        tabs={(["approved", "submitted"] as const).map((choice) => ({
          text: message(language, `preview.include.${choice}`),
          href: links.tablePreview(language, id, { fiscalYear, include: choice }),
          current: choice === include,
        }))}
      />
      {preview.fiscalYears.length > 1 && (
        <LinkTabs
          label={message(language, "tables.chooseYear")}
          tabs={preview.fiscalYears.map((choice) => ({
            text: nameYear(choice),
            href: links.tablePreview(language, id, { fiscalYear: choice, include }),
            current: choice === shownYear,
          }))}
        />
      )}
    </>
  );
}

/** What waits for approval is marked as such, what is approved as not public. */
function markRecords(included: readonly Upcoming[], language: Language): Map<string, RowMark> {
  return new Map(
    included.map((item) => [
      item.id,
      {
        href: linkTo(item, language),
        label: message(language, item.entry === null ? "preview.mark" : "preview.waiting"),
      },
    ]),
  );
}
