import type { OrganisationDirectory } from "./directory.ts";
import type { Organisation } from "./organisation.ts";
import { organisationTiers } from "./sheets.ts";

/** An organisation of its own with everything that belongs to it. */
export interface OrganisationUnit {
  organisation: Organisation;
  offices: OrganisationUnit[];
}

export interface OrganisationFilter {
  text?: string | undefined;
  country?: string | undefined;
  tier?: string | undefined;
}

/**
 * Governments, ministries and institutes with their offices below them, by country and tier. A filter that may
 * find an office without its government gives single organisations.
 */
export function listUnits(
  directory: OrganisationDirectory,
  filter: OrganisationFilter,
  countries: readonly string[],
): OrganisationUnit[] {
  const { text, country, tier } = filter;
  const found = text === undefined ? directory.all : directory.search(text);
  const inCountry = country === undefined ? found : found.filter((organisation) => organisation.country === country);
  const single = text !== undefined || tier !== undefined;
  const units = single
    ? inCountry
        .filter((organisation) => tier === undefined || organisation.tier === tier)
        .map((organisation) => ({ organisation, offices: [] }))
    : growUnits(inCountry);
  const rank = createRank(countries);
  return units.toSorted((a, b) => rank(a.organisation) - rank(b.organisation));
}

/** A local government stands by itself even where it has a parent: a city is no office of its prefecture. */
function growUnits(organisations: readonly Organisation[]): OrganisationUnit[] {
  const children = new Map<string, Organisation[]>();
  for (const organisation of organisations) {
    if (organisation.government === organisation.id || organisation.parent === null) continue;
    const siblings = children.get(organisation.parent);
    if (siblings) siblings.push(organisation);
    else children.set(organisation.parent, [organisation]);
  }
  const grow = (organisation: Organisation): OrganisationUnit => ({
    organisation,
    offices: (children.get(organisation.id) ?? []).map(grow),
  });
  const present = new Set(organisations.map((organisation) => organisation.id));
  return organisations
    .filter(({ id, government, parent }) => government === id || parent === null || !present.has(parent))
    .map(grow);
}

/** Countries in the programme's order, then tiers as the format lists them; within them the order of the records. */
function createRank(countries: readonly string[]): (organisation: Organisation) => number {
  const tiers: readonly string[] = organisationTiers;
  return ({ country, tier }) => {
    const place = country === null ? -1 : countries.indexOf(country);
    return (place === -1 ? countries.length : place) * 100 + tiers.indexOf(tier);
  };
}

export function countUnit(unit: OrganisationUnit): number {
  return unit.offices.reduce((sum, office) => sum + countUnit(office), 1);
}

/** Pages of about the given number of organisations; a unit is never torn apart. */
export function cutIntoPages(units: readonly OrganisationUnit[], size: number): OrganisationUnit[][] {
  const pages: OrganisationUnit[][] = [];
  let room = 0;
  for (const unit of units) {
    const count = countUnit(unit);
    const page = pages.at(-1);
    if (page && count <= room) page.push(unit);
    else pages.push([unit]);
    room = page && count <= room ? room - count : size - count;
  }
  return pages;
}
