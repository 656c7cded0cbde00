import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { countMeasure } from "./count.ts";
import type { Claim, Count, Coverage, Measure, TableDefinition } from "./measure.ts";
import { coverageKey, readClaims, readCoverage, readMeasures, readTableDefinitions } from "./store.ts";

/** Rules, claims and table definitions: small, asked for by every table, kept for one revision. */
export interface Catalogue {
  measures: Map<string, Measure>;
  claims: Claim[];
  tables: TableDefinition[];
  coverage(measure: string, fiscalYear: number): Coverage | undefined;
  measure(id: string): Measure;
  /** the newest claim made by the day, for exactly this cell */
  claim(cell: ClaimCell, asOf: string): Claim | null;
}

export interface ClaimCell {
  measure: string;
  fiscalYear: number | null;
  group: string | null;
  unit: string;
}

export function getCatalogue(context: Context): Promise<Catalogue> {
  return context.cache.get("statistics catalogue", () => read(context.database, readCatalogue));
}

/** The catalogue as the transaction sees it, for work on records that are not committed yet. */
export async function readCatalogue(transaction: ReadTransaction): Promise<Catalogue> {
  const measures = new Map((await readMeasures(transaction)).map((measure) => [measure.id, measure]));
  const claims = await readClaims(transaction);
  const coverage = await readCoverage(transaction);
  const byCell = Map.groupBy(claims, cellKey);
  return {
    measures,
    claims,
    tables: await readTableDefinitions(transaction),
    coverage: (measure, fiscalYear) => coverage.get(coverageKey(measure, fiscalYear)),
    measure: (id) => {
      const measure = measures.get(id);
      if (!measure) throw new Error(`no measure ${id}`);
      return measure;
    },
    claim: (cell, asOf) => newestClaim(byCell.get(cellKey(cell)) ?? [], asOf),
  };
}

/** Counts as of a day, kept for one revision: the tables of one page ask for the same ones. */
export function getCounts(context: Context, measure: Measure, asOf: string, merged = false): Promise<Count[]> {
  return context.cache.getLarge(`count ${measure.id} ${asOf} ${merged}`, () =>
    read(context.database, (transaction) => countMeasure(transaction, measure, { asOf, merged })),
  );
}

function newestClaim(claims: readonly Claim[], asOf: string): Claim | null {
  const made = claims.filter((claim) => claim.asOf <= asOf);
  return made.reduce<Claim | null>((newest, claim) => (newest && newest.asOf >= claim.asOf ? newest : claim), null);
}

function cellKey(cell: ClaimCell): string {
  return `${cell.measure}|${cell.fiscalYear ?? ""}|${cell.group ?? ""}|${cell.unit}`;
}
