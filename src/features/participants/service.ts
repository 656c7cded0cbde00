import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change, note, type RecordAudit } from "../audit/change.ts";
import { changeOnce } from "../comments/change-once.ts";
import { getRecordInSight } from "../comments/record-in-sight.ts";
import { getDirectory } from "../organisations/directory.ts";
import type { RecordForActor } from "../records/service.ts";
import { isOrganiser } from "./access.ts";
import { type CountComparison, compareCounts } from "./compare-counts.ts";
import { cleanCells, identify, type Participant, type ParticipantCells, participantLimits } from "./participant.ts";
import * as store from "./store.ts";

export interface ParticipantList {
  record: RecordForActor["record"];
  participants: Participant[];
  comparison: CountComparison;
}

/** The list for an organiser. Throws `not-found` for an activity out of sight, `forbidden` for anybody else. */
export async function getParticipants(context: Context, actor: Actor, activity: string): Promise<ParticipantList> {
  const { record, content } = await requireOrganiser(context, actor, activity);
  const participants = await read(context.database, (transaction) => store.readParticipants(transaction, record.id));
  const categories = participants.map(({ category }) => category);
  return { record, participants, comparison: compareCounts(categories, content.parts.activity_people ?? []) };
}

/** For the activity's page: how many there are, and whether this member may see who. */
export async function countParticipants(
  context: Context,
  actor: Actor,
  activity: string,
): Promise<{ count: number; mayKeep: boolean }> {
  const { record, mayKeep } = await findActivity(context, actor, activity);
  const count = await read(context.database, (transaction) => store.countParticipants(transaction, record.id));
  return { count, mayKeep };
}

/**
 * All of the people or none. The same form sent twice adds them once. Throws `conflict` {reason: "too-many", limit} or
 * {reason: "duplicate", indexes} for people who are on the list already. Cells must have been checked.
 */
export async function addParticipants(
  context: Context,
  actor: Actor,
  activity: string,
  people: readonly ParticipantCells[],
  form: { key: string; pasted: boolean },
): Promise<void> {
  const { record } = await requireOrganiser(context, actor, activity);
  if (people.length === 0) return;
  const formKey = `${actor.userId}/${form.key}`;
  await changeOnce(context, actor, async (transaction, audit) => {
    await store.lockParticipants(transaction, record.id);
    if (await store.isFormKnown(transaction, formKey)) return false;
    const present = await store.readParticipants(transaction, record.id);
    if (present.length + people.length > participantLimits.perActivity)
      throw new AppError("conflict", { reason: "too-many", limit: participantLimits.perActivity });
    const known = new Set(present.filter(({ erased }) => !erased).map(identify));
    const again = [...people.keys()].filter((index) => known.has(identify(people[index] ?? cleanCells({}))));
    if (again.length > 0) throw new AppError("conflict", { reason: "duplicate", indexes: again });
    const entry = { by: actor.userId, at: context.clock.now(), formKey };
    await store.insertParticipants(transaction, record.id, people, entry);
    audit({
      action: form.pasted ? "participants.imported" : "participants.added",
      subject: `activity/${record.id}`,
      details: { count: people.length },
    });
    return true;
  });
}

/** Throws `not-found`, and `conflict` {reason: "erased"}: an erased person does not come back. */
export function editParticipant(
  context: Context,
  actor: Actor,
  activity: string,
  id: string,
  cells: ParticipantCells,
): Promise<void> {
  return changeParticipant(context, actor, activity, id, "edited", (transaction, { erased }) => {
    if (erased) throw new AppError("conflict", { reason: "erased" });
    return store.updateParticipant(transaction, id, cells);
  });
}

/** For somebody who was entered by mistake or did not come: the person does not count any more. */
export function removeParticipant(context: Context, actor: Actor, activity: string, id: string): Promise<void> {
  return changeParticipant(context, actor, activity, id, "removed", (transaction) =>
    store.deleteParticipant(transaction, id),
  );
}

/** At the person's request: name and contact go, the person still counts. */
export function eraseParticipant(context: Context, actor: Actor, activity: string, id: string): Promise<void> {
  return changeParticipant(context, actor, activity, id, "erased", (transaction) =>
    store.eraseParticipant(transaction, id, context.clock.now()),
  );
}

/** The list, or all that is held on one person, to be given away: that goes into the log. */
export async function exportParticipants(
  context: Context,
  actor: Actor,
  activity: string,
  id: string | null,
): Promise<Participant[]> {
  const { record } = await requireOrganiser(context, actor, activity);
  return change(context, actor, async (transaction, audit) => {
    const found = await readSome(transaction, record.id, id);
    const details = id === null ? { count: found.length } : { participant: Number(id) };
    audit({ action: "participants.exported", subject: `activity/${record.id}`, details });
    return found;
  });
}

async function readSome(transaction: ReadTransaction, activity: string, id: string | null): Promise<Participant[]> {
  if (id === null) return store.readParticipants(transaction, activity);
  const found = await store.findParticipant(transaction, activity, id);
  if (!found) throw new AppError("not-found", { kind: "participant", id });
  return [found];
}

async function changeParticipant(
  context: Context,
  actor: Actor,
  activity: string,
  id: string,
  what: string,
  work: (transaction: WriteTransaction, participant: Participant, audit: RecordAudit) => Promise<void>,
): Promise<void> {
  const { record } = await requireOrganiser(context, actor, activity);
  await change(context, actor, async (transaction, audit) => {
    const found = await store.findParticipant(transaction, record.id, id);
    if (!found) throw new AppError("not-found", { kind: "participant", id });
    await work(transaction, found, audit);
    const details = { participant: Number(id) };
    audit({ action: `participants.${what}`, subject: `activity/${record.id}`, details });
  });
}

async function requireOrganiser(context: Context, actor: Actor, activity: string): Promise<RecordForActor> {
  const found = await findActivity(context, actor, activity);
  if (found.mayKeep) return found;
  const subject = `activity/${activity.slice(0, 100)}`;
  await note(context, actor, { action: "participants.denied", subject });
  throw new AppError("forbidden", { permission: "participants.keep" });
}

async function findActivity(
  context: Context,
  actor: Actor,
  id: string,
): Promise<RecordForActor & { mayKeep: boolean }> {
  const found = await getRecordInSight(context, actor, "activity", id);
  const activity = { content: found.content, platform: found.record.platform };
  return { ...found, mayKeep: isOrganiser(found.standing, activity, await getDirectory(context)) };
}
