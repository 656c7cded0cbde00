import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { isUuid } from "./store.ts";
import type { DraftProblem, DraftProgress } from "./translation.ts";

/** Wakes the job in every process. */
export const draftChannel = "renkei_drafts";

/** A draft that has not been heard of for so long was being made by a process that is gone. */
const deadAfterMinutes = 5;

export interface Draft {
  translation: string;
  machine: boolean;
  requestedBy: string;
}

/** False where one is waiting or running already. */
export async function insertDraft(transaction: WriteTransaction, draft: Draft, now: Date): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO translation_drafts AS draft (translation, state, machine, requested_by, requested_at)
    VALUES (${draft.translation}, 'waiting', ${draft.machine}, ${draft.requestedBy}, ${now})
    ON CONFLICT (translation) DO UPDATE SET state = 'waiting', machine = excluded.machine,
      requested_by = excluded.requested_by, requested_at = excluded.requested_at, heard_at = NULL, finished_at = NULL,
      segments_total = 0, segments_done = 0, from_memory = 0, from_machine = 0, problem = NULL
    WHERE draft.state IN ('done', 'failed')
    RETURNING translation`.execute(transaction);
  if (rows.length === 0) return false;
  await sql`SELECT pg_notify(${draftChannel}, '')`.execute(transaction);
  return true;
}

/** The one that waits longest, for this process alone; null where none does. */
export async function claimDraft(transaction: WriteTransaction, now: Date): Promise<Draft | null> {
  const dead = new Date(now.getTime() - deadAfterMinutes * 60_000);
  const { rows } = await sql<{ translation: string; machine: boolean; requested_by: string }>`
    UPDATE translation_drafts SET state = 'running', heard_at = ${now}
    WHERE translation = (
      SELECT translation FROM translation_drafts
      WHERE state = 'waiting' OR (state = 'running' AND heard_at < ${dead})
      ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING translation, machine, requested_by`.execute(transaction);
  const [row] = rows;
  return row ? { translation: row.translation, machine: row.machine, requestedBy: row.requested_by } : null;
}

export async function setDraftTotal(transaction: WriteTransaction, translation: string, open: number): Promise<void> {
  await sql`UPDATE translation_drafts SET segments_total = segments_done + ${open} WHERE translation = ${translation}`.execute(
    transaction,
  );
}

export async function addDraftProgress(
  transaction: WriteTransaction,
  translation: string,
  { done, fromMemory, fromMachine, at }: { done: number; fromMemory: number; fromMachine: number; at: Date },
): Promise<void> {
  await sql`
    UPDATE translation_drafts SET segments_done = segments_done + ${done}, from_memory = from_memory + ${fromMemory},
      from_machine = from_machine + ${fromMachine}, heard_at = ${at}
    WHERE translation = ${translation}`.execute(transaction);
}

export async function finishDraft(
  transaction: WriteTransaction,
  translation: string,
  { state, problem, at }: { state: "done" | "failed"; problem: DraftProblem | null; at: Date },
): Promise<void> {
  await transaction
    .updateTable("translation_drafts")
    .set({ state, problem, finished_at: at })
    .where("translation", "=", translation)
    .execute();
}

export async function readDraft(transaction: ReadTransaction, translation: string): Promise<DraftProgress | null> {
  if (!isUuid(translation)) return null;
  const row = await transaction
    .selectFrom("translation_drafts")
    .selectAll()
    .where("translation", "=", translation)
    .executeTakeFirst();
  if (!row) return null;
  return {
    state: row.state,
    machine: row.machine,
    requestedAt: new Date(row.requested_at),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
    total: row.segments_total,
    done: row.segments_done,
    fromMemory: row.from_memory,
    fromMachine: row.from_machine,
    problem: row.problem as DraftProblem | null,
  };
}
