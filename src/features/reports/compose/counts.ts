import { isQualified, parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Activity } from "../../activities/activity.ts";
import { describeCell } from "../../activities/describe.ts";
import { getActivitiesById } from "../../activities/service.ts";
import { getCounts } from "../../statistics/catalogue.ts";
import { describeAmount, recordsFigure } from "../../statistics/figure.ts";
import { type CountSentence, type CountSubject, tellCounts } from "./sentences.ts";
import type { Study } from "./study.ts";

/** What a measure gives for the year of the document, by its own counting rule and on the day of the document. */
export interface MeasuredCount {
  /** null where nobody has recorded any */
  count: number | null;
  /** of a published document, because the records hold none */
  published: boolean;
  /** of a published number only: 「5名」, and the places that it names */
  people: string;
  places: readonly string[];
  /** in the order of the table */
  activities: Activity[];
}

const nothing: MeasuredCount = { count: null, published: false, people: "", places: [], activities: [] };

/**
 * The records where there are any, since the table beside the sentence lists them; else what a document has stated by the day.
 * A programme that declares no such measure has nothing to say about it.
 */
export async function countForYear(study: Study, id: string): Promise<MeasuredCount> {
  const { catalogue, context, asOf, fiscalYear, notebook, language } = study;
  const measure = catalogue.measures.get(id);
  if (!measure) return nothing;
  const counts = (await getCounts(context, measure, asOf, true)).filter((count) => count.fiscalYear === fiscalYear);
  const records = recordsFigure(measure, counts, "times", catalogue.coverage(id, fiscalYear));
  const claim = catalogue.claim({ measure: id, fiscalYear, group: null, unit: "times" }, asOf);
  const published = records === null && claim !== null;
  const count = records ?? claim?.value ?? null;
  const activities = await getActivitiesById(context, [...new Set(counts.flatMap((entry) => entry.records))]);
  notebook.use(
    "activity",
    activities.map((activity) => activity.id),
  );
  const people = published ? catalogue.claim({ measure: id, fiscalYear, group: null, unit: "people" }, asOf) : null;
  if (published)
    notebook.use(
      "claim",
      [claim, people].flatMap((used) => used?.id ?? []),
    );
  if (count !== null) {
    const { text } = describeAmount(count, "times", false, language);
    notebook.figure(`${id}/${fiscalYear}/times`, localize(measure.name, language).text, text);
  }
  return {
    count,
    published,
    people: people ? describeAmount(people.value, "people", people.approximate, language).text : "",
    places: published && claim ? claim.places.map((place) => study.directory.name(place, language)) : [],
    activities,
  };
}

/** The column of the table whose names a sentence lists, one for each event. */
export type NamedColumn = "sender" | "partner" | "place" | null;

export interface CountedMeasure {
  subject: CountSubject;
  held: string;
  body?: string;
}

export interface CountQuestion {
  about: CountSubject;
  /** what is told together, the weightiest first */
  parts: readonly CountedMeasure[];
  /** what documents publish for the same work, by a wider rule; told where the records hold nothing of the year */
  instead?: CountedMeasure;
  planned: string | null;
  /** of what nobody has recorded or published nothing is said, since another sentence tells of the whole */
  silent?: boolean;
  names: NamedColumn;
  /** 「表1」 */
  table: string | null;
}

/** A sentence with the counts of some measures; empty for a programme that has none of them. */
export async function tellMeasures(
  study: Study,
  { about, parts, instead, planned, silent = false, names, table }: CountQuestion,
): Promise<string> {
  const { catalogue, language, phase, year } = study;
  const recorded = await measureParts(study, parts);
  const isUnknown = recorded.every(({ count }) => count.count === null);
  const published = isUnknown && instead ? await measureParts(study, [instead]) : [];
  const isPublished = published.some(({ count }) => count.count !== null);
  const told = isPublished ? published : recorded;
  const [first, ...others] = told.map(({ part, count }) => ({
    subject: part.subject,
    ...(part.body === undefined ? {} : { body: part.body }),
    held: count.count,
    published: count.published,
    people: count.people,
  }));
  if (!first || (silent && isUnknown && !isPublished)) return "";
  const expected = planned === null ? nothing : await countForYear(study, planned);
  const activities = told.flatMap(({ count }) => count.activities);
  const sentence: CountSentence = {
    phase,
    year,
    about: isPublished && instead ? instead.subject : about,
    since: nameFirstMonth(activities, study),
    counted: [first, ...others],
    planned: expected.count ?? 0,
    vague: expected.activities.some(isUnsettled),
    heldAt: [
      ...activities.map((activity) => nameFor(activity, names, study)),
      ...told.flatMap(({ count }) => count.places),
    ],
    plannedAt: expected.activities.map((activity) => nameFor(activity, names, study)),
    funded: told.every(({ part }) => isProgrammeOnly(catalogue.measure(part.held).fundings)),
    table,
  };
  return tellCounts(language, sentence);
}

/** One after the other, so that the figures are noted in the same order in every making. */
async function measureParts(study: Study, parts: readonly CountedMeasure[]) {
  const measured: { part: CountedMeasure; count: MeasuredCount }[] = [];
  for (const part of parts)
    if (study.catalogue.measures.has(part.held)) measured.push({ part, count: await countForYear(study, part.held) });
  return measured;
}

function isProgrammeOnly(fundings: readonly string[]): boolean {
  return fundings.length === 1 && fundings[0] === "programme";
}

/** Whether its days may still change: no date, 「頃」, a whole month, or being arranged. */
function isUnsettled({ status, date }: Activity): boolean {
  if (status === "adjusting" || date === null) return true;
  const parsed = parseEdtf(date);
  return !parsed.ok || isQualified(parsed.value) || parsed.value.start?.day === null;
}

function nameFor(activity: Activity, column: NamedColumn, study: Study): string {
  if (column === null) return "";
  if (column === "place") return activity.place === null ? "" : study.directory.name(activity.place, study.language);
  return describeCell(activity, column, study);
}

function nameFirstMonth(activities: readonly Activity[], study: Study): string | null {
  const days = activities.flatMap(({ dateFrom }) => dateFrom ?? []).toSorted();
  return days[0] === undefined ? null : nameMonth(days[0], study);
}

/** 「7月」, with its year where that is not the one in which the fiscal year begins: 「2016年1月」. */
export function nameMonth(
  day: string,
  { language, range, calendar }: Pick<Study, "language" | "range" | "calendar">,
): string {
  const month = day.slice(0, 7);
  if (month.slice(0, 4) !== range.from.slice(0, 4)) return writeEdtf(month, language, { calendar });
  return message(language, "report.sentence.month", {
    month: Number(day.slice(5, 7)),
    name: nameInEnglish(day, language),
  });
}

function nameInEnglish(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(languageTags[language], { month: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
