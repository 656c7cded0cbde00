import { parseEdtf } from "../../../core/edtf.ts";
import { formatEdtf } from "../../../core/edtf-format.ts";
import { AppError } from "../../../core/errors.ts";
import { fiscalMonths, fiscalYearLabel, fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { ActivityList } from "../../../web/components/activity-list.tsx";
import { BarChart } from "../../../web/components/bar-chart.tsx";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Pagination } from "../../../web/components/pagination.tsx";
import { Section } from "../../../web/components/section.tsx";
import { YearMonths } from "../../../web/components/year-months.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import type { Activity } from "../activity.ts";
import { gatherKnowledge, type Knowledge, writeMonthName } from "../filter-knowledge.ts";
import { citeDocuments, listItems } from "../list-items.ts";
import { getActivities, getMonthCounts } from "../service.ts";
import { arrangeYear, type Chronicle, drawMonths, type MonthCount } from "../year-chronicle.ts";
import { getYearsOnRecord, type YearOnRecord } from "../year-extent.ts";
import { DocumentSources } from "./document-sources.tsx";

/** A year with more is shown by its months, each of which leads to its list. */
const mostOnOnePage = 600;

/** One fiscal year, month by month. */
export const showYear: PageHandler = async ({ context, language, params }) => {
  const knowledge = await gatherKnowledge(context, language);
  const years = await getYearsOnRecord(context, knowledge.programme);
  const index = years.findIndex(({ fiscalYear }) => String(fiscalYear) === params.fiscalYear);
  const year = years[index];
  if (!year) throw new AppError("not-found", { kind: "fiscal-year", fiscalYear: params.fiscalYear });
  const { fiscalYear } = year;
  const filter = { fiscalYear, onceEachEvent: true };
  const isLong = year.total > mostOnOnePage;
  const activities = isLong ? [] : await getActivities(context, filter, { limit: mostOnOnePage, order: "oldest" });
  const counts = await getMonthCounts(context, fiscalYear);
  const chronicle = arrangeYear(activities, await listItems(context, activities, knowledge), fiscalYear, knowledge);
  const name = fiscalYearLabel(knowledge.programme.calendar, fiscalYear, language);
  const title = message(language, "years.yearTitle", { year: name });
  return {
    title,
    description: message(language, "years.yearDescription", { year: name }),
    area: "years",
    trail: [{ text: message(language, "years.title"), href: links.years(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={describePeriod(fiscalYear, year.total, knowledge)}
          links={[
            { text: message(language, "years.list"), href: links.activities(language, { fiscalYear }) },
            { text: message(language, "years.overview"), href: links.table(language, "overview") },
            { text: message(language, "activities.icalendar"), href: links.calendarFeed(language, { fiscalYear }) },
          ]}
        />
        <YearSteps years={years} index={index} knowledge={knowledge} />
        <ExtentNotice year={year} language={language} />
        {year.total > 0 && (
          <>
            <KindFigures year={year} language={language} />
            <BarChart {...drawMonths(counts, fiscalYear, knowledge)} />
            {isLong ? (
              <MonthLinks fiscalYear={fiscalYear} counts={counts} knowledge={knowledge} />
            ) : (
              <ChronicleSections chronicle={chronicle} name={name} language={language} />
            )}
          </>
        )}
        <YearDocuments activities={activities} knowledge={knowledge} />
      </>
    ),
  };
};

function describePeriod(fiscalYear: number, total: number, { programme, language }: Knowledge): string {
  const { from, to } = fiscalYearRange(programme.calendar, fiscalYear);
  const period = parseEdtf(`${from}/${to}`);
  return message(language, "years.yearLead", {
    period: period.ok ? formatEdtf(period.value, language) : "",
    total,
  });
}

function YearSteps({ years, index, knowledge }: { years: YearOnRecord[]; index: number; knowledge: Knowledge }) {
  const { language, programme } = knowledge;
  const step = (year: YearOnRecord | undefined) =>
    year && {
      text: fiscalYearLabel(programme.calendar, year.fiscalYear, language),
      href: links.year(language, year.fiscalYear),
    };
  const here = years[index];
  return (
    <Pagination
      label={message(language, "years.steps")}
      position={here ? fiscalYearLabel(programme.calendar, here.fiscalYear, language) : ""}
      previous={step(years[index - 1])}
      next={step(years[index + 1])}
    />
  );
}

function ExtentNotice({ year, language }: { year: YearOnRecord; language: Language }) {
  if (year.extent === "full") return null;
  const overview = { text: message(language, "years.overview"), href: links.table(language, "overview") };
  if (year.extent === "figures-only")
    return (
      <EmptyState
        title={message(language, "years.figuresOnlyTitle")}
        text={message(language, "years.figuresOnlyText")}
        links={[overview, { text: message(language, "site.area.figures"), href: links.figures(language) }]}
      />
    );
  return (
    <Notice tone="information">
      <p>
        {message(language, `years.note.${year.extent}`)} <a href={overview.href}>{overview.text}</a>
      </p>
    </Notice>
  );
}

function KindFigures({ year, language }: { year: YearOnRecord; language: Language }) {
  const number = new Intl.NumberFormat(languageTags[language]);
  return (
    <>
      <KeyFigures
        figures={year.kinds.map(({ kind, count }) => ({
          label: choiceMessage(language, "activity.kind", kind),
          value: number.format(count),
          unit: message(language, "years.unit"),
          href: links.activities(language, { fiscalYear: year.fiscalYear, kind }),
        }))}
      />
      <p class="hint">{message(language, "years.countsNote")}</p>
    </>
  );
}

function ChronicleSections({ chronicle, name, language }: { chronicle: Chronicle; name: string; language: Language }) {
  const separator = message(language, "list.slash");
  return (
    <>
      <Section id="months" title={message(language, "years.byMonth")}>
        <YearMonths
          label={message(language, "years.monthsOf", { year: name })}
          months={chronicle.months}
          emptyText={message(language, "years.emptyMonth")}
          countText={(count) => message(language, "years.count", { count })}
          separator={separator}
        />
      </Section>
      {chronicle.rest.map(({ id, activities }) => (
        <Section
          key={id}
          id={id}
          title={message(language, `years.rest.${id}`)}
          lead={message(language, `years.restLead.${id}`)}
        >
          <ActivityList activities={activities} separator={separator} />
        </Section>
      ))}
    </>
  );
}

function MonthLinks({
  fiscalYear,
  counts,
  knowledge,
}: {
  fiscalYear: number;
  counts: MonthCount[];
  knowledge: Knowledge;
}) {
  const { language, programme } = knowledge;
  return (
    <Section id="months" title={message(language, "years.byMonth")}>
      <LinkList
        columns
        items={fiscalMonths(programme.calendar, fiscalYear).map((month) => ({
          text: writeMonthName(month, language),
          href: links.activities(language, { fiscalYear, month }),
          note: message(language, "years.count", {
            count: counts.filter((entry) => entry.month === month).reduce((sum, { count }) => sum + count, 0),
          }),
        }))}
      />
    </Section>
  );
}

function YearDocuments({ activities, knowledge }: { activities: Activity[]; knowledge: Knowledge }) {
  return <DocumentSources documents={citeDocuments(activities, knowledge)} language={knowledge.language} />;
}
