import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { checkForeignKeys } from "../../db/check-foreign-keys.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { checkContent } from "../../records/check.ts";
import { deriveRecords } from "../../records/derive.ts";
import { completeSources, memberDocument, needsMemberDocument } from "../../records/member-source.ts";
import { recordKind } from "../../records/registry.ts";
import { deleteRows, putRows } from "../../records/tables.ts";
import { raiseRevision } from "../programme/revision.ts";
import { readApproved } from "./content.ts";
import type { RecordSummary } from "./record.ts";
import { setPublished } from "./store.ts";

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
  for (const record of orderForTables(records)) {
    const isShown = record.visibility === "public" && !record.removed;
    if (isShown) await putRecord(transaction, record, today);
    else await deleteRows(transaction, recordKind(record.kind), record.id);
    await setPublished(transaction, record, isShown ? record.version : null);
  }
  await checkReferences(transaction);
  await deriveRecords(transaction);
  await raiseRevision(transaction);
}

/** Oldest first: a table shows its rows in the order in which they came. */
export function orderForTables(records: readonly RecordSummary[]): RecordSummary[] {
  const key = ({ dateFrom, changedAt }: RecordSummary) => `${dateFrom ?? "9999-12-31"} ${changedAt.toISOString()}`;
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

async function putRecord(transaction: WriteTransaction, record: RecordSummary, today: string): Promise<void> {
  const kind = recordKind(record.kind);
  const content = completeSources(kind, await readApproved(transaction, record), record.owner);
  if (needsMemberDocument(content)) await memberDocument(transaction, today);
  const { rows, problems } = await checkContent(transaction, kind, record.id, content, "approve");
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
