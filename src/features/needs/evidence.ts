import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { type LocalizedText, localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { sayTarget } from "../policies/describe-target.ts";
import { gatherPolicyWords, titlesOf } from "../policies/policy-words.ts";
import { getItem, getTargets } from "../policies/service.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { getRecordForActor } from "../records/service.ts";
import { canChangeNeed } from "./access.ts";
import { isCompanyOnly } from "./company-view.ts";
import type { EvidenceKind, Need, NeedEvidence } from "./need.ts";
import * as store from "./store.ts";
import type { NeedWords } from "./words.ts";

export interface ShownEvidence extends NeedEvidence {
  title: LocalizedText;
  href: string | null;
}

/** What shows that the need is real, with names and addresses; nothing for companies. */
export async function listEvidence(
  context: Context,
  actor: Actor,
  need: Need,
  words: NeedWords,
): Promise<ShownEvidence[]> {
  if (isCompanyOnly(actor, words.directory)) return [];
  const evidence = await read(context.database, (transaction) => store.readEvidence(transaction, [need.id]));
  const shown = await Promise.all(evidence.map((one) => nameEvidence(context, actor, one, words)));
  return shown.filter((one) => one !== null);
}

async function nameEvidence(
  context: Context,
  actor: Actor,
  evidence: NeedEvidence,
  words: NeedWords,
): Promise<ShownEvidence | null> {
  const { language, books } = words;
  const { kind, subject } = evidence;
  if (kind === "document") {
    const document = books.documents.find(({ id }) => id === subject);
    const title = document ? localize(document.title, language) : { text: subject, language };
    return { ...evidence, title, href: document ? links.document(language, subject) : null };
  }
  if (kind === "activity") {
    const record = await findActivity(context, actor, subject);
    const href = links.memberRecord(language, "activity", subject);
    return record && { ...evidence, title: localize(record.title, language), href };
  }
  if (kind === "policy") {
    const item = await findPolicy(context, actor, subject);
    return item && { ...evidence, title: titlesOf(item, language).title, href: links.deskItem(language, subject) };
  }
  const policyWords = await gatherPolicyWords(context, language);
  const target = (await getTargets(context, actor, { states: ["confirmed"] })).find(({ id }) => id === subject);
  const item = target && (await findPolicy(context, actor, target.item));
  if (!target || !item) return null;
  return {
    ...evidence,
    title: {
      text: message(language, "needs.evidence.targetOf", {
        target: sayTarget(target, policyWords),
        policy: titlesOf(item, language).title.text,
      }),
      language,
    },
    href: links.deskItem(language, item.id),
  };
}

function findPolicy(context: Context, actor: Actor, id: string) {
  return orNull(getItem(context, actor, id));
}

async function findActivity(context: Context, actor: Actor, id: string) {
  const found = await orNull(getRecordForActor(context, actor, "activity", id));
  return found?.record.removed ? null : (found?.record ?? null);
}

/** What has been withdrawn from this reader since is no evidence to them. */
async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

interface Evidence {
  kind: EvidenceKind;
  subject: string;
  note: string;
  /** in which the note is written */
  language: Language;
}

/** Naming the same twice keeps it once, with the later note. Throws `not-found` for what is not there, `forbidden`. */
export async function addEvidence(context: Context, actor: Actor, id: string, evidence: Evidence): Promise<void> {
  await requireSubject(context, actor, evidence);
  const { kind, subject } = evidence;
  const note = evidence.note === "" ? {} : { [evidence.language]: evidence.note.slice(0, 1_000) };
  await changeEvidence(context, actor, id, async (transaction, now) => {
    await transaction
      .insertInto("need_evidence")
      .values({ need: id, kind, subject, note: JSON.stringify(note), added_by: actor.userId, added_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(["need", "kind", "subject"])
          .doUpdateSet({ note: JSON.stringify(note), added_by: actor.userId }),
      )
      .execute();
    return { action: "need.evidence-added" as const, event: "evidence-added", kind, subject };
  });
}

/** Throws `forbidden`, `not-found` for a need that is not there; what was no evidence stays none. */
export function removeEvidence(
  context: Context,
  actor: Actor,
  id: string,
  { kind, subject }: Pick<Evidence, "kind" | "subject">,
): Promise<void> {
  return changeEvidence(context, actor, id, async (transaction) => {
    await transaction
      .deleteFrom("need_evidence")
      .where("need", "=", id)
      .where("kind", "=", kind)
      .where("subject", "=", subject)
      .execute();
    return { action: "need.evidence-removed" as const, event: "evidence-removed", kind, subject };
  });
}

type Transaction = Parameters<Parameters<typeof change>[2]>[0];

async function changeEvidence(
  context: Context,
  actor: Actor,
  id: string,
  work: (
    transaction: Transaction,
    now: Date,
  ) => Promise<{
    action: "need.evidence-added" | "need.evidence-removed";
    event: string;
    kind: string;
    subject: string;
  }>,
): Promise<void> {
  requirePermission(actor, "needs.enter");
  const standing = await findStanding(context, actor);
  const now = context.clock.now();
  await change(context, actor, async (transaction, audit) => {
    const need = (await store.findNeed(transaction, standing, id)) && (await store.lockNeed(transaction, id));
    if (!need) throw new AppError("not-found", { kind: "need", id });
    if (!canChangeNeed(standing, need)) throw new AppError("forbidden", { kind: "need", id });
    const { action, event, kind, subject } = await work(transaction, now);
    // So that the next load leaves the evidence as people left it; the texts, and with them the revision, are the same.
    await transaction
      .updateTable("need_items")
      .set({ changed_by: actor.userId, changed_at: now })
      .where("id", "=", id)
      .execute();
    await transaction
      .insertInto("need_events")
      .values({
        need: id,
        action: event,
        state_before: need.state,
        state_after: need.state,
        changes: JSON.stringify({
          [kind]: event === "evidence-added" ? { before: null, after: subject } : { before: subject, after: null },
        }),
        by: actor.userId,
        at: now,
      })
      .execute();
    audit({ action, subject: `need/${id}`, details: { kind } });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

async function requireSubject(context: Context, actor: Actor, { kind, subject }: Evidence): Promise<void> {
  if (kind === "policy") {
    await getItem(context, actor, subject);
    return;
  }
  if (kind === "target") {
    const targets = await getTargets(context, actor, { states: ["confirmed"] });
    if (targets.some(({ id }) => id === subject)) return;
  }
  if (kind === "activity" && (await findActivity(context, actor, subject)) !== null) return;
  if (kind === "document") {
    const row = await context.database.db
      .selectFrom("documents")
      .select("id")
      .where("id", "=", subject)
      .executeTakeFirst();
    if (row) return;
  }
  throw new AppError("not-found", { kind, id: subject });
}
