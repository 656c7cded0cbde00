import type { Language } from "../../core/language.ts";
import type { Catalogue, CatalogueEntry } from "./catalogue.ts";
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

export const facetNames = ["kind", "language", "region", "topic", "year", "body"] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetCount {
  facet: FacetName;
  value: string;
  count: number;
}

/** Ids of what the reader may find and the filter lets through, newest first. `audiences` null: everything. */
export function* chooseSubjects(
  catalogue: Catalogue,
  audiences: ReadonlySet<number> | null,
  filter: SubjectFilter,
): Generator<number> {
  const maySee = (audience: number) => audiences === null || audiences.has(audience);
  for (const entry of catalogue.values()) {
    if (!maySee(entry.audience)) continue;
    // Whoever may see the newest version does not look for what the published one says.
    const newest = entry.newest === null ? undefined : catalogue.get(entry.newest);
    if (newest && maySee(newest.audience)) continue;
    if (passes(entry, filter)) yield entry.id;
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

export function countFacets(catalogue: Catalogue, ids: readonly number[]): FacetCount[] {
  const counts: Record<FacetName, Map<string, number>> = {
    kind: new Map(),
    language: new Map(),
    region: new Map(),
    topic: new Map(),
    year: new Map(),
    body: new Map(),
  };
  const add = (facet: FacetName, value: string) => counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  for (const id of ids) {
    const entry = catalogue.get(id);
    if (!entry) continue;
    add("kind", entry.kind);
    if (entry.language !== null) add("language", entry.language);
    if (entry.date !== null) add("year", entry.date.slice(0, 4));
    for (const value of entry.regions) add("region", value);
    for (const value of entry.topics) add("topic", value);
    for (const value of entry.bodies) add("body", value);
  }
  return facetNames.flatMap((facet) => [...counts[facet]].map(([value, count]) => ({ facet, value, count })));
}
