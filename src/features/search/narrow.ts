import type { Language } from "../../core/language.ts";
import type { Catalogue, CatalogueEntry, FacetValue } from "./catalogue.ts";
import type { SubjectKind } from "./contribution.ts";

/** What a subject must be. Lists in lists: each must be met by one of its values. */
export interface SubjectFilter {
  kinds: readonly (readonly (SubjectKind | `policy:${string}`)[])[];
  languages: readonly Language[];
  regions: readonly (readonly string[])[];
  topics: readonly (readonly string[])[];
  bodies: readonly (readonly string[])[];
  /** folded parts of document numbers */
  numbers: readonly string[];
  /** YYYY-MM-DD, both ends included */
  from?: string | undefined;
  to?: string | undefined;
}

export const noFilter: SubjectFilter = { kinds: [], languages: [], regions: [], topics: [], bodies: [], numbers: [] };

export function isFiltering({ from, to, ...lists }: SubjectFilter): boolean {
  return from !== undefined || to !== undefined || Object.values(lists).some(({ length }) => length > 0);
}

export interface FacetCount extends FacetValue {
  count: number;
}

/** Ids of what the reader may find and the filter lets through, newest first. `audiences` null: everything. */
export function* chooseSubjects(
  { entries }: Catalogue,
  audiences: ReadonlySet<number> | null,
  filter: SubjectFilter,
): Generator<number> {
  const isNarrowed = isFiltering(filter);
  const maySee = (audience: number) => audiences === null || audiences.has(audience);
  for (const entry of entries.values()) {
    if (!maySee(entry.audience)) continue;
    // Whoever may see the newest version does not look for what the published one says.
    const newest = entry.newest === null ? undefined : entries.get(entry.newest);
    if (newest && maySee(newest.audience)) continue;
    if (!isNarrowed || passes(entry, filter)) yield entry.id;
  }
}

function passes(entry: CatalogueEntry, filter: SubjectFilter): boolean {
  const { kinds, languages, regions, topics, bodies, numbers, from, to } = filter;
  const { date } = entry;
  return (
    kinds.every((some) => some.includes(entry.kind) || some.includes(`policy:${entry.policyKind}`)) &&
    (languages.length === 0 || languages.some((language) => language === entry.language)) &&
    regions.every((some) => some.some((id) => entry.regions.includes(id))) &&
    topics.every((some) => some.some((id) => entry.topics.includes(id))) &&
    bodies.every((some) => some.some((id) => entry.bodies.includes(id))) &&
    numbers.every((number) => entry.number?.includes(number)) &&
    (from === undefined || (date !== null && date >= from)) &&
    (to === undefined || (date !== null && date <= to))
  );
}

/** How many have each value; by numbers, because a frequent character finds tens of thousands. */
export function countFacets({ entries, facetValues }: Catalogue, ids: readonly number[]): FacetCount[] {
  const counts = new Uint32Array(facetValues.length);
  for (const id of ids) for (const place of entries.get(id)?.facets ?? []) counts[place] = (counts[place] ?? 0) + 1;
  return facetValues.flatMap(({ facet, value }, place) => {
    const count = counts[place] ?? 0;
    return count === 0 ? [] : [{ facet, value, count }];
  });
}
