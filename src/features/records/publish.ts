import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { checkForeignKeys } from "../../db/check-foreign-keys.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { checkContent } from "../../records/check.ts";
import { deriveRecords } from "../../records/derive.ts";
import type { RecordContent } from "../../records/kind.ts";
import { type FindKnownIds, rememberKnownIds } from "../../records/known-ids.ts";
import { completeSources, memberDocument, needsMemberDocument } from "../../records/member-source.ts";
import { recordKind } from "../../records/registry.ts";
import { deleteRows, putRows } from "../../records/tables.ts";
import { raiseRevision } from "../programme/revision.ts";
import { readApprovedContents } from "./content.ts";
import type { RecordSummary } from "./record.ts";
import { setPublished } from "./store.ts";

/** The contents of so many stand in memory together. */
const recordsAtOnce = 500;

/**
 * Makes the public tables show the newest approved version of these records: those that everyone may see are put in, all others
 * taken out. Everything that is worked out from the tables follows, in the same transaction. Throws `conflict` where another
 * public record still refers to one that would go.
 */
export async function publishRecords(
  transaction: WriteTransaction,
  records: readonly RecordSummary[],
  today: string,
): Promise<void> {
  if (records.length === 0) return;
  // Loads and publications come one after the other: they number rows and work out the same things.
  await sql`SELECT pg_advisory_xact_lock(hashtext('renkei load'))`.execute(transaction);
  const ordered = orderForTables(records);
  for (let start = 0; start < ordered.length; start += recordsAtOnce)
    await publishSome(transaction, ordered.slice(start, start + recordsAtOnce), today);
  await checkReferences(transaction);
  await deriveRecords(transaction);
  await raiseRevision(transaction);
}

async function publishSome(
  transaction: WriteTransaction,
  records: readonly RecordSummary[],
  today: string,
): Promise<void> {
  const shown = records.filter(isShown);
  const contents = await readApprovedContents(transaction, shown);
  let findIds = rememberKnownIds(transaction);
  for (const record of records) {
    const content = contents.get(record);
    if (content) {
      await putRecord(transaction, record, content, { today, findIds });
    } else {
      await deleteRows(transaction, recordKind(record.kind), record.id);
      // What was known to exist may have gone with it.
      findIds = rememberKnownIds(transaction);
    }
  }
  await setPublished(
    transaction,
    records.map((record) => ({ ...record, version: isShown(record) ? record.version : null })),
  );
}

function isShown({ visibility, removed }: RecordSummary): boolean {
  return visibility === "public" && !removed;
}

/** Oldest first: a table shows its rows in the order in which they came. */
export function orderForTables(records: readonly RecordSummary[]): RecordSummary[] {
  const key = ({ dateFrom, changedAt }: RecordSummary) => `${dateFrom ?? "9999-12-31"} ${changedAt.toISOString()}`;
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

async function putRecord(
  transaction: WriteTransaction,
  record: RecordSummary,
  approved: RecordContent,
  { today, findIds }: { today: string; findIds: FindKnownIds },
): Promise<void> {
  const kind = recordKind(record.kind);
  const content = completeSources(kind, approved, record.owner);
  if (needsMemberDocument(content)) await memberDocument(transaction, today);
  const { rows, problems } = await checkContent(transaction, kind, record.id, content, "approve", findIds);
  const [first] = problems;
  if (first)
    throw new AppError("conflict", {
      ...first,
      reason: "not-publishable",
      problem: first.reason,
      kind: record.kind,
      record: record.id,
    });
  await putRows(transaction, kind, rows);
}

/** SQLSTATE 23503: something public still points at a record that is to go. */
async function checkReferences(transaction: WriteTransaction): Promise<void> {
  try {
    await checkForeignKeys(transaction);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "23503")
      throw new AppError("conflict", { reason: "still-referenced" });
    throw error;
  }
}
