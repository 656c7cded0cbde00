import { sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Framework, GlossaryEntry, SheetCount } from "./framework.ts";
import type { Source } from "./source.ts";

export async function readFramework(transaction: ReadTransaction): Promise<Framework> {
  const platforms = await transaction.selectFrom("platforms").selectAll().orderBy("row_number").execute();
  const principles = await transaction.selectFrom("principles").selectAll().orderBy("row_number").execute();
  const nodes = await transaction
    .selectFrom("structure_nodes")
    .selectAll()
    .orderBy("position")
    .orderBy("row_number")
    .execute();
  const links = await transaction.selectFrom("structure_links").selectAll().orderBy("row_number").execute();
  return {
    platforms: platforms.map((row) => ({
      id: row.id,
      role: row.role,
      country: row.country,
      organisation: row.organisation,
      established: row.established,
      fiscalYears: row.fiscal_years,
      task: localizedFromRow(row, "task"),
      source: toSource(row),
    })),
    principles: principles.map((row) => ({
      id: row.id,
      number: row.number,
      text: localizedFromRow(row, "text"),
      source: toSource(row),
    })),
    nodes: nodes.map((row) => ({
      id: row.id,
      level: row.level,
      country: row.country,
      organisations: row.organisations,
      label: localizedFromRow(row, "label"),
      source: toSource(row),
    })),
    links: links.map((row) => ({
      from: row.from_node,
      to: row.to_node,
      mutual: row.mutual,
      label: localizedFromRow(row, "label"),
      source: toSource(row),
    })),
  };
}

export async function readGlossary(transaction: ReadTransaction): Promise<GlossaryEntry[]> {
  const rows = await transaction.selectFrom("glossary").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    term: localizedFromRow(row, "term"),
    definition: localizedFromRow(row, "definition"),
  }));
}

/**
 * Counts the rows of every sheet by the document that they cite. Which tables hold sheets is asked of the database: each
 * has a row number, and those that cite have a source. So a new kind of record is counted without a change here.
 */
export async function countRecords(transaction: ReadTransaction): Promise<SheetCount[]> {
  const { rows: tables } = await sql<{ name: string; cites: boolean }>`
    SELECT table_name AS name, bool_or(column_name = 'source') AS cites
    FROM information_schema.columns WHERE table_schema = current_schema()
    GROUP BY table_name HAVING bool_or(column_name = 'row_number') ORDER BY table_name`.execute(transaction);
  if (tables.length === 0) return [];
  const selects = tables.map(
    ({ name, cites }) => sql`
      SELECT ${name}::text AS sheet, ${cites ? sql.ref("source") : sql`NULL`}::text AS document, count(*)::int AS count
      FROM ${sql.table(name)} GROUP BY 2`,
  );
  const { rows } = await sql<{ sheet: string; document: string | null; count: number }>`
    ${sql.join(selects, sql` UNION ALL `)}`.execute(transaction);
  return tables.map(({ name }) => {
    const own = rows.filter((row) => row.sheet === name);
    const cited = own.flatMap(({ document, count }): [string, number][] =>
      document === null ? [] : [[document, count]],
    );
    return {
      sheet: name,
      records: own.reduce((sum, row) => sum + row.count, 0),
      byDocument: Object.fromEntries(cited),
    };
  });
}

function toSource(row: { source: string; source_place: string; source_row: string | null }): Source {
  return { document: row.source, place: row.source_place, row: row.source_row };
}
