import { randomBytes } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { describeRecord } from "../../records/facts.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import { isSameContent, normaliseContent } from "../../records/normalise.ts";
import { recordKind } from "../../records/registry.ts";
import type { Actor } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { canCorrect, canDecide, canEdit, canSee, findStanding, ownersFor, type Standing } from "./access.ts";
import { createEntryBatch, type EntryBatch } from "./entry-batch.ts";
import type { Entry, Visibility } from "./record.ts";
import { findEntry, findOpenEntry } from "./store-entries.ts";

export interface EntryInput {
  kind: RecordKindId;
  /** the entry that is saved again; absent for the first save */
  entry?: string | undefined;
  /** the record that is corrected; absent for a new one */
  record?: string | undefined;
  /** id that a new record shall have, where a sheet names one */
  newId?: string | undefined;
  /** in whose name; of an entry that exists it stays */
  owner: string;
  visibility: Visibility;
  reason?: string | undefined;
  removal?: boolean | undefined;
  restores?: number | undefined;
  content: RecordContent;
  /** revision of the entry that the form showed */
  revision?: number | undefined;
  /** version of the record that the form compared itself with; of an entry that exists it stays where absent */
  baseVersion?: number | undefined;
  /** the same form sent twice saves once */
  formKey?: string | undefined;
  importBatch?: string | undefined;
}

export type SaveResult = { state: "saved"; entry: Entry } | { state: "conflict"; entry: Entry };

/** Longest content as JSON: a record with hundreds of rows is a mistake or an attack. */
const longestContent = 400_000;

/**
 * Saves a draft, whatever is still missing in it. Somebody else's save in between gives `conflict` with the entry as it is now;
 * nothing is written over. Throws `forbidden`, and `not-found` where the actor may not see the entry or record.
 */
export async function saveEntry(context: Context, actor: Actor, input: EntryInput): Promise<SaveResult> {
  const standing = await findStanding(context, actor);
  const save = () =>
    change(context, actor, (transaction, audit) => saveEntryIn(context, transaction, audit, standing, input));
  try {
    return await save();
  } catch (error) {
    // SQLSTATE 23505: the same form, or a colleague's for the same record, arrived at the same moment; now its entry is there.
    if (!(error instanceof Error && "code" in error && error.code === "23505")) throw error;
    return save();
  }
}

/** The same as a part of a larger change, as taking over a whole sheet is one. The entry is locked until the transaction ends. */
export async function saveEntryIn(
  context: Pick<Context, "clock">,
  transaction: WriteTransaction,
  audit: RecordAudit,
  standing: Standing,
  input: EntryInput,
  batch = createEntryBatch(transaction),
): Promise<SaveResult> {
  const content = normaliseContent(recordKind(input.kind), input.content);
  if (JSON.stringify(content).length > longestContent) throw new AppError("too-large", { limitMegabytes: 0.4 });
  const clean = { ...input, content };
  const present = await findPresent(transaction, clean, batch);
  const now = context.clock.now();
  return present
    ? saveAgain(audit, standing, clean, present, now, batch)
    : saveFirst(transaction, audit, standing, clean, now, batch);
}

async function findPresent(transaction: WriteTransaction, input: EntryInput, batch: EntryBatch): Promise<Entry | null> {
  if (input.entry !== undefined) {
    const entry = await findEntry(transaction, input.entry, { lock: true });
    if (!entry || entry.kind !== input.kind) throw new AppError("not-found", { kind: "entry", id: input.entry });
    return entry;
  }
  return input.formKey === undefined ? null : batch.findEntryByFormKey(input.formKey);
}

async function saveFirst(
  transaction: WriteTransaction,
  audit: RecordAudit,
  standing: Standing,
  input: EntryInput,
  now: Date,
  batch: EntryBatch,
): Promise<SaveResult> {
  const { kind, owner, visibility, content } = input;
  const record = input.record === undefined ? null : await batch.findRecord(kind, input.record);
  // What the actor may not see looks as if it did not exist.
  if (input.record !== undefined && !(record && canSee(standing, record)))
    throw new AppError("not-found", { kind, id: input.record });
  if (!ownersFor(standing, kind).includes(owner)) throw new AppError("forbidden", { owner });
  if (record && !canCorrect(standing, record)) throw new AppError("forbidden", { kind, id: record.id });
  if (record) {
    const open = await findOpenEntry(transaction, kind, record.id, owner);
    if (open) return { state: "conflict", entry: open };
  }
  const id = record?.id ?? (await chooseId(input, now, batch));
  const facts = describeRecord(recordKind(kind), id, content, await batch.surroundings());
  const entry = await batch.insertEntry({
    kind,
    record: id,
    baseVersion: record ? (input.baseVersion ?? record.version) : 0,
    state: "draft",
    content,
    visibility,
    owner,
    ...withOwner(facts, owner),
    reason: input.reason ?? null,
    removal: input.removal ?? false,
    restores: input.restores ?? null,
    author: standing.actor.userId,
    editedBy: standing.actor.userId,
    revision: 1,
    createdAt: now,
    changedAt: now,
    submittedAt: null,
    decidedAt: null,
    decidedBy: null,
    comment: null,
    formKey: input.formKey ?? null,
    importBatch: input.importBatch ?? null,
  });
  audit({
    action: "entry.started",
    subject: `${kind}/${id}`,
    organisation: owner,
    details: { entry: entry.id, baseVersion: entry.baseVersion },
  });
  return { state: "saved", entry };
}

async function saveAgain(
  audit: RecordAudit,
  standing: Standing,
  input: EntryInput,
  present: Entry,
  now: Date,
  batch: EntryBatch,
): Promise<SaveResult> {
  if (!mayChange(standing, present)) throw new AppError("not-found", { kind: "entry", id: present.id });
  const { visibility, content } = input;
  const reason = input.reason ?? present.reason;
  const baseVersion = input.baseVersion ?? present.baseVersion;
  const isSame =
    isSameContent(content, present.content) &&
    visibility === present.visibility &&
    reason === present.reason &&
    baseVersion === present.baseVersion;
  if (isSame) return { state: "saved", entry: present };
  // A form that was sent twice knows no revision and has nothing new to say.
  if (input.revision !== present.revision) return { state: "conflict", entry: present };
  const facts = describeRecord(recordKind(present.kind), present.record, content, await batch.surroundings());
  const entry = await batch.updateEntry({
    ...present,
    ...withOwner(facts, present.owner),
    content,
    visibility,
    reason,
    baseVersion,
    editedBy: standing.actor.userId,
    changedAt: now,
  });
  audit({
    action: "entry.saved",
    subject: `${entry.kind}/${entry.record}`,
    organisation: entry.owner,
    details: { entry: entry.id, revision: entry.revision },
  });
  return { state: "saved", entry };
}

/** Its own people while they work on it; its platform while it decides, to complete a translation. */
function mayChange(standing: Standing, entry: Entry): boolean {
  if (entry.state === "draft" || entry.state === "returned") return canEdit(standing, entry);
  return entry.state === "submitted" && canDecide(standing, entry);
}

/** An organisation sees and answers for what it entered, also where the record does not name it. */
function withOwner<Facts extends { sides: string[] }>(facts: Facts, owner: string): Facts {
  return { ...facts, sides: [...new Set([...facts.sides, owner])].sort() };
}

async function chooseId(input: EntryInput, now: Date, batch: EntryBatch): Promise<string> {
  if (input.newId !== undefined) {
    if (await batch.findRecord(input.kind, input.newId))
      throw new AppError("conflict", { reason: "id-taken", id: input.newId });
    return input.newId;
  }
  const random = [...randomBytes(6)].map((byte) => "23456789abcdefghjkmnpqrstuvwxyz"[byte % 31]).join("");
  const id = `${input.kind}-${now.toISOString().slice(0, 10).replaceAll("-", "")}-${random}`;
  batch.addNewRecord(input.kind, id);
  return id;
}
