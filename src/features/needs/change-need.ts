import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { RecordAudit } from "../audit/change.ts";
import { type Need, type NeedState, needSteps } from "./need.ts";
import { lockNeed } from "./store.ts";

export interface NeedMove {
  /** id */
  need: string;
  to: NeedState;
  /** account that does it */
  by: string | null;
  note: string | null;
  now: Date;
  /** the need that it turned into, for `changed` */
  replacedBy?: string | null;
}

/** Steps that nobody understands afterwards without a word of why. */
export const statesWithNote = ["withdrawn", "changed"] as const satisfies readonly NeedState[];

/**
 * One step of a need, kept with what stood before; who may take it is the caller's to ask. Throws `not-found`, `conflict` {reason:
 * "step"} where the step does not lead there, `invalid-input` {reason: "note" | "successor"} where the reason or the successor is missing.
 */
export async function moveNeed(transaction: WriteTransaction, audit: RecordAudit, move: NeedMove): Promise<void> {
  const need = await lockNeed(transaction, move.need);
  if (!need) throw new AppError("not-found", { kind: "need", id: move.need });
  checkMove(need, move);
  await transaction
    .updateTable("need_items")
    .set({
      state: move.to,
      replaced_by: move.to === "changed" ? (move.replacedBy ?? null) : null,
      changed_by: move.by,
      changed_at: move.now,
      revision: need.revision + 1,
    })
    .where("id", "=", need.id)
    .execute();
  await writeEvent(transaction, need.id, {
    action: "moved",
    before: need.state,
    after: move.to,
    note: move.note,
    by: move.by,
    at: move.now,
  });
  audit({ action: "need.moved", subject: `need/${need.id}`, details: { from: need.state, to: move.to } });
}

function checkMove(need: Need, { to, note, replacedBy }: NeedMove): void {
  if (!needSteps[need.state].includes(to))
    throw new AppError("conflict", { reason: "step", from: need.state, to, need: need.id });
  if (statesWithNote.some((state) => state === to) && (note ?? "").trim() === "")
    throw new AppError("invalid-input", { reason: "note" });
  if (to === "changed" && (replacedBy == null || replacedBy === need.id))
    throw new AppError("invalid-input", { reason: "successor" });
}

export interface NewEvent {
  action: string;
  before: NeedState | null;
  after: NeedState;
  changes?: Record<string, { before: unknown; after: unknown }>;
  note: string | null;
  by: string | null;
  at: Date;
}

export async function writeEvent(
  transaction: WriteTransaction,
  need: string,
  { action, before, after, changes = {}, note, by, at }: NewEvent,
): Promise<void> {
  await transaction
    .insertInto("need_events")
    .values({
      need,
      action,
      state_before: before,
      state_after: after,
      changes: JSON.stringify(changes),
      note,
      by,
      at,
    })
    .execute();
}
