import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKind } from "../../records/kind.ts";
import { fingerprintContent, normaliseContent } from "../../records/normalise.ts";
import { limits } from "../../spreadsheets/refusal.ts";
import type { Standing } from "../records/access.ts";
import type { Entry, RecordSummary } from "../records/record.ts";
import { readOpenEntries, readSheetContents, readSheetRecords, readUsedIds } from "../records/sheet-reads.ts";
import { readClosedYears } from "../records/year-lock.ts";

/** What a row of a sheet is compared with: the owner's entry where one is under way, else the approved record. */
export interface KnownRow {
  id: string;
  content: RecordContent;
  record: RecordSummary | null;
  entry: Entry | null;
}

export interface Present {
  byId: Map<string, KnownRow>;
  /** what the owner entered, by what it says: a row without a key that was taken over before is found by it */
  byContent: Map<string, KnownRow>;
  /** of the keys in the file: those in use, also where the actor may not see by what */
  usedIds: Set<string>;
  closedYears: Set<number>;
}

export async function readPresent(
  transaction: ReadTransaction,
  standing: Standing,
  kind: RecordKind,
  owner: string,
  ids: readonly string[],
): Promise<Present> {
  const named = await readSheetRecords(transaction, kind.id, standing, { ids, limit: limits.rows });
  const own = await readSheetRecords(transaction, kind.id, standing, { owner, limit: limits.rows });
  const entries = await readOpenEntries(transaction, kind.id, [owner]);
  const rows = await joinRows(transaction, kind, [...named, ...own], entries);
  const ownIds = new Set([...own.map(({ id }) => id), ...entries.map(({ record }) => record)]);
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    byContent: new Map(rows.filter(({ id }) => ownIds.has(id)).map((row) => [fingerprintContent(row.content), row])),
    usedIds: await readUsedIds(transaction, kind.id, ids),
    closedYears: await readClosedYears(transaction),
  };
}

/** Records and entries under one key, each with what it says now. */
export async function joinRows(
  transaction: ReadTransaction,
  kind: RecordKind,
  records: readonly RecordSummary[],
  entries: readonly Entry[],
): Promise<KnownRow[]> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const entryOf = new Map(entries.map((entry) => [entry.record, entry]));
  const unopened = [...byId.values()].filter(({ id }) => !entryOf.has(id));
  const approved = await readSheetContents(transaction, unopened);
  const rows: KnownRow[] = [];
  for (const id of new Set([...byId.keys(), ...entryOf.keys()])) {
    const entry = entryOf.get(id) ?? null;
    const content = entry?.content ?? approved.get(id);
    if (content) rows.push({ id, content: normaliseContent(kind, content), record: byId.get(id) ?? null, entry });
  }
  return rows;
}
