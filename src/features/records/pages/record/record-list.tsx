import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import type { Language } from "../../../../core/language.ts";
import { read } from "../../../../db/transaction.ts";
import { message } from "../../../../messages/message.ts";
import type { RecordKindId } from "../../../../records/kind.ts";
import { LinkTabs } from "../../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import { OffsetPagination } from "../../../../web/offset-pagination.tsx";
import type { MemberRequest, PageHandler } from "../../../../web/page.ts";
import { readText, readYear } from "../../../../web/query.ts";
import { hasPermission } from "../../../accounts/actor.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { getProgramme } from "../../../programme/service.ts";
import { findStanding, ownersFor, ownOrganisations, visibleTo } from "../../access.ts";
import { listRecordsForActor } from "../../service.ts";
import { readDates } from "../../store-dates.ts";
import { readFiscalYears } from "../../store-lists.ts";
import { isNarrowed, RecordFilter } from "./record-filter.tsx";
import { fetchPage } from "./record-paging.ts";
import { requireKind } from "./record-reader.ts";
import { RecordRows } from "./record-rows.tsx";

const pageSize = 50;
/** Kinds in the order in which members look for them. */
const tabs: readonly RecordKindId[] = [
  "activity",
  "project",
  "partnership",
  "agreement",
  "organisation",
  "claim",
  "news",
];

/** Approved records of one kind, as far as they are the reader's to see. */
export const showMemberRecords: PageHandler<MemberRequest> = async (request) => {
  const { context, language, url, actor, params } = request;
  const kind = requireKind(params.kind);
  const standing = await findStanding(context, actor);
  const { calendar } = await getProgramme(context);
  const years = await read(context.database, (t) => readFiscalYears(t, kind, visibleTo(standing)));
  const asked = readYear(url, "year");
  const filter = {
    kind,
    own: readText(url, "own") === "1" && ownOrganisations(standing).length > 0,
    fiscalYear: asked === "invalid" ? undefined : asked,
    text: readText(url, "q"),
    unpublished: readText(url, "unpublished") === "1",
  };
  const page = await fetchPage(url, pageSize, async (slice) => {
    const { records, total } = await listRecordsForActor(context, actor, { ...filter, page: slice });
    return { items: records, total };
  });
  const title = message(language, `record.kinds.${kind}`);
  const isFiltered = isNarrowed(filter);
  return {
    title,
    description: message(language, "record.listDescription"),
    area: null,
    trail: [{ text: message(language, "site.area.members"), href: links.members(language) }],
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} kicker={message(language, "record.listKicker")} />
        <LinkTabs
          label={message(language, "record.kindsLabel")}
          tabs={tabs.map((other) => ({
            text: message(language, `record.kinds.${other}`),
            href: links.memberRecords(language, other),
            current: other === kind,
          }))}
        />
        <Commands
          language={language}
          kind={kind}
          mayEnter={ownersFor(standing, kind).length > 0}
          mayExchange={hasPermission(actor, "records.enter")}
        />
        {asked === "invalid" && (
          <Notice tone="warning">
            <p>{message(language, "record.badYear")}</p>
          </Notice>
        )}
        <RecordFilter
          language={language}
          kind={kind}
          filter={filter}
          years={years.map((year) => ({ value: String(year), text: fiscalYearLabel(calendar, year, language) }))}
          hasOwn={ownOrganisations(standing).length > 0}
        />
        {page.total === 0 ? (
          <EmptyState
            title={message(language, isFiltered ? "record.noneFound" : "record.none")}
            text={message(language, isFiltered ? "record.noneFoundText" : "record.noneText")}
            links={
              isFiltered
                ? [{ text: message(language, "record.clearFilter"), href: links.memberRecords(language, kind) }]
                : []
            }
          />
        ) : (
          <>
            <p class="list-count">{message(language, "record.count", { count: page.total })}</p>
            <RecordRows
              records={page.items}
              dates={await read(context.database, (t) => readDates(t, page.items))}
              language={language}
              calendar={calendar}
              directory={await getDirectory(context)}
            />
          </>
        )}
        <OffsetPagination page={page} url={url} language={language} />
      </>
    ),
  };
};

function Commands({
  language,
  kind,
  mayEnter,
  mayExchange,
}: {
  language: Language;
  kind: RecordKindId;
  mayEnter: boolean;
  mayExchange: boolean;
}) {
  if (!mayEnter && !mayExchange) return null;
  return (
    <p class="commands">
      {mayEnter && (
        <a class="command command-first" href={links.newEntry(language, kind)}>
          {message(language, `record.enterNew.${kind}`)}
        </a>
      )}
      {mayExchange && (
        <a class="command" href={links.exchange(language, { kind })}>
          {message(language, "record.exchange")}
        </a>
      )}
    </p>
  );
}
