import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { canSee, canSeeEntry, findStanding } from "./access.ts";
import { readApproved } from "./content.ts";
import { type Entry, openStates, type RecordSummary } from "./record.ts";
import { findRecord } from "./store.ts";
import { findEntry } from "./store-entries.ts";

/** A record that another room has had prepared: how far it is. */
export interface PreparedRecord {
  state: Entry["state"];
  /** what it says is over: an activity was held, a project has ended */
  isDone: boolean;
  /** in which it was prepared; null where that went */
  entry: Entry | null;
  /** it is not decided on yet */
  isOpen: boolean;
  mayOpenEntry: boolean;
  mayOpenRecord: boolean;
}

/** The entry as it is, whoever may open it: what of it the actor reads is for the room to say from whose work it came. */
export async function findPreparedRecord(
  context: Context,
  actor: Actor,
  prepared: { record: Pick<RecordSummary, "kind" | "id">; entry: string | null },
): Promise<PreparedRecord> {
  const standing = await findStanding(context, actor);
  const { entry, approved, status } = await read(context.database, (transaction) =>
    readPrepared(transaction, prepared),
  );
  return {
    state: approved === null ? (entry?.state ?? "withdrawn") : "approved",
    isDone: status === "done" || status === "ended",
    entry,
    isOpen: approved === null && openStates.some((state) => state === entry?.state),
    mayOpenEntry: entry !== null && canSeeEntry(standing, entry),
    mayOpenRecord: approved !== null && canSee(standing, approved),
  };
}

/** The entry was withdrawn before it was approved: nothing has come of it, as before it was prepared. */
export async function isPreparedInVain(
  transaction: ReadTransaction,
  { record, entry }: { record: Pick<RecordSummary, "kind" | "id"> | null; entry: string | null },
): Promise<boolean> {
  if (entry === null || record === null) return false;
  const prepared = await readPrepared(transaction, { record, entry });
  return prepared.approved === null && (prepared.entry === null || prepared.entry.state === "withdrawn");
}

async function readPrepared(
  transaction: ReadTransaction,
  { record: { kind, id }, entry }: Parameters<typeof findPreparedRecord>[2],
) {
  const approved = await findRecord(transaction, kind, id);
  return {
    approved,
    entry: entry === null ? null : await findEntry(transaction, entry),
    status: approved === null ? undefined : (await readApproved(transaction, approved)).fields.status,
  };
}
