import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Localized } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { canSeeEntry, findStanding, type Standing, visibleTo } from "./access.ts";
import { readApproved } from "./content.ts";
import type { RecordSummary } from "./record.ts";
import { findPublication } from "./record-state.ts";
import { listRecords } from "./store.ts";
import { listEntries } from "./store-entries.ts";
import type { Trial } from "./try-out.ts";

/** What becomes of a record in the public tables: it comes in, says something else, or goes. */
export type UpcomingChange = "new" | "changed" | "gone";

/** One thing that the public tables do not show yet. */
export interface Upcoming {
  kind: RecordKindId;
  id: string;
  title: Localized;
  change: UpcomingChange;
  /** null where it was approved; otherwise the entry that waits for it */
  entry: string | null;
}

export interface UpcomingRequest {
  /** all years where absent */
  fiscalYear?: number | undefined;
  /** entries that wait for approval as well, of those that the actor may see */
  submitted: boolean;
}

export interface UpcomingState {
  items: Upcoming[];
  trials: Trial[];
  /** the same for the same things in the same versions */
  stamp: string;
}

/** More than this is shown by nobody's screen, and would take minutes to try out. */
const most = 2_000;

/** What is approved and not public yet, and on demand what waits for approval, as far as the actor may see it. */
export async function findUpcoming(context: Context, actor: Actor, request: UpcomingRequest): Promise<UpcomingState> {
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const records = await listWaitingRecords(transaction, request.fiscalYear, visibleTo(standing));
    const entries = request.submitted ? await listWaitingEntries(transaction, request, standing) : [];
    const trials: Trial[] = [];
    for (const record of records)
      trials.push({ ...record, content: isShown(record) ? await readApproved(transaction, record) : null });
    for (const { kind, record, owner, content, visibility, removal } of entries)
      trials.push({ kind, id: record, owner, content: removal || visibility !== "public" ? null : content });
    return {
      items: [...records.map(describeRecord), ...entries.map(describeEntry)],
      trials,
      stamp: stampOf([
        ...records.map(({ kind, id, version }) => `${kind}/${id} ${version}`),
        ...entries.map(({ id, revision }) => `${id} ${revision}`),
      ]),
    };
  });
}

/** Told apart from what a reader saw earlier: the versions that a publication of the year would make public. */
export function stampYear(context: Context, fiscalYear: number): Promise<string> {
  return read(context.database, async (transaction) => {
    const records = await listWaitingRecords(transaction, fiscalYear, sql<boolean>`true`);
    return stampOf(records.map(({ kind, id, version }) => `${kind}/${id} ${version}`));
  });
}

async function listWaitingRecords(
  transaction: ReadTransaction,
  fiscalYear: number | undefined,
  visible: RawBuilder<boolean>,
): Promise<RecordSummary[]> {
  const filter = { fiscalYear, unpublished: true, removed: true };
  const { records } = await listRecords(transaction, filter, visible, { limit: most, offset: 0 });
  return records.filter((record) => ["waiting", "outdated", "leaving"].includes(findPublication(record)));
}

/** Only what would come into the public tables or change them; what is for members stays out of them in any case. */
async function listWaitingEntries(transaction: ReadTransaction, request: UpcomingRequest, standing: Standing) {
  const filter = { states: ["submitted"] as const, fiscalYear: request.fiscalYear };
  const { entries } = await listEntries(transaction, filter, { limit: most, offset: 0 });
  return entries.filter(
    (entry) => canSeeEntry(standing, entry) && (entry.visibility === "public" || entry.baseVersion > 0),
  );
}

function isShown({ visibility, removed }: RecordSummary): boolean {
  return visibility === "public" && !removed;
}

function describeRecord(record: RecordSummary): Upcoming {
  const { kind, id, title, publishedVersion } = record;
  const change = !isShown(record) ? "gone" : publishedVersion === null ? "new" : "changed";
  return { kind, id, title, change, entry: null };
}

function describeEntry(entry: Awaited<ReturnType<typeof listWaitingEntries>>[number]): Upcoming {
  const { kind, record, title, visibility, removal, baseVersion, id } = entry;
  const change = removal || visibility !== "public" ? "gone" : baseVersion === 0 ? "new" : "changed";
  return { kind, id: record, title, change, entry: id };
}

function stampOf(lines: readonly string[]): string {
  return createHash("sha256")
    .update([...lines].sort().join("\n"))
    .digest("hex")
    .slice(0, 32);
}
