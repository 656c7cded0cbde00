import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Fold } from "../../../web/components/fold.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { getProgramme } from "../../programme/service.ts";
import type { BulletinSummary } from "../bulletin.ts";
import { sayIssue, sayMonth } from "../say.ts";
import { listBulletins } from "../store-bulletins.ts";
import { type MonthTally, tallyMonths } from "../store-clippings.ts";

interface DeskMonth extends MonthTally {
  numbers: BulletinSummary[];
}

/** The desk's months: what was found, kept and written, and which numbers went out. */
export const showDeskBulletins: PageHandler<MemberRequest> = async ({ context, language }) => {
  const { tallies, numbers } = await read(context.database, async (transaction) => ({
    tallies: await tallyMonths(transaction),
    numbers: await listBulletins(transaction, { members: true }),
  }));
  const numbersOf = Map.groupBy(numbers, ({ month }) => month);
  const { calendar, firstFiscalYear } = await getProgramme(context);
  const begin = fiscalYearRange(calendar, firstFiscalYear).from.slice(0, 7);
  const months = tallies
    .map((tally): DeskMonth => ({ ...tally, numbers: numbersOf.get(tally.month) ?? [] }))
    // A law of long ago is of its month as well, but nobody owes a bulletin of a time before the programme.
    .filter(({ month, numbers: own }) => month >= begin || own.length > 0);
  const years = [...Map.groupBy(months, ({ month }) => month.slice(0, 4))];
  const title = message(language, "bulletin.desk.title");
  return {
    title,
    description: message(language, "bulletin.desk.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "bulletin.desk.desk"), href: links.desk(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "bulletin.desk.lead")}
          links={[
            { text: message(language, "bulletin.desk.public"), href: links.bulletins(language) },
            { text: message(language, "follow.title"), href: links.follows(language) },
          ]}
        />
        {months.length === 0 && (
          <EmptyState
            title={message(language, "bulletin.desk.none")}
            links={[{ text: message(language, "bulletin.desk.desk"), href: links.desk(language) }]}
          />
        )}
        {years.map(([year, own], index) => (
          <Fold
            key={year}
            id={`year-${year}`}
            title={message(language, "bulletin.year", { year })}
            note={message(language, "bulletin.desk.monthCount", { count: own.length })}
            open={index === 0 || own.some((month) => stateOf(month) !== "nothing")}
          >
            <YearStrip year={year} months={own} language={language} />
            <MonthTable year={year} months={own} language={language} />
          </Fold>
        ))}
      </>
    ),
  };
};

/** Twelve months side by side: what stands where, before any number is read. */
function YearStrip({ year, months, language }: { year: string; months: readonly DeskMonth[]; language: Language }) {
  return (
    <ol class="bulletin-strip" aria-label={message(language, "bulletin.desk.strip", { year })}>
      {Array.from({ length: 12 }, (_, index) => {
        const month = `${year}-${String(index + 1).padStart(2, "0")}`;
        const tally = months.find((one) => one.month === month);
        const state = stateOf(tally);
        const label = message(language, "bulletin.desk.monthName", { month: index + 1 });
        return (
          <li key={month} class={`is-${state}`}>
            {tally ? <a href={links.deskBulletin(language, month)}>{label}</a> : <span>{label}</span>}
            <span class="bulletin-strip-state">{message(language, `bulletin.desk.state.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(tally: DeskMonth | undefined): "approved" | "ready" | "open" | "nothing" {
  if (!tally) return "nothing";
  if (tally.numbers.length > 0) return "approved";
  if (tally.approved > 0 && tally.draft + tally.submitted === 0) return "ready";
  return tally.draft + tally.submitted + tally.approved + tally.kept > 0 ? "open" : "nothing";
}

const counted = ["found", "kept", "draft", "submitted", "approved"] as const;

function MonthTable({ year, months, language }: { year: string; months: readonly DeskMonth[]; language: Language }) {
  return (
    <DataTable
      id={`months-${year}`}
      caption={message(language, "bulletin.desk.months", { year })}
      captionHidden
      columns={[
        { key: "month", label: message(language, "bulletin.desk.column.month"), rowHeader: true },
        ...counted.map((key) => ({
          key,
          label: message(language, `bulletin.desk.column.${key}`),
          align: "end" as const,
          width: "narrow" as const,
        })),
        { key: "numbers", label: message(language, "bulletin.desk.column.numbers") },
      ]}
      rows={months.map((month) => ({
        key: month.month,
        cells: {
          month: <a href={links.deskBulletin(language, month.month)}>{sayMonth(month.month, language)}</a>,
          ...Object.fromEntries(counted.map((key) => [key, String(month[key])])),
          numbers: month.numbers
            .map(({ number, pages }) => message(language, "bulletin.row.approved", { number, pages }))
            .join(message(language, "list.separator")),
        },
      }))}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText={sayIssue(year, language)}
      stickyFirst
    />
  );
}
