import type { ReadTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import { type Standing, visibleTo } from "./access.ts";
import { readApprovedContents } from "./content.ts";
import type { Entry, RecordSummary } from "./record.ts";
import { findRecords, listRecords } from "./store.ts";
import { findEnteredIds, findOpenEntries } from "./store-entries.ts";

/** What whole sheets of records are written from and compared with, as one transaction sees it. */

export interface SheetChoice {
  ids?: readonly string[];
  owner?: string;
  fiscalYear?: number;
  limit: number;
}

/** Records of a kind that the actor may see, removed ones as well, in the order of their dates. */
export async function readSheetRecords(
  transaction: ReadTransaction,
  kind: RecordKindId,
  standing: Standing,
  { limit, ...choice }: SheetChoice,
): Promise<RecordSummary[]> {
  const filter = { ...choice, kind, removed: true };
  const { records } = await listRecords(transaction, filter, visibleTo(standing), { limit, offset: 0 });
  const key = ({ dateFrom, id }: RecordSummary) => `${dateFrom ?? "9999-12-31"} ${id}`;
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Keys of the kind that are in use, also by records that the actor may not see and by entries of others. */
export async function readUsedIds(
  transaction: ReadTransaction,
  kind: RecordKindId,
  ids: readonly string[],
): Promise<Set<string>> {
  const records = await findRecords(transaction, kind, ids);
  return new Set([...records.map(({ id }) => id), ...(await findEnteredIds(transaction, kind, ids))]);
}

/** Newest approved contents by id. */
export async function readSheetContents(
  transaction: ReadTransaction,
  records: readonly RecordSummary[],
): Promise<Map<string, RecordContent>> {
  const contents = await readApprovedContents(transaction, records);
  return new Map([...contents].map(([{ id }, content]) => [id, content]));
}

export function readOpenEntries(
  transaction: ReadTransaction,
  kind: RecordKindId,
  owners: readonly string[],
): Promise<Entry[]> {
  return findOpenEntries(transaction, kind, owners);
}
