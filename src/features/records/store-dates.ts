import { type SqlBool, sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import { recordKind } from "../../records/registry.ts";
import type { RecordSummary } from "./record.ts";

/**
 * When records of one kind are dated in their newest approved version, as EDTF by id: 「12月上旬」 was not entered as its
 * first and last possible day. A loaded record that never changed has its date in the tables only (see content.ts).
 */
export async function readDates(
  transaction: ReadTransaction,
  records: readonly RecordSummary[],
): Promise<Map<string, string>> {
  const first = records[0];
  const { date, sheet } = first ? recordKind(first.kind) : { date: null, sheet: null };
  if (!first || date === null) return new Map();
  const ids = records.map(({ id }) => id);
  const { rows } = await sql<{ id: string; date: string | null }>`
    SELECT records.id, CASE WHEN version.content IS NULL THEN held.${sql.ref(date)}
      ELSE version.content -> 'fields' ->> ${date} END AS date
    FROM records
    LEFT JOIN record_versions version ON version.kind = records.kind AND version.record = records.id
      AND version.version = records.version
    LEFT JOIN ${sql.table(sheet.name)} held ON held.id = records.id
    WHERE records.kind = ${first.kind} AND ${sql<SqlBool>`records.id = ANY(${ids})`}`.execute(transaction);
  return new Map(rows.flatMap(({ id, date }) => (date ? [[id, date]] : [])));
}
