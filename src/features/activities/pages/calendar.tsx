import { parseEdtf } from "../../../core/edtf.ts";
import { formatEdtf } from "../../../core/edtf-format.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { type CalendarEntry, MonthCalendar } from "../../../web/components/month-calendar.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Pagination } from "../../../web/components/pagination.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { changeQuery } from "../../../web/query.ts";
import { type Activity, statusOn } from "../activity.ts";
import { describeFilterForm } from "../filter-form.ts";
import { gatherKnowledge, type Knowledge, writeMonthName } from "../filter-knowledge.ts";
import { citeDocuments } from "../list-items.ts";
import { hasExactDays, shiftMonth } from "../month.ts";
import { carryFilter, readActivityFilter } from "../read-filter.ts";
import { getActivities, getLatestMonth, getYearCounts } from "../service.ts";
import { nameStatus, writeDate } from "../summarise.ts";
import { DocumentSources } from "./document-sources.tsx";
import { FilterNotices } from "./filter-notices.tsx";

/** More do not fit on a sheet of paper, nor in anybody's head. */
const mostEntries = 1_000;

/** One month: what has its days on the calendar, and below it what is known less exactly. */
export const showCalendar: PageHandler = async ({ context, language, url }) => {
  const knowledge = await gatherKnowledge(context, language);
  const read = readActivityFilter(url, knowledge);
  const today = knowledge.today.slice(0, 7);
  const month = read.filter.month ?? (await getLatestMonth(context, knowledge.programme.asOf)) ?? today;
  const filter = { ...read.filter, fiscalYear: undefined, month, onceEachEvent: true };
  const activities = await getActivities(context, filter, { limit: mostEntries, order: "oldest" });
  const exact = activities.filter(hasExactDays);
  const counts = await getYearCounts(context);
  const name = writeMonthName(month, language);
  const title = message(language, "calendar.title", { month: name });
  const step = (to: string | null) =>
    to === null ? undefined : { text: writeMonthName(to, language), href: changeQuery(url, { month: to }) };
  return {
    title,
    description: message(language, "calendar.description", { month: name }),
    area: "activities",
    trail: [{ text: message(language, "activities.title"), href: links.activities(language) }],
    unlisted: true,
    landscape: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "calendar.lead", { exact: exact.length, other: activities.length - exact.length })}
          links={[
            {
              text: message(language, "calendar.list"),
              href: carryFilter(links.activities(language), read, { month }),
            },
            { text: message(language, "activities.icalendar"), href: carryFilter(links.calendarFeed(language), read) },
          ]}
        />
        <FilterNotices read={read} knowledge={knowledge} />
        <FilterForm
          {...describeFilterForm({
            url,
            read,
            knowledge,
            years: [],
            kinds: counts.map(({ kind }) => kind),
            without: ["fiscalYear"],
            withoutChip: ["month"],
          })}
        />
        <Pagination
          label={message(language, "calendar.months")}
          position={name}
          previous={step(shiftMonth(month, -1))}
          next={step(shiftMonth(month, 1))}
        />
        <MonthCalendar
          label={name}
          month={month}
          weekdays={nameWeekdays(language, firstWeekday[language])}
          firstWeekday={firstWeekday[language]}
          entries={exact.map((activity) => describeEntry(activity, knowledge))}
          undated={{
            title: message(language, "calendar.undated"),
            entries: activities
              .filter((activity) => !hasExactDays(activity))
              .map((activity) => describeEntry(activity, knowledge)),
          }}
          emptyText={message(language, "calendar.empty")}
        />
        <DocumentSources documents={citeDocuments(activities, knowledge)} language={language} />
      </>
    ),
  };
};

/** Calendars hang from Sunday in Japan, from Monday in China and in ISO 8601. */
const firstWeekday: Record<Language, 1 | 7> = { ja: 7, zh: 1, en: 1 };

function nameWeekdays(language: Language, first: 1 | 7): string[] {
  const format = new Intl.DateTimeFormat(languageTags[language], { weekday: "short", timeZone: "UTC" });
  // 2024-01-07 was a Sunday, the 1st a Monday.
  const start = first === 7 ? 7 : 1;
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2024, 0, start + index))));
}

function describeEntry(activity: Activity, { language, today }: Knowledge): CalendarEntry {
  const parsed = parseEdtf(activity.date ?? "");
  return {
    id: activity.id,
    start: activity.dateFrom ?? "",
    end: activity.dateTo ?? "",
    dateLabel: parsed.ok
      ? formatEdtf(parsed.value, language, { style: "short" })
      : writeDate(activity.date, activity.dateText, language).date,
    title: localize(activity.title, language),
    href: links.activity(language, activity.id),
    status: nameStatus(statusOn(activity, today), language),
  };
}
