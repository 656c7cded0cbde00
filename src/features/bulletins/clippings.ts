import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { getItem } from "../policies/service.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import {
  type Clipping,
  type ClippingForm,
  type ClippingProblems,
  type ClippingState,
  checkClipping,
  toLocalized,
} from "./clipping.ts";
import * as store from "./store-clippings.ts";

/** For the desk; null where nobody has written one. */
export function findClipping(context: Context, actor: Actor, item: string): Promise<Clipping | null> {
  requirePermission(actor, "members.read");
  return read(context.database, (transaction) => store.findClipping(transaction, item));
}

/** Two persons stand for what is printed: nobody approves what they wrote themselves. */
export function mayApprove(actor: Actor, { state, writtenBy }: Pick<Clipping, "state" | "writtenBy">): boolean {
  return state === "submitted" && hasPermission(actor, "policies.approve") && writtenBy !== actor.userId;
}

/**
 * Keeps what was typed, as a draft or for somebody to approve. What keeps it from being kept is the answer; empty when it was. A
 * clipping that was approved has to be approved again. `version`: the one that the form showed, 0 for a new one. Throws
 * `forbidden`, `not-found`, `conflict` {reason: "changed"}.
 */
export async function writeClipping(
  context: Context,
  actor: Actor,
  item: string,
  { form, version, submit }: { form: ClippingForm; version: number; submit: boolean },
): Promise<ClippingProblems> {
  requirePermission(actor, "policies.edit");
  const { state } = await getItem(context, actor, item);
  if (state === "dropped") throw new AppError("conflict", { reason: "dropped" });
  const problems = checkClipping(form, { submitted: submit });
  if (problems.size > 0) return problems;
  await change(context, actor, async (transaction, audit) => {
    const present = await store.lockClipping(transaction, item);
    requireVersion(present, version);
    const next: Clipping = {
      item,
      month: form.month,
      title: toLocalized(form.title),
      summary: toLocalized(form.summary),
      why: toLocalized(form.why),
      state: submit ? "submitted" : "draft",
      note: submit ? null : (present?.note ?? null),
      version: version + 1,
      writtenBy: actor.userId,
      writtenAt: context.clock.now(),
      approvedBy: null,
      approvedAt: null,
    };
    await store.saveClipping(transaction, next);
    audit({
      action: submit ? "clipping.submitted" : "clipping.saved",
      subject: `policy/${item}`,
      details: { month: form.month, version: next.version },
    });
    if (present?.state === "approved") await raiseRevision(transaction);
  });
  await refreshRevision(context);
  return new Map();
}

/** Throws `forbidden`, also for one's own; `not-found`, `conflict` {reason: "changed" | "state"}. */
export function approveClipping(context: Context, actor: Actor, item: string, version: number): Promise<void> {
  return decide(context, actor, item, version, { state: "approved", note: null });
}

/** Gives it back to its writer with what is to be changed. Throws the same. */
export function returnClipping(
  context: Context,
  actor: Actor,
  item: string,
  { version, note }: { version: number; note: string },
): Promise<void> {
  return decide(context, actor, item, version, { state: "draft", note });
}

async function decide(
  context: Context,
  actor: Actor,
  item: string,
  version: number,
  { state, note }: { state: Extract<ClippingState, "approved" | "draft">; note: string | null },
): Promise<void> {
  requirePermission(actor, "policies.approve");
  const isApproval = state === "approved";
  await change(context, actor, async (transaction, audit) => {
    const present = await store.lockClipping(transaction, item);
    if (!present) throw new AppError("not-found", { kind: "clipping", id: item });
    requireVersion(present, version);
    if (present.state !== "submitted") throw new AppError("conflict", { reason: "state", state: present.state });
    if (!mayApprove(actor, present)) throw new AppError("forbidden", { reason: "own-clipping" });
    await store.saveClipping(transaction, {
      ...present,
      ...{ state, note, version: version + 1 },
      approvedBy: isApproval ? actor.userId : null,
      approvedAt: isApproval ? context.clock.now() : null,
    });
    audit({
      action: isApproval ? "clipping.approved" : "clipping.returned",
      subject: `policy/${item}`,
      details: { month: present.month, version: version + 1 },
    });
    if (isApproval) await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

/** What somebody else changed meanwhile is not written over. */
function requireVersion(present: Clipping | null, version: number): void {
  if ((present?.version ?? 0) !== version) throw new AppError("conflict", { reason: "changed" });
}
