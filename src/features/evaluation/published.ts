import type { Localized } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import { type Catalogue, getCatalogue, getCounts } from "../statistics/catalogue.ts";
import { countInUnit } from "../statistics/figure.ts";
import type { Count } from "../statistics/measure.ts";
import type { StatedPlace } from "./draft.ts";

/**
 * Measures whose published totals an evaluation repeats beside its own counting; a programme without them publishes none.
 * Of the trainings for the designated cities C, 9 (2) gives totals only, which belong to no single city.
 */
export const publishedMeasures = ["consultations", "trainings", "model-city-trainings"] as const;
export type PublishedMeasure = (typeof publishedMeasures)[number];

/** What a document gives for a fiscal year, beside what the records give by the same rule of counting. */
export interface PublishedFigure {
  measure: PublishedMeasure;
  name: Localized;
  fiscalYear: number;
  times: number;
  people: number | null;
  /** null where there are no records of the year */
  recordedTimes: number | null;
  recordedPeople: number | null;
  place: StatedPlace;
}

export interface PublishedTotal {
  name: Localized;
  years: { fiscalYear: number; times: number; people: number | null }[];
  times: number;
  /** null where a year has no number of people */
  people: number | null;
  recordedTimes: number;
  recordedPeople: number;
  places: StatedPlace[];
}

/** The newest published figure of each year, whenever it was published: what it says of the year is what counts. */
export async function gatherPublished(
  context: Context,
  { asOf, firstYear, lastYear }: { asOf: string; firstYear: number; lastYear: number },
): Promise<PublishedFigure[]> {
  const catalogue = await getCatalogue(context);
  const figures: PublishedFigure[] = [];
  for (const id of publishedMeasures) {
    const measure = catalogue.measures.get(id);
    if (!measure) continue;
    const counts = await getCounts(context, measure, asOf, true);
    for (let year = firstYear; year <= lastYear; year += 1) {
      const found = readYear(catalogue, id, year);
      if (!found) continue;
      const own = counts.filter(({ fiscalYear }) => fiscalYear === year);
      figures.push({
        ...{ measure: id, name: measure.name, fiscalYear: year, ...found },
        recordedTimes: own.length === 0 ? null : sumUnit(own, "times"),
        recordedPeople: own.length === 0 ? null : sumUnit(own, "people"),
      });
    }
  }
  return figures;
}

function readYear({ claim }: Catalogue, measure: PublishedMeasure, fiscalYear: number) {
  const of = (unit: string) => claim({ measure, fiscalYear, group: null, unit }, endOfTime);
  const times = of("times");
  if (times === null) return null;
  const { document, place, row } = times.source;
  return {
    times: times.value,
    people: of("people")?.value ?? null,
    place: { document, place: row === null ? place : `${place} ${row}` },
  };
}

const endOfTime = "9999-12-31";

function sumUnit(counts: readonly Count[], unit: string): number {
  return counts.reduce((sum, count) => sum + (countInUnit(count, unit) ?? 0), 0);
}

/** Over the years that have a figure; null where none has, or where the records give the same. */
export function sumPublished(
  published: readonly PublishedFigure[],
  measure: PublishedMeasure,
  years: readonly number[],
): PublishedTotal | null {
  const own = published.filter((one) => one.measure === measure && years.includes(one.fiscalYear));
  const [first] = own;
  if (!first) return null;
  const sum = (pick: (one: PublishedFigure) => number | null) => own.reduce((all, one) => all + (pick(one) ?? 0), 0);
  const total = {
    name: first.name,
    years: own.map(({ fiscalYear, times, people }) => ({ fiscalYear, times, people })),
    times: sum(({ times }) => times),
    people: own.some(({ people }) => people === null) ? null : sum(({ people }) => people),
    recordedTimes: sum(({ recordedTimes }) => recordedTimes),
    recordedPeople: sum(({ recordedPeople }) => recordedPeople),
    places: [...new Map(own.map(({ place }) => [`${place.document} ${place.place}`, place])).values()],
  };
  const agrees =
    total.times === total.recordedTimes && (total.people === null || total.people === total.recordedPeople);
  return agrees ? null : total;
}
