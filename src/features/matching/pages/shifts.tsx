import { writeEdtf } from "../../../core/edtf-format.ts";
import { type FiscalCalendar, fiscalYearOf, fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { isCompanyOnly } from "../../needs/company-view.ts";
import type { Need, NeedEvent } from "../../needs/need.ts";
import { listNeeds, readNeedEvents } from "../../needs/service.ts";
import { dayOf, gatherNeedWords, type NeedWords, yearOfNeed } from "../../needs/words.ts";
import { chooseFirstSpan, findShifts, groupByCity, groupByTopic, type Shift } from "../shifts.ts";
import { governmentIn, waitingSince } from "./map.tsx";
import { ShiftPicture } from "./shifts-picture.tsx";
import { ShiftWords } from "./shifts-words.tsx";

/** What changed between the ends of two fiscal years, or between two days. */
export const showNeedShifts: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language, url } = request;
  const words = await gatherNeedWords(context, language);
  const needs = await listNeeds(context, actor);
  // Companies do not see how a need came about.
  const events = isCompanyOnly(actor, words.directory)
    ? []
    : await read(context.database, (transaction) =>
        readNeedEvents(
          transaction,
          needs.map(({ id }) => id),
        ),
      );
  const years = listYears(needs, events, words);
  const ground = { needs, events, knownOf: knownFrom(words.calendar), dayOf };
  const span = chooseSpan(url, years, chooseFirstSpan({ ...ground, today: words.today }), words);
  const shifts = findShifts({ ...ground, from: span.from, to: span.to });
  const governmentOf = governmentIn(words);
  const title = message(language, "needShifts.title");
  return {
    title,
    description: message(language, "needShifts.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "needMap.matching"), href: links.matching(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "needShifts.lead")}
          links={[
            { text: message(language, "needShifts.toMap"), href: links.needMap(language) },
            { text: message(language, "needMap.toBoard"), href: links.needBoard(language) },
          ]}
        />
        {span.problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        <SpanForm url={url} years={years} span={span} words={words} />
        <p class="shift-span">
          {message(language, `needShifts.${span.sentence}`, {
            from: writeEdtf(span.from, language),
            to: writeEdtf(span.to, language),
          })}
        </p>
        {shifts.length === 0 ? (
          <EmptyState title={message(language, "needShifts.none")} text={message(language, "needShifts.noneText")} />
        ) : (
          <>
            <p class="shift-summary">{summarise(shifts, governmentOf, words)}</p>
            <ShiftPicture
              topics={groupByTopic(
                shifts,
                words.books.topics.map(({ id }) => id),
              )}
              words={words}
            />
            <Section id="cities" title={message(language, "needShifts.byCity")}>
              <ShiftWords cities={groupByCity(shifts, governmentOf)} needs={needs} words={words} />
            </Section>
          </>
        )}
      </>
    ),
  };
};

/** What is known by the year only is taken as known from that year's beginning. */
function knownFrom(calendar: FiscalCalendar): (need: Need) => string | null {
  return (need) =>
    waitingSince(need) ?? (need.fiscalYear === null ? null : fiscalYearRange(calendar, need.fiscalYear).from);
}

/** Fiscal years in which a need came up or moved, oldest first. */
function listYears(needs: readonly Need[], events: readonly NeedEvent[], { calendar }: NeedWords): number[] {
  const known = needs.flatMap((need) => {
    const day = waitingSince(need);
    return (day === null ? yearOfNeed(need, calendar) : fiscalYearOf(calendar, day)) ?? [];
  });
  return [...new Set([...known, ...events.map(({ at }) => fiscalYearOf(calendar, dayOf(at)))])].toSorted(
    (a, b) => a - b,
  );
}

interface Span {
  /** YYYY-MM-DD */
  from: string;
  to: string;
  /** `spanNewest`: nobody chose; `spanToday`: the later day is still to come, and what stands today is compared */
  sentence: "spanNewest" | "spanToday" | "span";
  /** as chosen, for the form */
  chosen: { from: string; to: string; fromDay: string | undefined; toDay: string | undefined };
  problems: string[];
}

/** Without any choice the first span; of years, where one was chosen alone, the newest in which anything moved and the year before it. */
function chooseSpan(
  url: URL,
  years: readonly number[],
  first: { from: string; to: string },
  { calendar, language, today }: NeedWords,
): Span {
  const problems: string[] = [];
  const newest = years.at(-1) ?? fiscalYearOf(calendar, today);
  const year = (name: string, otherwise: number): number => {
    const text = readText(url, name);
    if (text === undefined) return otherwise;
    if (/^(19|20)\d{2}$/.test(text)) return Number(text);
    problems.push(message(language, "organisations.unknownFilter", { value: text }));
    return otherwise;
  };
  const day = (name: string): string | undefined => {
    const text = readText(url, name);
    if (text === undefined) return undefined;
    if (isDay(text)) return text;
    problems.push(message(language, "organisations.unknownFilter", { value: text }));
    return undefined;
  };
  const to = year("to", newest);
  const from = year("from", to - 1);
  const [fromDay, toDay] = [day("fromDay"), day("toDay")];
  const ends = [fromDay ?? fiscalYearRange(calendar, from).to, toDay ?? fiscalYearRange(calendar, to).to].toSorted();
  const endBy = (end = today) => (end > today ? today : end);
  const chosen = { from: String(from), to: String(to), fromDay, toDay };
  const isChosen = ["from", "to", "fromDay", "toDay"].some((name) => readText(url, name) !== undefined);
  if (!isChosen) return { ...first, sentence: "spanNewest", chosen, problems };
  const sentence = (ends[1] ?? today) > today ? "spanToday" : "span";
  return { from: endBy(ends[0]), to: endBy(ends[1]), sentence, chosen, problems };
}

function isDay(text: string): boolean {
  return /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

interface SpanFormProps {
  url: URL;
  years: readonly number[];
  span: Span;
  words: NeedWords;
}

function SpanForm({ years, span: { chosen }, words }: SpanFormProps) {
  const { language } = words;
  const first = Math.min(...years, Number(chosen.from), Number(chosen.to)) - 1;
  const last = Math.max(...years, Number(chosen.from), Number(chosen.to));
  const options = Array.from({ length: last - first + 1 }, (_, index) => last - index).map((year) => ({
    value: String(year),
    text: message(language, "needShifts.endOf", { year: words.year(year) }),
  }));
  const action = links.needShifts(language);
  return (
    <FilterForm
      id="shifts"
      action={action}
      title={message(language, "needShifts.choose")}
      fields={[
        { kind: "select", name: "from", label: message(language, "needShifts.from"), options, value: chosen.from },
        { kind: "select", name: "to", label: message(language, "needShifts.to"), options, value: chosen.to },
        { kind: "day", name: "fromDay", label: message(language, "needShifts.fromDay"), value: chosen.fromDay },
        { kind: "day", name: "toDay", label: message(language, "needShifts.toDay"), value: chosen.toDay },
      ]}
      applyLabel={message(language, "needShifts.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={action}
      activeLabel={message(language, "organisations.active")}
      active={[]}
    />
  );
}

function summarise(shifts: readonly Shift[], governmentOf: (id: string) => string, { language }: NeedWords): string {
  const count = (...kinds: readonly Shift["kind"][]) => shifts.filter(({ kind }) => kinds.includes(kind)).length;
  return message(language, "needShifts.summary", {
    cities: new Set(shifts.map(({ need }) => governmentOf(need.organisation))).size,
    new: count("new"),
    forward: count("forward", "met"),
    back: count("back"),
    changed: count("replaced", "harder", "easier"),
    dropped: count("dropped"),
    gone: shifts.filter(({ kind, before }) => before === null && (kind === "dropped" || kind === "replaced")).length,
  });
}
