import { sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Claim, Coverage, Measure, TableDefinition } from "./measure.ts";

export async function readMeasures(transaction: ReadTransaction): Promise<Measure[]> {
  const rows = await transaction.selectFrom("measures").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    name: localizedFromRow(row, "name"),
    definition: localizedFromRow(row, "definition"),
    units: row.units,
    registers: row.registers,
    kinds: row.kinds,
    statuses: row.statuses.length > 0 ? row.statuses : ["done"],
    fundings: row.fundings,
    placeCountry: row.place_country,
    groupBy: row.group_by === "place" || row.group_by === "party" ? row.group_by : null,
    groups: row.groups,
    counts: row.counts === "bulletins" ? "bulletins" : null,
  }));
}

export async function readClaims(transaction: ReadTransaction): Promise<Claim[]> {
  const rows = await transaction.selectFrom("claims").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    measure: row.measure,
    fiscalYear: row.fiscal_year,
    group: row.group_organisation,
    unit: row.unit,
    value: row.value,
    approximate: row.approximate,
    places: row.places,
    asOf: row.as_of_to ?? "9999-12-31",
    partOf: row.part_of,
    printedText: row.printed_text,
    definition: localizedFromRow(row, "definition"),
    explanation: localizedFromRow(row, "explanation"),
    source: { document: row.source, place: row.source_place, row: row.source_row },
  }));
}

/** Coverage by `measure fiscal-year`. */
export async function readCoverage(transaction: ReadTransaction): Promise<Map<string, Coverage>> {
  const rows = await transaction.selectFrom("coverage").selectAll().execute();
  return new Map(
    rows.map((row) => [
      coverageKey(row.measure, row.fiscal_year),
      {
        extent: row.extent === "complete" || row.extent === "partial" ? row.extent : "none",
        until: row.until_to,
        note: localizedFromRow(row, "note"),
      },
    ]),
  );
}

export function coverageKey(measure: string, fiscalYear: number): string {
  return `${measure} ${fiscalYear}`;
}

export async function readTableDefinitions(transaction: ReadTransaction): Promise<TableDefinition[]> {
  const rows = await transaction.selectFrom("tables").selectAll().orderBy("position").orderBy("row_number").execute();
  const laterYears = await readLaterYears(transaction);
  const measures = await transaction.selectFrom("measures").select(["id", "registers"]).execute();
  const counted = new Map(measures.map(({ id, registers }) => [id, registers]));
  const registersOf = (row: (typeof rows)[number]) =>
    row.register === null ? row.measures.flatMap((id) => counted.get(id) ?? []) : [row.register];
  return rows.map((row) => ({
    id: row.id,
    section: row.section,
    layout: row.layout,
    title: localizedFromRow(row, "title"),
    register: row.register,
    measures: row.measures,
    columns: row.columns,
    fiscalYears: addYears(
      row.fiscal_years,
      registersOf(row).flatMap((register) => laterYears.get(register) ?? []),
    ),
    documents: row.documents,
  }));
}

/** Years after the programme's last declared one in which a register has public rows: members go on where the sources end. */
async function readLaterYears(transaction: ReadTransaction): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ register: string; years: number[] }>`
    SELECT register, array_agg(DISTINCT fiscal_year ORDER BY fiscal_year) AS years
    FROM activities
    WHERE fiscal_year > (SELECT last_fiscal_year FROM programme) AND fiscal_year <= date_part('year', now()) + 1
    GROUP BY register`.execute(transaction);
  return new Map(rows.map(({ register, years }) => [register, years]));
}

function addYears(declared: number[], later: readonly number[]): number[] {
  return [...new Set([...declared, ...later])].sort((a, b) => a - b);
}

export async function readTableNotes(transaction: ReadTransaction, table: string, fiscalYears: readonly number[]) {
  const rows = await transaction
    .selectFrom("table_notes")
    .selectAll()
    .where("table_id", "=", table)
    .where("fiscal_year", "in", [0, ...fiscalYears])
    .orderBy("fiscal_year")
    .orderBy("position")
    .execute();
  return rows.map((row) => localizedFromRow(row, "text"));
}

/** Records of every fiscal year by kind, without the rows that another ledger of higher precedence holds as well. */
export async function countByYearAndKind(
  transaction: ReadTransaction,
): Promise<{ fiscalYear: number; kind: string; count: number }[]> {
  const { rows } = await sql<{ fiscalYear: number; kind: string; count: number }>`
    SELECT fiscal_year AS "fiscalYear", kind, count(*)::int AS count
    FROM activities
    WHERE 'activities/' || activities.id NOT IN (
      SELECT unnest(related) FROM findings WHERE rule = 'same-event-in-two-ledgers'
    )
    GROUP BY fiscal_year, kind ORDER BY fiscal_year, kind`.execute(transaction);
  return rows;
}
