import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { raiseRevision } from "../programme/revision.ts";
import { applyField } from "./correct.ts";
import type { ItemFieldName, ItemState, PolicyItem, PolicyTarget, Tag } from "./item.ts";
import { askForReclassification } from "./jobs.ts";
import { getKnowledge, type TopicRule } from "./knowledge.ts";
import type { Importance, PolicyLinkKind } from "./policy.ts";
import { classifyAgain } from "./reclassify.ts";
import { requireLabel } from "./require-label.ts";
import { lockItem, saveItem } from "./store.ts";

export interface ItemDecision {
  state?: ItemState | undefined;
  /** null: as the rules propose */
  importance?: Importance | null | undefined;
  visibility?: "public" | "members" | undefined;
}

/** Throws `forbidden`, `not-found`. */
export function decideItem(context: Context, actor: Actor, id: string, decision: ItemDecision): Promise<void> {
  return changeItem(context, actor, id, async (item, transaction, audit) => {
    const { state = item.state, importance = item.importance, visibility = item.visibility } = decision;
    await transaction
      .updateTable("policy_items")
      .set({ decided_by: actor.userId, decided_at: context.clock.now() })
      .where("id", "=", id)
      .execute();
    audit({ action: "policy.decided", subject: subjectOf(id), details: { state, importance, visibility } });
    return { ...item, state, importance, visibility };
  });
}

export interface FieldCorrection {
  field: ItemFieldName;
  /** dates as YYYY-MM-DD; several bodies as a list; null: the field has no value */
  value: string | string[] | null;
  /** label beside which the value stands on the pages of this source; null: this item only */
  rememberLabel: string | null;
}

/** One click sets a field right; the correction outlives the next reading of the page. */
export async function correctField(
  context: Context,
  actor: Actor,
  id: string,
  { field, value, rememberLabel }: FieldCorrection,
): Promise<void> {
  const label = rememberLabel === null ? null : await requireLabel(context, actor, id, { field, label: rememberLabel });
  const knowledge = await getKnowledge(context);
  await changeItem(context, actor, id, async (item, transaction, audit) => {
    const corrected_at = context.clock.now();
    const common = { field, corrected_by: actor.userId, corrected_at };
    await transaction.deleteFrom("item_corrections").where("item", "=", id).where("field", "=", field).execute();
    await transaction
      .insertInto("item_corrections")
      .values({ ...common, item: id, value: JSON.stringify(value) })
      .execute();
    if (label !== null && item.source !== null)
      await transaction
        .insertInto("item_corrections")
        .values({ ...common, source: item.source, value: JSON.stringify({ label }) })
        .execute();
    audit({
      action: "policy.corrected",
      subject: subjectOf(id),
      details: { field, remembered: label !== null },
    });
    return classifyAgain(applyField(item, field, value), knowledge).item;
  });
}

/** What rules give again is what nobody took away; the importance that they propose follows. */
export async function setTag(
  context: Context,
  actor: Actor,
  id: string,
  { of, tag, holds }: { of: "topics" | "regions"; tag: string; holds: boolean },
): Promise<void> {
  const knowledge = await getKnowledge(context);
  await changeItem(context, actor, id, async (item, _, audit) => {
    audit({ action: "policy.tagged", subject: subjectOf(id), details: { of, tag, holds } });
    const set: Tag = { id: tag, by: holds ? "person" : "removed", reasons: [] };
    const present = item[of].find((other) => other.id === tag);
    const tags = [...item[of].filter((other) => other.id !== tag), { ...set, reasons: present?.reasons ?? [] }];
    return classifyAgain({ ...item, [of]: tags }, knowledge).item;
  });
}

export async function decideTarget(
  context: Context,
  actor: Actor,
  id: string,
  { state, corrected }: { state: PolicyTarget["state"]; corrected?: Partial<PolicyTarget> },
): Promise<void> {
  requirePermission(actor, "policies.edit");
  await change(context, actor, async (transaction, audit) => {
    const present = await transaction
      .selectFrom("item_targets")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!present) throw new AppError("not-found", { kind: "target", id });
    await transaction
      .updateTable("item_targets")
      .set({
        state,
        decided_by: actor.userId,
        decided_at: context.clock.now(),
        ...(corrected === undefined
          ? {}
          : {
              region: corrected.region ?? null,
              indicator: corrected.indicator ?? present.indicator,
              measure: corrected.measure ?? present.measure,
              value: corrected.value ?? present.value,
              unit: corrected.unit ?? present.unit,
              bound: corrected.bound ?? present.bound,
              base_year: corrected.baseYear ?? null,
              target_year: corrected.targetYear ?? null,
              ...(corrected.scope === undefined
                ? {}
                : { scope: corrected.scope === null ? null : JSON.stringify(corrected.scope) }),
            }),
      })
      .where("id", "=", id)
      .execute();
    audit({ action: "policy.target-decided", subject: subjectOf(present.item), details: { target: id, state } });
    await raiseRevision(transaction);
  });
}

/** A person's word on how two items belong together; also for a link that no rule proposed. */
export async function decideLink(
  context: Context,
  actor: Actor,
  { item, kind, target }: { item: string; kind: PolicyLinkKind; target: string },
  state: "confirmed" | "rejected",
): Promise<void> {
  requirePermission(actor, "policies.edit");
  if (item === target) throw new AppError("invalid-input", { reason: "same-item" });
  await change(context, actor, async (transaction, audit) => {
    for (const id of [item, target])
      if (!(await lockItem(transaction, id))) throw new AppError("not-found", { kind: "policy", id });
    await transaction
      .insertInto("item_links")
      .values({ item, kind, target, reasons: "[]", state })
      .onConflict((conflict) => conflict.columns(["item", "kind", "target"]).doUpdateSet({ state }))
      .execute();
    audit({
      action: "policy.linked",
      subject: subjectOf(item),
      details: { kind, target, state },
    });
    await raiseRevision(transaction);
  });
}

/** Rules are data that the desk changes; items are classified again by the job that follows. */
export async function changeTopicRule(
  context: Context,
  actor: Actor,
  rule: Omit<TopicRule, "isChanged">,
): Promise<void> {
  requirePermission(actor, "policies.edit");
  await change(context, actor, async (transaction, audit) => {
    const row = {
      name: JSON.stringify(rule.name),
      topic: rule.topic,
      terms: rule.terms,
      terms_excluded: rule.termsExcluded,
      changed_by: actor.userId,
      changed_at: context.clock.now(),
    };
    await transaction
      .insertInto("desk_topics")
      .values({ id: rule.id, ...row })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
    audit({ action: "policy.rule-changed", details: { rule: rule.id, terms: rule.terms.length } });
    await raiseRevision(transaction);
    await askForReclassification(transaction);
  });
}

/** Keeps the change of one item and tells every process, since the public may see it. */
async function changeItem(
  context: Context,
  actor: Actor,
  id: string,
  work: (item: PolicyItem, transaction: WriteTransaction, audit: RecordAudit) => Promise<PolicyItem>,
): Promise<void> {
  requirePermission(actor, "policies.edit");
  await change(context, actor, async (transaction, audit) => {
    const item = await lockItem(transaction, id);
    if (!item) throw new AppError("not-found", { kind: "policy", id });
    await saveItem(transaction, await work(item, transaction, audit), context.clock.now());
    await raiseRevision(transaction);
  });
}

function subjectOf(id: string): string {
  return `policy/${id}`;
}
