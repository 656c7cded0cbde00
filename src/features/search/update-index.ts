import { sql } from "kysely";
import { type WriteTransaction, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { SearchContributor, SearchSubject } from "./contribution.ts";
import { contributors } from "./contributors/registry.ts";
import {
  findMark,
  fingerprintOf,
  GramCounts,
  insertSubjects,
  keyOf,
  lockIndex,
  raiseIndexRevision,
  readFingerprints,
  removeSubjects,
  setMark,
} from "./store-index.ts";

export interface IndexChange {
  contributor: string;
  written: number;
  removed: number;
}

/**
 * Brings the index up to what the contributors say; costs what changed. Each contributor's part changes in one transaction, so that
 * nobody searches in half of it. Twice the same is once. Several processes wait for each other.
 */
export async function updateSearchIndex(
  context: Context,
  chosen: readonly SearchContributor[] = contributors,
): Promise<IndexChange[]> {
  const changes: IndexChange[] = [];
  for (const contributor of chosen) {
    const change = await write(context.database, (transaction) => updatePart(context, transaction, contributor));
    if (change.written + change.removed > 0) changes.push(change);
  }
  return changes;
}

/** Forgets how far the contributors are, so that the next update reads everything; what has not changed is not written again. */
export async function forgetMarks(context: Context): Promise<void> {
  await write(context.database, async (transaction) => {
    await lockIndex(transaction);
    await sql`DELETE FROM search.marks`.execute(transaction);
  });
}

/** After a change that raises no revision of the records: asks the processes that serve to bring the index up to it. */
export async function askForIndexing(transaction: WriteTransaction): Promise<void> {
  await sql`SELECT pg_notify(${indexChannel}, '')`.execute(transaction);
}

export const indexChannel = "renkei_search";

async function updatePart(
  context: Context,
  transaction: WriteTransaction,
  contributor: SearchContributor,
): Promise<IndexChange> {
  const change: IndexChange = { contributor: contributor.name, written: 0, removed: 0 };
  await lockIndex(transaction);
  const before = await findMark(transaction, contributor.name);
  const mark = await contributor.readMark(transaction);
  if (mark === before) return change;
  const present = await readFingerprints(transaction, contributor.name);
  const changes = before === null ? null : await contributor.readChanges?.(context, transaction, before);
  const counts = new GramCounts();
  const left = new Set(changes ? [] : present.keys());
  for await (const subjects of changes?.changed ?? contributor.read(context, transaction)) {
    for (const subject of subjects) left.delete(keyOf(subject));
    change.written += await writeChanged(transaction, counts, contributor.name, subjects, present);
    await counts.flushIfLarge(transaction);
  }
  for (const { kind, id } of changes?.gone ?? [])
    for (const edition of ["published", "newest"] as const) left.add(keyOf({ kind, id, edition }));
  const gone = [...left].flatMap((key) => present.get(key)?.id ?? []);
  await removeSubjects(transaction, counts, gone);
  await counts.flush(transaction);
  change.removed = gone.length;
  await setMark(transaction, contributor.name, mark);
  if (change.written + change.removed > 0) await raiseIndexRevision(transaction);
  return change;
}

async function writeChanged(
  transaction: WriteTransaction,
  counts: GramCounts,
  contributor: string,
  subjects: readonly SearchSubject[],
  present: ReadonlyMap<string, { id: number; fingerprint: string }>,
): Promise<number> {
  const changed = subjects.filter((subject) => present.get(keyOf(subject))?.fingerprint !== fingerprintOf(subject));
  await removeSubjects(
    transaction,
    counts,
    changed.flatMap((subject) => present.get(keyOf(subject))?.id ?? []),
  );
  await insertSubjects(transaction, counts, contributor, changed);
  return changed.length;
}
