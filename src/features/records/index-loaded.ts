import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { describeRecord } from "../../records/facts.ts";
import type { RecordKind } from "../../records/kind.ts";
import { readSurroundings } from "../../records/lookup.ts";
import { recordKinds } from "../../records/registry.ts";
import { readContents } from "../../records/tables.ts";
import { appendAudit } from "../audit/change.ts";
import { insertRecords } from "./store.ts";

const recordsPerStep = 1_000;

/**
 * Lists what a load brought as approved and public, in the transaction of the load. Throws `conflict` where people have worked on
 * the records that it replaces, unless `discard` says that their work is to go; accounts and the audit log stay in any case.
 */
export async function indexLoadedRecords(transaction: WriteTransaction, now: Date, discard: boolean): Promise<void> {
  const work = await countWork(transaction);
  if (work.entries + work.versions > 0 && !discard)
    throw new AppError("conflict", { reason: "members-work-present", ...work });
  for (const table of ["entries", "record_versions", "records", "comments", "year_states"] as const)
    await transaction.deleteFrom(table).execute();
  const surroundings = await readSurroundings(transaction);
  const counts: Record<string, number> = {};
  for (const kind of recordKinds) {
    counts[kind.id] = 0;
    for (let last = 0; ; ) {
      const page = await listIds(transaction, kind, last);
      const final = page.at(-1);
      if (!final) break;
      const contents = await readContents(
        transaction,
        kind,
        page.map(({ id }) => id),
      );
      await insertRecords(
        transaction,
        [...contents].map(([id, content]) => ({
          kind: kind.id,
          id,
          version: 1,
          publishedVersion: 1,
          visibility: "public" as const,
          owner: null,
          ...describeRecord(kind, id, content, surroundings),
          removed: false,
          changedAt: now,
          changedBy: null,
        })),
      );
      counts[kind.id] = (counts[kind.id] ?? 0) + contents.size;
      last = final.row_number;
    }
  }
  await appendAudit(transaction, { userId: null, network: null }, now, [
    {
      action: "programme.loaded",
      details: { ...counts, discardedEntries: work.entries, discardedVersions: work.versions },
    },
  ]);
}

async function countWork(transaction: WriteTransaction): Promise<{ entries: number; versions: number }> {
  const { rows } = await sql<{ entries: number; versions: number }>`
    SELECT (SELECT count(*)::int FROM entries) AS entries,
           (SELECT count(*)::int FROM record_versions WHERE action <> 'loaded') AS versions`.execute(transaction);
  return rows[0] ?? { entries: 0, versions: 0 };
}

async function listIds(
  transaction: WriteTransaction,
  kind: RecordKind,
  after: number,
): Promise<{ id: string; row_number: number }[]> {
  const { rows } = await sql<{ id: string; row_number: number }>`
    SELECT id, row_number FROM ${sql.table(kind.sheet.name)}
    WHERE row_number > ${after} ORDER BY row_number LIMIT ${recordsPerStep}`.execute(transaction);
  return rows;
}
