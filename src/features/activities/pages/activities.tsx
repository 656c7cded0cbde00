import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Pagination } from "../../../web/components/pagination.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { changeQuery, readText } from "../../../web/query.ts";
import { type Cursor, decodeCursor, encodeCursor } from "../filter.ts";
import { describeFilterForm } from "../filter-form.ts";
import { gatherKnowledge } from "../filter-knowledge.ts";
import { citeDocuments, listItems } from "../list-items.ts";
import { carryFilter, readActivityFilter } from "../read-filter.ts";
import { type ActivityPage, getActivityPage, getYearCounts } from "../service.ts";
import { DocumentSources } from "./document-sources.tsx";
import { FilterNotices } from "./filter-notices.tsx";

const pageSize = 50;

/** Everything on record, newest first, narrowed by what the address says. */
export const showActivities: PageHandler = async ({ context, language, url }) => {
  const knowledge = await gatherKnowledge(context, language);
  const read = readActivityFilter(url, knowledge);
  const { after, isBroken } = readCursor(url);
  const filter = { ...read.filter, onceEachEvent: true };
  const page = await getActivityPage(context, filter, { limit: pageSize, after, order: "newest" });
  const counts = await getYearCounts(context);
  const items = await listItems(context, page.activities, knowledge);
  const title = message(language, "activities.title");
  const atomHref = carryFilter(links.atom(language), read);
  return {
    title,
    description: message(language, "activities.description"),
    area: "activities",
    trail: [],
    unlisted: read.active.length > 0 || after !== null,
    feeds: [{ href: atomHref, title: message(language, "activities.atom"), type: "application/atom+xml" }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={describeCount(page, read.filter.ledger !== undefined, language)}
          links={[
            {
              text: message(language, "activities.calendar"),
              href: carryFilter(links.activityCalendar(language), read),
            },
            { text: message(language, "activities.icalendar"), href: carryFilter(links.calendarFeed(language), read) },
            { text: message(language, "activities.atom"), href: atomHref },
          ]}
        />
        <FilterNotices read={read} knowledge={knowledge} brokenCursor={isBroken} />
        <FilterForm
          {...describeFilterForm({
            url,
            read,
            knowledge,
            years: [...new Set(counts.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => b - a),
            kinds: counts.map(({ kind }) => kind),
          })}
        />
        {items.length === 0 ? (
          <EmptyState
            title={message(language, "activities.emptyTitle")}
            text={message(language, "activities.emptyText")}
            links={[{ text: message(language, "activities.clear"), href: links.activities(language) }]}
          />
        ) : (
          <ActivityList activities={items} separator={message(language, "list.slash")} />
        )}
        {(page.next !== null || after !== null) && (
          <Pagination
            label={message(language, "activities.paging")}
            position={message(language, "activities.position", { shown: items.length, total: page.total })}
            previous={
              after === null
                ? undefined
                : { text: message(language, "activities.first"), href: changeQuery(url, { cursor: undefined }) }
            }
            next={
              page.next === null
                ? undefined
                : {
                    text: message(language, "activities.next"),
                    href: changeQuery(url, { cursor: encodeCursor(page.next) }),
                  }
            }
          />
        )}
        <DocumentSources documents={citeDocuments(page.activities, knowledge)} language={language} />
      </>
    ),
  };
};

function readCursor(url: URL): { after: Cursor | null; isBroken: boolean } {
  const text = readText(url, "cursor");
  const after = text === undefined ? null : decodeCursor(text);
  return { after, isBroken: text !== undefined && after === null };
}

/** How many there are and how an event that two ledgers hold was counted. */
function describeCount({ total, repeated }: ActivityPage, oneLedger: boolean, language: Language): string {
  const sentences = [message(language, "activities.count", { total })];
  if (repeated > 0) sentences.push(message(language, "activities.repeated", { repeated }));
  if (oneLedger) sentences.push(message(language, "activities.oneLedger"));
  return sentences.join(message(language, "activities.sentenceJoint"));
}
