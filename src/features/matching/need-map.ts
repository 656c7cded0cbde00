import { isOpenNeed, type Need, unmetNeedStates } from "../needs/need.ts";
import type { CapacityUnit, Offer } from "../needs/offer.ts";
import type { Match } from "./match.ts";

/** What agreed matches have taken of each offer, by fiscal year. */
export type Taken = ReadonlyMap<string, ReadonlyMap<number, number>>;

interface MapInput {
  needs: readonly Need[];
  offers: readonly Offer[];
  taken: Taken;
  yearOf(need: Need): number | null;
  governmentOf(organisation: string): string;
  /** in the order of the programme */
  topics: readonly string[];
  /** as many years as a page has room for, the newest */
  mostYears?: number;
}

export interface MapCell {
  /** null: needs of which nobody said when, and offers that name no year */
  year: number | null;
  /** needs that were not withdrawn and did not turn into another */
  asked: number;
  open: number;
  met: number;
  /** governments that ask */
  cities: number;
  /** offers for which a capacity of the year was stated, or of which something was agreed for it */
  offers: number;
  /** of these, those of which something was agreed */
  used: number;
  /** what is left where somebody said how much there is */
  left: { unit: CapacityUnit; amount: number }[];
  marks: MapMark[];
}

/** `short`: something is open and nobody offers it, not even without a year; `converging`: many ask at once; `unused`: offered for the year, and nobody asked. */
export type MapMark = "short" | "converging" | "unused";

export interface NeedMap {
  years: (number | null)[];
  rows: { topic: string; cells: MapCell[] }[];
  /** years before the first column */
  earlier: number;
}

/** From how many cities on a theme counts as one that all ask for (D, 2 (3)). */
export const convergingFrom = 3;

/** Needs beside offers, by topic and fiscal year. A need of two topics is counted in both. */
export function countNeedMap(input: MapInput): NeedMap {
  const { topics, mostYears = 8 } = input;
  const needs = input.needs.filter(isCounted);
  const offers = input.offers.filter(({ state }) => state === "open");
  const years = listYears(needs, offers, input.yearOf);
  const shown = years.slice(-mostYears);
  const hasUndated = needs.some((need) => input.yearOf(need) === null) || offers.some(namesNoYear);
  const columns = hasUndated ? [...shown, null] : shown;
  const rows = topics.flatMap((topic) => {
    const own = needs.filter((need) => need.topics.includes(topic));
    const given = offers.filter((offer) => offer.topics.includes(topic));
    if (own.length === 0 && given.length === 0) return [];
    return [{ topic, cells: columns.map((year) => countCell(year, own, given, input)) }];
  });
  return { years: columns, rows, earlier: years.length - shown.length };
}

/** A need that was withdrawn or became another is no longer asked for. */
export function isCounted({ state }: Pick<Need, "state">): boolean {
  return state !== "withdrawn" && state !== "changed";
}

function listYears(needs: readonly Need[], offers: readonly Offer[], yearOf: MapInput["yearOf"]): number[] {
  const asked = needs.map(yearOf).filter((year) => year !== null);
  const given = offers.flatMap(({ capacities }) => capacities.map(({ fiscalYear }) => fiscalYear));
  return [...new Set([...asked, ...given])].toSorted((a, b) => a - b);
}

function countCell(
  year: number | null,
  needs: readonly Need[],
  offers: readonly Offer[],
  { yearOf, governmentOf, taken }: MapInput,
): MapCell {
  const asked = needs.filter((need) => yearOf(need) === year);
  const open = asked.filter(isOpenNeed).length;
  const cities = new Set(asked.map(({ organisation }) => governmentOf(organisation))).size;
  const there = offers.filter((offer) => (year === null ? namesNoYear(offer) : isForYear(offer, year, taken)));
  const used = year === null ? 0 : there.filter(({ id }) => takenOf(id, year, taken) > 0).length;
  const left = year === null ? [] : sumLeft(there, year, taken);
  const canAnswer = offers.some((offer) => year === null || namesNoYear(offer) || leftOf(offer, year, taken) > 0);
  return {
    year,
    asked: asked.length,
    open,
    met: asked.filter(({ state }) => state === "met").length,
    cities,
    offers: there.length,
    used,
    left,
    marks: [
      ...(open > 0 && !canAnswer ? (["short"] as const) : []),
      ...(year !== null && cities >= convergingFrom ? (["converging"] as const) : []),
      ...(year !== null && asked.length === 0 && there.length > 0 && used === 0 ? (["unused"] as const) : []),
    ],
  };
}

/** That a city offered it once does not say that it does so in any year. */
function namesNoYear({ capacities }: Offer): boolean {
  return capacities.length === 0;
}

function isForYear(offer: Offer, year: number, taken: Taken): boolean {
  return (capacityOf(offer, year) ?? 0) > 0 || takenOf(offer.id, year, taken) > 0;
}

/** Null where nobody said how much there is in that year. */
function capacityOf({ capacities }: Offer, year: number): number | null {
  return capacities.find(({ fiscalYear }) => fiscalYear === year)?.capacity ?? null;
}

function takenOf(offer: string, year: number, taken: Taken): number {
  return taken.get(offer)?.get(year) ?? 0;
}

function leftOf(offer: Offer, year: number, taken: Taken): number {
  return Math.max(0, (capacityOf(offer, year) ?? 0) - takenOf(offer.id, year, taken));
}

/** Only where somebody said how much there is. */
function sumLeft(offers: readonly Offer[], year: number, taken: Taken): MapCell["left"] {
  const sums = new Map<CapacityUnit, number>();
  for (const offer of offers) {
    if (capacityOf(offer, year) === null || offer.capacityUnit === null) continue;
    sums.set(offer.capacityUnit, (sums.get(offer.capacityUnit) ?? 0) + leftOf(offer, year, taken));
  }
  return [...sums].map(([unit, amount]) => ({ unit, amount }));
}

export interface UnmetNeed {
  need: Need;
  /** offers of one of its topics and one of its kinds */
  fitting: number;
  /** where a match stands that has not come to an agreement */
  talks: "none" | "under-way" | "failed";
  /** YYYY-MM-DD; null: nobody knows since when */
  since: string | null;
}

/** Needs for which nothing is agreed; who has waited longest stands first, who waits since nobody knows when last. */
export function findUnmet(
  needs: readonly Need[],
  offers: readonly Offer[],
  matches: readonly Pick<Match, "need" | "state">[],
  sinceOf: (need: Need) => string | null,
): UnmetNeed[] {
  const index = indexOffers(offers);
  const byNeed = Map.groupBy(matches, ({ need }) => need);
  return needs
    .filter(({ state }) => unmetNeedStates.some((unmet) => unmet === state))
    .filter(({ id }) => !byNeed.get(id)?.some(({ state }) => state === "agreed"))
    .map((need) => ({
      need,
      fitting: new Set(keysOf(need).flatMap((key) => index.get(key) ?? [])).size,
      talks: describeTalks(byNeed.get(need.id) ?? []),
      since: sinceOf(need),
    }))
    .toSorted((a, b) => (a.since ?? "9").localeCompare(b.since ?? "9"));
}

function describeTalks(matches: readonly Pick<Match, "state">[]): UnmetNeed["talks"] {
  if (matches.some(({ state }) => state === "proposed" || state === "consulting")) return "under-way";
  return matches.length > 0 ? "failed" : "none";
}

function indexOffers(offers: readonly Offer[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const offer of offers) {
    if (offer.state !== "open") continue;
    for (const key of keysOf(offer)) {
      const ids = index.get(key);
      if (ids) ids.push(offer.id);
      else index.set(key, [offer.id]);
    }
  }
  return index;
}

function keysOf({ topics, kinds }: Pick<Need, "topics" | "kinds">): string[] {
  return topics.flatMap((topic) => kinds.map((kind) => `${topic} ${kind}`));
}

export interface UnusedOffer {
  offer: Offer;
  /** unmet needs of one of its topics and one of its kinds */
  waiting: number;
}

export interface UnusedOffers {
  /** open offers for the year, used or not */
  stated: number;
  /** of these, those of which no agreed match took anything */
  unused: UnusedOffer[];
  /** open offers that name no year, and of which nothing was agreed for this one: whether they stand for it nobody said */
  undated: UnusedOffer[];
}

/** What was offered for the year and not taken up; those for which somebody waits stand first. */
export function findUnused(
  offers: readonly Offer[],
  unmet: readonly UnmetNeed[],
  taken: Taken,
  year: number,
): UnusedOffers {
  const keys = unmet.map(({ need }) => new Set(keysOf(need)));
  const countWaiting = (offer: Offer): UnusedOffer => {
    const own = keysOf(offer);
    return { offer, waiting: keys.filter((wanted) => own.some((key) => wanted.has(key))).length };
  };
  const sort = (own: readonly Offer[]) => own.map(countWaiting).toSorted((a, b) => b.waiting - a.waiting);
  const open = offers.filter(({ state }) => state === "open");
  const stated = open.filter((offer) => isForYear(offer, year, taken));
  return {
    stated: stated.length,
    unused: sort(stated.filter(({ id }) => takenOf(id, year, taken) === 0)),
    undated: sort(open.filter((offer) => namesNoYear(offer) && takenOf(offer.id, year, taken) === 0)),
  };
}

export interface ConvergingTopic {
  topic: string;
  cities: string[];
  needs: number;
  open: number;
  offers: number;
  providers: number;
}

/** Themes for which three or more cities ask at once: one answer may serve all of them. */
export function findConverging({
  needs,
  offers,
  governmentOf,
  topics,
}: Pick<MapInput, "needs" | "offers" | "governmentOf" | "topics">): ConvergingTopic[] {
  return topics
    .map((topic) => {
      const own = needs.filter((need) => isCounted(need) && need.topics.includes(topic));
      const open = own.filter(isOpenNeed);
      const given = offers.filter((offer) => offer.state === "open" && offer.topics.includes(topic));
      return {
        topic,
        cities: [...new Set(open.map(({ organisation }) => governmentOf(organisation)))],
        needs: own.length,
        open: open.length,
        offers: given.length,
        providers: new Set(given.map(({ organisation }) => governmentOf(organisation))).size,
      };
    })
    .filter(({ cities }) => cities.length >= convergingFrom)
    .toSorted((a, b) => b.cities.length - a.cities.length);
}
