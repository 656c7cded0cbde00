import type { Language } from "../../core/language.ts";
import { foldText } from "../../core/text-folding.ts";
import { readMonth, readText, readTexts, readYear } from "../../web/query.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { allNames, type Organisation } from "../organisations/organisation.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import type { Books } from "../programme/books.ts";
import type { Project } from "../projects/project.ts";
import type { ActivityFilter } from "./filter.ts";
import { activityKinds, activityStatuses } from "./sheets.ts";

/** Parameters of the address that narrow a list, calendar or feed, in the order in which pages name them. */
export const filterParameters = [
  "q",
  "fiscalYear",
  "month",
  "kind",
  "status",
  "organisation",
  "partnership",
  "ledger",
  "topic",
  "project",
] as const;
export type FilterParameter = (typeof filterParameters)[number];

export interface ReadFilter {
  filter: ActivityFilter;
  /** what narrows the list, as it stands in the address */
  active: { name: FilterParameter; value: string }[];
  /** what was asked for and means nothing here: the list is shown without it */
  ignored: { name: FilterParameter; value: string }[];
  /** governments and bodies that the words for an organisation may stand for; several where they are ambiguous */
  organisations: Organisation[];
}

export interface FilterKnowledge {
  books: Books;
  directory: OrganisationDirectory;
  partnerships: readonly Partnership[];
  projects: readonly Project[];
  language: Language;
}

/** Reads the filter of a list from its address. Nothing that the address may hold makes it fail. */
export function readActivityFilter(url: URL, knowledge: FilterKnowledge): ReadFilter {
  const { books, directory, partnerships, projects } = knowledge;
  const filter: ActivityFilter = {};
  const result: ReadFilter = { filter, active: [], ignored: [], organisations: [] };
  const take = (name: FilterParameter, isKnown: boolean, value = readText(url, name)): string | undefined => {
    if (value === undefined) return undefined;
    (isKnown ? result.active : result.ignored).push({ name, value });
    return isKnown ? value : undefined;
  };
  const takeChoices = (name: FilterParameter, choices: readonly string[]) =>
    [...new Set(readTexts(url, name))].filter((value) => take(name, choices.includes(value), value) !== undefined);
  const takeId = (name: FilterParameter, known: readonly { id: string }[]) =>
    take(
      name,
      known.some(({ id }) => id === readText(url, name)),
    );

  const year = readYear(url, "fiscalYear");
  const month = readMonth(url, "month");
  filter.text = take("q", true);
  if (take("fiscalYear", year !== "invalid") && typeof year === "number") filter.fiscalYear = year;
  // The year 0000 of ISO 8601 is no year of the database's calendar.
  filter.month = take("month", month !== "invalid" && month !== undefined && month >= "0001");
  filter.kinds = takeChoices("kind", activityKinds);
  filter.statuses = takeChoices("status", activityStatuses);
  const wanted = readText(url, "organisation");
  if (wanted !== undefined) {
    result.organisations = findOrganisations(wanted, directory);
    if (take("organisation", result.organisations.length > 0))
      filter.organisations = result.organisations.map(({ id }) => id);
  }
  filter.partnership = takeId("partnership", partnerships);
  filter.ledger = takeId("ledger", books.ledgers);
  filter.topic = takeId("topic", books.topics);
  filter.project = takeId("project", projects);
  return result;
}

/**
 * An id, a whole name, or part of a name in any language. Offices are left out where the body that they belong to is
 * found as well, since it stands for all its offices.
 */
export function findOrganisations(words: string, directory: OrganisationDirectory): Organisation[] {
  const byId = directory.find(words);
  if (byId) return [byId];
  const folded = foldText(words);
  const found = directory.search(words);
  const exact = found.filter((organisation) => allNames(organisation).some((name) => foldText(name) === folded));
  const matching = exact.length > 0 ? exact : found;
  const ids = new Set(matching.map(({ id }) => id));
  return matching.filter(({ id, government }) => government === id || !ids.has(government));
}

/** The address's own filter, to be carried to the calendar, the feeds and the next page. */
export function carryFilter(
  path: string,
  { active }: Pick<ReadFilter, "active">,
  more: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams(active.map(({ name, value }): [string, string] => [name, value]));
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}
