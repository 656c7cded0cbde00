import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { ContentProblem } from "../../records/check.ts";
import { describeRecord } from "../../records/facts.ts";
import { recordKind } from "../../records/registry.ts";
import type { Actor } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { refreshRevision } from "../programme/revision.ts";
import { canDecide, canEdit, canSeeEntry, findStanding, type Standing } from "./access.ts";
import { checkEntry } from "./check-entry.ts";
import { keepLoadedVersion } from "./content.ts";
import { createEntryBatch, type EntryBatch } from "./entry-batch.ts";
import { notifyOfDecision, notifyOfSubmissions } from "./notify.ts";
import { publishRecords } from "./publish.ts";
import type { Entry, RecordSummary, VersionAction } from "./record.ts";
import { findRecord, insertRecords } from "./store.ts";
import { findEntry, updateEntry } from "./store-entries.ts";
import { insertVersion } from "./store-versions.ts";

/**
 * What became of a step. `problems`: the content is not ready for it. `stale`: the record changed since the entry was begun.
 * `conflict`: somebody saved or decided the entry meanwhile.
 */
export type StepResult =
  | { state: "done"; entry: Entry }
  | { state: "problems"; entry: Entry; problems: ContentProblem[] }
  | { state: "stale"; entry: Entry }
  | { state: "conflict"; entry: Entry }
  | { state: "reason-missing"; entry: Entry };

interface Step {
  id: string;
  /** revision that the actor looked at */
  revision: number;
}

/** Gives the entry to the platform that owns its ledger. */
export async function submitEntry(context: Context, actor: Actor, step: Step): Promise<StepResult> {
  const standing = await findStanding(context, actor);
  return change(context, actor, async (transaction, audit) => {
    const entry = await lockEntry(transaction, standing, step.id);
    const result = await submitEntryIn(context, transaction, audit, standing, entry, step.revision);
    if (result.state === "done") await notifyOfSubmissions(context, transaction, [result.entry], actor.userId);
    return result;
  });
}

/**
 * As a part of a larger change, which has locked the entry, and tells the officers once of all that it submits
 * (`notifyOfSubmissions`).
 */
export async function submitEntryIn(
  context: Pick<Context, "clock">,
  transaction: WriteTransaction,
  audit: RecordAudit,
  standing: Standing,
  entry: Entry,
  revision: number,
  batch = createEntryBatch(transaction),
): Promise<StepResult> {
  if (!canEdit(standing, entry)) throw new AppError("forbidden", { entry: entry.id });
  if (entry.state === "submitted" && entry.revision === revision + 1) return { state: "done", entry };
  if (entry.revision !== revision || !["draft", "returned"].includes(entry.state)) return { state: "conflict", entry };
  const obstacle = await findObstacle(transaction, entry, "submit", batch);
  if (obstacle) return obstacle;
  const now = context.clock.now();
  const submitted = await batch.updateEntry({
    ...entry,
    state: "submitted",
    submittedAt: now,
    changedAt: now,
    decidedAt: null,
    decidedBy: null,
    comment: null,
  });
  audit({ action: "entry.submitted", ...subjectOf(entry), details: { entry: entry.id, revision: submitted.revision } });
  return { state: "done", entry: submitted };
}

/** Makes the entry the record's newest version; without a fiscal year it is public at once, else with its year. */
export async function approveEntry(context: Context, actor: Actor, step: Step, comment = ""): Promise<StepResult> {
  const standing = await findStanding(context, actor);
  const result = await change(context, actor, async (transaction, audit): Promise<StepResult> => {
    const entry = await lockEntry(transaction, standing, step.id);
    if (!canDecide(standing, entry)) throw new AppError("forbidden", { entry: entry.id });
    if (entry.state === "approved" && entry.revision === step.revision + 1) return { state: "done", entry };
    if (entry.revision !== step.revision || entry.state !== "submitted") return { state: "conflict", entry };
    const batch = createEntryBatch(transaction);
    const obstacle = await findObstacle(transaction, entry, "approve", batch);
    if (obstacle) return obstacle;
    const now = context.clock.now();
    const record = await keepVersion(transaction, entry, actor.userId, now, batch);
    if (record.fiscalYear === null) await publishRecords(transaction, [record], context.clock.today());
    const approved = await updateEntry(transaction, {
      ...entry,
      state: "approved",
      changedAt: now,
      decidedAt: now,
      decidedBy: actor.userId,
      comment: comment.trim() || null,
    });
    audit({
      action: "entry.approved",
      ...subjectOf(entry),
      details: { entry: entry.id, version: record.version, ownWork: entry.author === actor.userId },
    });
    await notifyOfDecision(context, transaction, approved, "approved");
    return { state: "done", entry: approved };
  });
  await refreshRevision(context);
  return result;
}

/** Gives the entry back to its owner with a word why. */
export async function returnEntry(context: Context, actor: Actor, step: Step, comment: string): Promise<StepResult> {
  const standing = await findStanding(context, actor);
  return change(context, actor, async (transaction, audit): Promise<StepResult> => {
    const entry = await lockEntry(transaction, standing, step.id);
    if (!canDecide(standing, entry)) throw new AppError("forbidden", { entry: entry.id });
    if (entry.state === "returned" && entry.revision === step.revision + 1) return { state: "done", entry };
    if (entry.revision !== step.revision || entry.state !== "submitted") return { state: "conflict", entry };
    if (comment.trim() === "") return { state: "reason-missing", entry };
    const now = context.clock.now();
    const returned = await updateEntry(transaction, {
      ...entry,
      state: "returned",
      changedAt: now,
      decidedAt: now,
      decidedBy: actor.userId,
      comment: comment.trim(),
    });
    audit({ action: "entry.returned", ...subjectOf(entry), details: { entry: entry.id } });
    await notifyOfDecision(context, transaction, returned, "returned");
    return { state: "done", entry: returned };
  });
}

/** Its owner takes it back to mend it, as long as nobody has decided. */
export async function recallEntry(context: Context, actor: Actor, step: Step): Promise<StepResult> {
  const standing = await findStanding(context, actor);
  return change(context, actor, async (transaction, audit): Promise<StepResult> => {
    const entry = await lockEntry(transaction, standing, step.id);
    if (!canEdit(standing, entry)) throw new AppError("forbidden", { entry: entry.id });
    if (entry.state === "draft") return { state: "done", entry };
    if (entry.revision !== step.revision || entry.state !== "submitted") return { state: "conflict", entry };
    const recalled = await updateEntry(transaction, {
      ...entry,
      state: "draft",
      submittedAt: null,
      changedAt: context.clock.now(),
    });
    audit({ action: "entry.recalled", ...subjectOf(entry), details: { entry: entry.id } });
    return { state: "done", entry: recalled };
  });
}

/** Its owner gives the entry up; what it said stays in it. */
export async function withdrawEntry(context: Context, actor: Actor, step: Step): Promise<StepResult> {
  const standing = await findStanding(context, actor);
  return change(context, actor, async (transaction, audit): Promise<StepResult> => {
    const entry = await lockEntry(transaction, standing, step.id);
    if (!canEdit(standing, entry)) throw new AppError("forbidden", { entry: entry.id });
    if (entry.state === "withdrawn") return { state: "done", entry };
    if (entry.revision !== step.revision || entry.state === "approved") return { state: "conflict", entry };
    const withdrawn = await updateEntry(transaction, {
      ...entry,
      state: "withdrawn",
      changedAt: context.clock.now(),
    });
    audit({ action: "entry.withdrawn", ...subjectOf(entry), details: { entry: entry.id } });
    return { state: "done", entry: withdrawn };
  });
}

async function lockEntry(transaction: WriteTransaction, standing: Standing, id: string): Promise<Entry> {
  const entry = await findEntry(transaction, id, { lock: true });
  if (!entry || !canSeeEntry(standing, entry)) throw new AppError("not-found", { kind: "entry", id });
  return entry;
}

async function findObstacle(
  transaction: WriteTransaction,
  entry: Entry,
  stage: "submit" | "approve",
  batch: EntryBatch,
): Promise<StepResult | null> {
  const record = await batch.findRecord(entry.kind, entry.record);
  await batch.requireOpenYear([entry.fiscalYear, record?.fiscalYear ?? null]);
  if ((record?.version ?? 0) !== entry.baseVersion) return { state: "stale", entry };
  if (entry.baseVersion > 0 && !entry.reason) return { state: "reason-missing", entry };
  if (entry.removal) return null;
  const problems = await checkEntry(transaction, recordKind(entry.kind), entry.record, entry, stage, batch.findIds);
  return problems.length > 0 ? { state: "problems", entry, problems } : null;
}

async function keepVersion(
  transaction: WriteTransaction,
  entry: Entry,
  approvedBy: string,
  now: Date,
  batch: EntryBatch,
): Promise<RecordSummary> {
  const { kind, record: id, content, visibility } = entry;
  // Read again: while this waited for the year, a publication of it may have ended.
  const present = await findRecord(transaction, kind, id);
  if (present) await keepLoadedVersion(transaction, present);
  const owner = present ? present.owner : entry.owner;
  const facts = describeRecord(recordKind(kind), id, content, await batch.surroundings());
  const record: RecordSummary = {
    kind,
    id,
    version: entry.baseVersion + 1,
    publishedVersion: present?.publishedVersion ?? null,
    visibility,
    owner,
    ...facts,
    sides: owner === null ? facts.sides : [...new Set([...facts.sides, owner])].sort(),
    removed: entry.removal,
    changedAt: now,
  };
  await insertVersion(transaction, kind, id, {
    version: record.version,
    action: actionOf(entry),
    content,
    visibility,
    owner,
    reason: entry.reason,
    entry: entry.id,
    author: entry.author,
    approvedBy,
    at: now,
  });
  await insertRecords(transaction, [{ ...record, changedBy: entry.author }]);
  return record;
}

function actionOf(entry: Entry): VersionAction {
  if (entry.removal) return "removed";
  if (entry.restores !== null) return "restored";
  return entry.baseVersion === 0 ? "created" : "corrected";
}

function subjectOf(entry: Entry): { subject: string; organisation: string } {
  return { subject: `${entry.kind}/${entry.record}`, organisation: entry.owner };
}
