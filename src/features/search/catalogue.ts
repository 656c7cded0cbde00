import { sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { SubjectKind } from "./contribution.ts";

/** What of a subject narrows, counts and orders, without its words: some 200 bytes, so that all of them stand in memory. */
export interface CatalogueEntry {
  id: number;
  kind: SubjectKind;
  /** set of readers, see audience.ts */
  audience: number;
  /** the approved version that is not public yet of the same record */
  newest: number | null;
  language: string | null;
  /** YYYY-MM-DD */
  date: string | null;
  number: string | null;
  policyKind: string | null;
  regions: readonly string[];
  topics: readonly string[];
  bodies: readonly string[];
  /** where its values stand among all that are counted */
  facets: readonly number[];
}

export interface Catalogue {
  /** newest first */
  entries: ReadonlyMap<number, CatalogueEntry>;
  facetValues: readonly FacetValue[];
}

export const facetNames = ["kind", "language", "region", "topic", "year", "body"] as const;
export type FacetName = (typeof facetNames)[number];

export interface FacetValue {
  facet: FacetName;
  value: string;
}

const kept = new WeakMap<object, { revision: number; catalogue: Promise<Catalogue> }>();

/** The subjects as the transaction sees them, newest first; read again when the index has changed. */
export function getCatalogue(context: Context, transaction: ReadTransaction, revision: number): Promise<Catalogue> {
  const present = kept.get(context.database.pool);
  if (present?.revision === revision) return present.catalogue;
  const catalogue = readCatalogue(transaction);
  kept.set(context.database.pool, { revision, catalogue });
  catalogue.catch(() => kept.delete(context.database.pool));
  return catalogue;
}

async function readCatalogue(transaction: ReadTransaction): Promise<Catalogue> {
  const { rows } = await sql<Omit<CatalogueEntry, "facets">>`
    SELECT s.id, s.kind, s.audience, n.id AS newest, s.language, s.date, s.number_shadow AS number, s.policy_kind AS "policyKind",
      s.regions, s.topics, s.bodies
    FROM search.subjects AS s
    LEFT JOIN search.subjects AS n
      ON (n.kind, n.subject, n.edition) = (s.kind, s.subject, 'newest') AND s.edition = 'published'
    ORDER BY s.date DESC NULLS LAST, s.id`.execute(transaction);
  const share = createSharer();
  const facetValues: FacetValue[] = [];
  const places = new Map<string, number>();
  const placeOf = (facet: FacetName, value: string): number => {
    const key = `${facet} ${value}`;
    const place = places.get(key) ?? facetValues.push({ facet, value }) - 1;
    places.set(key, place);
    return place;
  };
  const entries = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        kind: share(row.kind),
        language: share(row.language),
        date: share(row.date),
        policyKind: share(row.policyKind),
        regions: row.regions.map(share),
        topics: row.topics.map(share),
        bodies: row.bodies.map(share),
        facets: [...facetsOf(row)].map(({ facet, value }) => placeOf(facet, value)),
      },
    ]),
  );
  return { entries, facetValues };
}

function* facetsOf(row: Omit<CatalogueEntry, "facets">): Generator<FacetValue> {
  yield { facet: "kind", value: row.kind };
  if (row.language !== null) yield { facet: "language", value: row.language };
  if (row.date !== null) yield { facet: "year", value: row.date.slice(0, 4) };
  for (const value of row.regions) yield { facet: "region", value };
  for (const value of row.topics) yield { facet: "topic", value };
  for (const value of row.bodies) yield { facet: "body", value };
}

/** Equal words stand in memory once. */
function createSharer() {
  const words = new Map<unknown, unknown>();
  return <Word extends string | null>(word: Word): Word => {
    const present = words.get(word);
    if (present !== undefined) return present as Word;
    words.set(word, word);
    return word;
  };
}
