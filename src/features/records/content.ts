import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import { recordKind } from "../../records/registry.ts";
import { readContents } from "../../records/tables.ts";
import type { RecordSummary } from "./record.ts";
import { findContents, findVersion, insertVersion } from "./store-versions.ts";

/**
 * The newest approved content of records. A version is written down when a record changes for the first time; until then the
 * tables hold it.
 */
export async function readApproved(
  transaction: ReadTransaction,
  record: Pick<RecordSummary, "kind" | "id" | "version">,
): Promise<RecordContent> {
  const version = await findVersion(transaction, record.kind, record.id, record.version);
  return version?.content ?? (await readLoaded(transaction, record.kind, record.id));
}

/** The same of many records: one question for what is written down, and a few for each kind of the others. */
export async function readApprovedContents<Asked extends Pick<RecordSummary, "kind" | "id" | "version">>(
  transaction: ReadTransaction,
  records: readonly Asked[],
): Promise<Map<Asked, RecordContent>> {
  const contents = await findContents(transaction, records);
  const loaded = records.filter(({ kind, id }) => !contents.has(`${kind}/${id}`));
  for (const [kind, ofKind] of Map.groupBy(loaded, (record) => record.kind)) {
    const ids = ofKind.map(({ id }) => id);
    for (const [id, content] of await readContents(transaction, recordKind(kind), ids))
      contents.set(`${kind}/${id}`, content);
  }
  const found = new Map<Asked, RecordContent>();
  for (const record of records) {
    const content = contents.get(`${record.kind}/${record.id}`);
    if (!content) throw new Error(`the tables lack ${record.kind} ${record.id}`);
    found.set(record, content);
  }
  return found;
}

/** Before the first change of a loaded record: what it said is kept as its first version. */
export async function keepLoadedVersion(transaction: WriteTransaction, record: RecordSummary): Promise<void> {
  if (record.version !== 1 || (await findVersion(transaction, record.kind, record.id, 1))) return;
  await insertVersion(transaction, record.kind, record.id, {
    version: 1,
    action: "loaded",
    content: await readLoaded(transaction, record.kind, record.id),
    visibility: record.visibility,
    owner: record.owner,
    reason: null,
    entry: null,
    author: null,
    approvedBy: null,
    at: record.changedAt,
  });
}

async function readLoaded(transaction: ReadTransaction, kind: RecordKindId, id: string): Promise<RecordContent> {
  const contents = await readContents(transaction, recordKind(kind), [id]);
  const content = contents.get(id);
  if (!content) throw new Error(`the tables lack ${kind} ${id}`);
  return content;
}
