import { type FiscalCalendar, fiscalYearsOf } from "../../core/fiscal-calendar.ts";
import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { getEvents } from "../activities/events.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { governmentTiers } from "../organisations/organisation.ts";
import type { Agreement, Partnership } from "../partnerships/partnership.ts";
import { getAgreements, getPartnerships } from "../partnerships/service.ts";
import { getBooks } from "../programme/books.ts";
import type { Programme } from "../programme/programme.ts";
import { getProgramme } from "../programme/service.ts";
import type { Project } from "../projects/project.ts";
import { getProjects } from "../projects/service.ts";
import { getCatalogue } from "../statistics/catalogue.ts";
import { isCounted } from "../statistics/measure.ts";
import { gatherHeldEvents, type HeldEvent } from "./held-events.ts";
import { type CountedConcern, type CountedNeed, gatherConcerns, gatherNeeds } from "./needs-and-concerns.ts";
import { gatherOutcomes, type ProjectOutcome } from "./project-outcomes.ts";
import { gatherPublished, type PublishedFigure } from "./published.ts";
import { type CityFigure, gatherCityFigures } from "./published-steps.ts";
import { readHeldActivities } from "./store-basis.ts";

/** All that an evaluation is counted from, as of a day. */
export interface Basis {
  programme: Programme;
  calendar: FiscalCalendar;
  /** YYYY-MM-DD */
  asOf: string;
  directory: OrganisationDirectory;
  /** held by the day, each event once, of all years */
  events: HeldEvent[];
  projects: Project[];
  partnerships: Partnership[];
  agreements: Agreement[];
  needs: CountedNeed[];
  concerns: CountedConcern[];
  results: ProjectOutcome[];
  topics: ReadonlyMap<string, Localized>;
  /** by id; a place in a document is named in its language */
  documents: ReadonlyMap<string, { title: Localized; language: string }>;
  published: PublishedFigure[];
  cityFigures: CityFigure[];
  /** years of which the sources hold only a part, so that a small figure is read as what it is */
  incompleteYears: ReadonlySet<number>;
}

/** What everybody may see: an evaluation is read by all members, and its records by the public. */
export function getBasis(context: Context, asOf: string): Promise<Basis> {
  return context.cache.getLarge(`evaluation basis ${asOf}`, async () => {
    const programme = await getProgramme(context);
    const directory = await getDirectory(context);
    const events = await getEvents(context);
    const partnerships = await getPartnerships(context);
    const projects = await getProjects(context);
    const activities = await read(context.database, (transaction) => readHeldActivities(transaction, asOf));
    const { topics, documents } = await getBooks(context);
    return {
      programme,
      calendar: programme.calendar,
      asOf,
      directory,
      events: gatherHeldEvents(activities, { events, directory, partnerships, programme }),
      projects,
      partnerships,
      agreements: await getAgreements(context),
      needs: await gatherNeeds(context),
      concerns: await gatherConcerns(context, asOf),
      results: gatherOutcomes(projects),
      topics: new Map(topics.map(({ id, name }) => [id, name])),
      documents: new Map(documents.map(({ id, title, language }) => [id, { title, language }])),
      published: await gatherPublished(context, {
        asOf,
        firstYear: programme.firstFiscalYear,
        lastYear: programme.lastFiscalYear,
      }),
      cityFigures: await gatherCityFigures(context),
      incompleteYears: await findIncompleteYears(context),
    };
  });
}

const partnershipKinds = ["consultation", "training", "seminar"];

/** By the measures that count what partnerships do together. */
async function findIncompleteYears(context: Context): Promise<Set<number>> {
  const { measures, coverage } = await getCatalogue(context);
  const counted = [...measures.values()].filter(
    (measure) => isCounted(measure) && measure.kinds.some((kind) => partnershipKinds.includes(kind)),
  );
  const { firstFiscalYear, lastFiscalYear } = await getProgramme(context);
  const years = Array.from({ length: lastFiscalYear - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);
  return new Set(
    years.filter((year) =>
      counted.some(({ id }) => {
        const extent = coverage(id, year)?.extent;
        return extent === "partial" || extent === "none";
      }),
    ),
  );
}

/** Local governments of the home side that work in a partnership, in the order of the programme. */
export function homeGovernments({ partnerships, directory }: Basis): string[] {
  const homes = partnerships.map(({ home }) => home);
  return [...new Set(homes)].filter((id) => governmentTiers.includes(directory.find(id)?.tier ?? ""));
}

/** Partnerships that a document or a record shows at work in the year; those that only a plan names are none. */
export function partnershipsAtWork({ partnerships, events }: Basis, fiscalYear: number): Partnership[] {
  const met = new Set(events.filter((event) => event.fiscalYear === fiscalYear).flatMap((event) => event.partnerships));
  return partnerships.filter(
    ({ id, years }) => met.has(id) || years.some((year) => year.fiscalYear === fiscalYear && year.type !== "planned"),
  );
}

/**
 * Fiscal years in which a project was at work, as far as records show it: the year in which its period begins, years of
 * milestones that were reached, years of activities that belong to it.
 */
export function yearsOfProject(project: Project, { calendar, events, asOf }: Basis): number[] {
  if (project.status === "planned") return [];
  const start = startOfProject(project, { calendar });
  const years = [
    ...(start === null ? [] : [start]),
    ...project.milestones
      .filter(({ status, dateFrom, dateTo }) => status === "done" && (dateFrom ?? dateTo ?? asOf) <= asOf)
      .flatMap(({ dateFrom, dateTo }) => fiscalYearsOf(calendar, { from: dateFrom, to: dateTo })),
    ...events.filter(({ projects }) => projects.includes(project.id)).map(({ fiscalYear }) => fiscalYear),
  ];
  // What was agreed before the beginning that a document states is preparation.
  return [...new Set(years)].filter((year) => start === null || year >= start).toSorted((a, b) => a - b);
}

/** Fiscal year in which its period begins; null where no document says. */
export function startOfProject({ period }: Project, { calendar }: Pick<Basis, "calendar">): number | null {
  const begins = /^\d{4}(-\d{2}){0,2}/.exec(period ?? "")?.[0];
  if (begins === undefined) return null;
  // A bare year may begin in two fiscal years: the one that it names.
  if (begins.length === 4) return Number(begins);
  const day = begins.length === 7 ? `${begins}-01` : begins;
  return fiscalYearsOf(calendar, { from: day, to: day })[0] ?? null;
}
