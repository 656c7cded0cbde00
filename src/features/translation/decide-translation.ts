import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { hasTranslated } from "./access.ts";
import { longestRemark } from "./remarks.ts";
import { lockTranslation, readTranslation, setState, type TranslationMarks } from "./store.ts";
import { insertRemark } from "./store-remarks.ts";
import { isReviewed, type Translation, type TranslationState } from "./translation.ts";

/** Nothing is left to translate: asks for the review. Throws `conflict` {reason: "state" | "unfinished"}. */
export async function submitTranslation(context: Context, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "translations.write");
  return step(context, actor, id, "translation.submitted", (translation, mark) => {
    requireState(translation, "open");
    const { empty, machine } = translation.progress;
    if (empty + machine > 0) throw new AppError("conflict", { reason: "unfinished", empty, machine });
    return { state: "in-review", submitted: mark, approved: null };
  });
}

/** The reviewer gives it back to be worked on and says why. Throws `conflict` {reason: "state"}, `invalid-input` {field}, `too-large`. */
export async function returnTranslation(context: Context, actor: Actor, id: string, remark: string): Promise<void> {
  requirePermission(actor, "translations.review");
  const text = remark.replace(/\r\n?/g, "\n").trim();
  if (text.length > longestRemark) throw new AppError("too-large", { most: longestRemark });
  const decide = (translation: Translation): TranslationMarks => {
    requireState(translation, "in-review");
    // Whoever is to mend something has to be told what.
    if (text === "") throw new AppError("invalid-input", { field: "remark" });
    return { state: "open", submitted: null, approved: null };
  };
  return step(context, actor, id, "translation.returned", decide, async (transaction) => {
    const at = context.clock.now();
    await insertRemark(transaction, id, { author: actor.userId, text, at });
  });
}

/** The whole stands. Throws `conflict` {reason: "state" | "unreviewed" | "own"}: nobody approves what holds words of theirs. */
export async function approveTranslation(context: Context, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "translations.review");
  return step(context, actor, id, "translation.approved", (translation, mark) => {
    requireState(translation, "in-review");
    if (!isReviewed(translation.progress))
      throw new AppError("conflict", {
        reason: "unreviewed",
        segments: translation.progress.total - translation.progress.reviewed,
      });
    if (hasTranslated(actor, translation.segments)) throw new AppError("conflict", { reason: "own" });
    return { state: "approved", submitted: translation.submitted, approved: mark };
  });
}

/** Opens an approved one again, to correct it; until then it is no longer shown to everybody. */
export async function reopenTranslation(context: Context, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "translations.review");
  return step(context, actor, id, "translation.reopened", (translation) => {
    requireState(translation, "approved");
    return { state: "open", submitted: null, approved: null };
  });
}

function requireState({ state }: Translation, expected: TranslationState): void {
  if (state !== expected) throw new AppError("conflict", { reason: "state", state });
}

async function step(
  context: Context,
  actor: Actor,
  id: string,
  action: string,
  decide: (translation: Translation, mark: { by: string; at: Date }) => TranslationMarks,
  also: (transaction: WriteTransaction) => Promise<void> = async () => undefined,
): Promise<void> {
  await change(context, actor, async (transaction, audit) => {
    const translation = await lockWhole(transaction, id);
    const marks = decide(translation, { by: actor.userId, at: context.clock.now() });
    await setState(transaction, id, marks);
    await also(transaction);
    const isShown = translation.state === "approved" || marks.state === "approved";
    if (isShown && translation.visibility === "public") await raiseRevision(transaction);
    audit({ action, subject: `translation/${id}`, details: { segments: translation.progress.total } });
  });
  await refreshRevision(context);
}

async function lockWhole(transaction: WriteTransaction, id: string): Promise<Translation> {
  await lockTranslation(transaction, id);
  const translation = await readTranslation(transaction, id);
  if (!translation) throw new AppError("not-found", { kind: "translation", id });
  return translation;
}
