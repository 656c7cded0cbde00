import { type Language, languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import { getActivities, getYearCounts } from "../activities/service.ts";
import { listFinishedEvaluations } from "../evaluation/service.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getFramework, getProgramme } from "../programme/service.ts";
import { findUpcoming } from "../records/upcoming.ts";
import { listYears } from "../records/years.ts";

/**
 * Newest first: the years of the programme of which there are records, public or approved. What cities did before it began is on
 * record as well, and no year of it.
 */
export async function findYears(context: Context): Promise<number[]> {
  const { firstFiscalYear } = await getProgramme(context);
  const years = (await listYears(context)).map(({ fiscalYear }) => fiscalYear);
  return years.filter((year) => year >= firstFiscalYear).toSorted((a, b) => b - a);
}

/** Organisations in whose name the actor may present: its own offices first, then those that hold a part of the programme. */
export async function findMakers(context: Context, actor: Actor): Promise<string[]> {
  const directory = await getDirectory(context);
  const able = actor.memberships.filter(({ role }) => ruleOf(role).permissions.includes("documents.make"));
  const own = able.flatMap(({ organisation }) => [
    organisation,
    directory.find(organisation)?.government ?? organisation,
  ]);
  return [...new Set([...own, ...(await listPlatformOrganisations(context))])].filter((id) => directory.find(id));
}

/** The organisation that presents where nobody says otherwise: the coordination platform of the programme's home country. */
export async function findUsualMaker(context: Context): Promise<string> {
  const { platforms } = await getFramework(context);
  const { homeCountry } = await getProgramme(context);
  const newest = platforms.toSorted((a, b) => Math.max(...b.fiscalYears) - Math.max(...a.fiscalYears));
  const found = newest.find(({ role, country }) => role === "coordination" && country === homeCountry) ?? newest[0];
  return found?.organisation ?? "";
}

async function listPlatformOrganisations(context: Context): Promise<string[]> {
  const { platforms } = await getFramework(context);
  return [...new Set(platforms.map(({ organisation }) => organisation))];
}

export interface SubjectChoice {
  id: string;
  title: Localized;
  /** EDTF */
  date: string | null;
  /** approved, but not public: only in documents that rest on approved records */
  isUpcoming: boolean;
}

export async function listPartnershipChoices(context: Context): Promise<SubjectChoice[]> {
  const directory = await getDirectory(context);
  return (await getPartnerships(context)).map(({ id, home, partner }) => ({
    id,
    title: joinNames((language) => `${directory.shortName(home, language)}–${directory.shortName(partner, language)}`),
    date: null,
    isUpcoming: false,
  }));
}

export async function listEvaluationChoices(context: Context): Promise<SubjectChoice[]> {
  return (await listFinishedEvaluations(context)).map(({ id, title }) => ({
    ...{ id, title, date: null, isUpcoming: false },
  }));
}

/** The newest year of which there are public activities. */
export async function findNewestActivityYear(context: Context): Promise<number | null> {
  const years = (await getYearCounts(context)).map(({ fiscalYear }) => fiscalYear);
  return years.length === 0 ? null : Math.max(...years);
}

/** More would be no choice any more. */
const mostActivities = 2_000;

/** The activities of a year that the actor may choose from, latest first; approved ones that nobody else sees yet among them. */
export async function listActivityChoices(
  context: Context,
  actor: Actor,
  fiscalYear: number,
): Promise<SubjectChoice[]> {
  const page = { limit: mostActivities, order: "newest" } as const;
  const present = (await getActivities(context, { fiscalYear }, page)).map(({ id, title, date }) => ({
    ...{ id, title, date },
    isUpcoming: false,
  }));
  const { items } = await findUpcoming(context, actor, { fiscalYear, submitted: false });
  const upcoming = items
    .filter(({ kind, change }) => kind === "activity" && change === "new")
    .map(({ id, title, date }) => ({ id, title, date, isUpcoming: true }));
  return [...upcoming, ...present];
}

function joinNames(write: (language: Language) => string): Localized {
  return Object.fromEntries(languages.map((language) => [language, write(language)]));
}

export function titleOf({ title }: Pick<SubjectChoice, "title">, language: Language): string {
  return localize(title, language).text;
}
