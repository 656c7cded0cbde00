import { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { draftOne } from "./draft-segments.ts";
import { providers } from "./providers/provider.ts";
import { getTranslation } from "./service.ts";
import { insertDraft, readDraft } from "./store-drafts.ts";
import { isSubjectPublic } from "./subject-in-public.ts";
import type { DraftProgress, TranslationSummary } from "./translation.ts";

/** What a machine can do for a translation, for the page to say before anybody asks. */
export async function describeMachine(
  context: Context,
  translation: TranslationSummary,
): Promise<{ state: "ready"; provider: string } | { state: "no-provider" | "not-public" }> {
  const settings = context.config.translate;
  if (!settings) return { state: "no-provider" };
  if (!(await isSubjectPublic(context, translation))) return { state: "not-public" };
  return { state: "ready", provider: providers[settings.name].label(settings) };
}

/**
 * Asks for a draft of everything that is empty; a job makes it. False where one is under way. Throws `conflict` {reason: "approved" |
 * "not-public" | "no-provider"}: the last two only where the machine is asked for.
 */
export async function requestDraft(
  context: Context,
  actor: Actor,
  id: string,
  { machine }: { machine: boolean },
): Promise<boolean> {
  requirePermission(actor, "translations.write");
  const translation = await getTranslation(context, actor, id);
  if (translation.state === "approved") throw new AppError("conflict", { reason: "approved" });
  if (machine) {
    const { state } = await describeMachine(context, translation);
    if (state !== "ready") throw new AppError("conflict", { reason: state });
  }
  const draft = { translation: id, machine, requestedBy: actor.userId };
  return write(context.database, (transaction) => insertDraft(transaction, draft, context.clock.now()));
}

/** Null where none was ever asked for. */
export async function getDraftProgress(context: Context, actor: Actor, id: string): Promise<DraftProgress | null> {
  requirePermission(actor, "members.read");
  await getTranslation(context, actor, id);
  return read(context.database, (transaction) => readDraft(transaction, id));
}

/**
 * Lets the machine write one sentence that nobody has translated, at once. Throws `conflict` {reason: "approved" | "translated"},
 * `unavailable` {reason: DraftProblem}; the sentence is then as it was.
 */
export async function draftSentence(
  context: Context,
  actor: Actor,
  { translation, segment }: { translation: string; segment: string },
): Promise<{ target: string; provider: string }> {
  requirePermission(actor, "translations.write");
  const { state } = await getTranslation(context, actor, translation);
  if (state === "approved") throw new AppError("conflict", { reason: "approved" });
  return draftOne(context, { translation, segment, by: actor });
}
