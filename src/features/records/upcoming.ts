import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Localized } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import { recordKind } from "../../records/registry.ts";
import type { Actor } from "../accounts/actor.ts";
import { canSeeEntry, findStanding, type Standing, visibleTo } from "./access.ts";
import { readApprovedContents } from "./content.ts";
import { orderForTables } from "./publish.ts";
import type { Entry, RecordSummary } from "./record.ts";
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
  /** as EDTF, of what is tried out */
  date: string | null;
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
  /** how many there are beyond the trials */
  untried: number;
  /** the same for the same things in the same versions */
  stamp: string;
}

const most = 100_000;
/** Trying out more would keep a reader waiting for minutes. */
const mostTrials = 500;

/** What is approved and not public yet, and on demand what waits for approval, as far as the actor may see it. */
export async function findUpcoming(context: Context, actor: Actor, request: UpcomingRequest): Promise<UpcomingState> {
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const records = await listWaitingRecords(transaction, request.fiscalYear, visibleTo(standing));
    const entries = request.submitted ? await listWaitingEntries(transaction, request, standing) : [];
    const approved = await readApprovedContents(transaction, records.slice(0, mostTrials).filter(isShown));
    const upcoming = [
      ...records.map((record) => ({
        item: describeRecord(record),
        owner: record.owner,
        content: approved.get(record) ?? null,
      })),
      ...entries.map((entry) => ({ item: describeEntry(entry), owner: entry.owner, content: shownContent(entry) })),
    ];
    const trials = upcoming.slice(0, mostTrials).map(({ item, owner, content }): Trial => {
      item.date = content === null ? null : readDate(item.kind, content);
      return { kind: item.kind, id: item.id, owner, content };
    });
    return {
      items: upcoming.map(({ item }) => item),
      trials,
      untried: upcoming.length - trials.length,
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
  return orderForTables(records);
}

/** Only what would come into the public tables or change them; what is for members stays out of them in any case. */
async function listWaitingEntries(
  transaction: ReadTransaction,
  request: UpcomingRequest,
  standing: Standing,
): Promise<Entry[]> {
  const filter = { states: ["submitted"] as const, fiscalYear: request.fiscalYear };
  const { entries } = await listEntries(transaction, filter, { limit: most, offset: 0 });
  return entries.filter(
    (entry) => canSeeEntry(standing, entry) && (entry.visibility === "public" || entry.baseVersion > 0),
  );
}

function shownContent({ removal, visibility, content }: Entry): RecordContent | null {
  return removal || visibility !== "public" ? null : content;
}

/** EDTF; null where the kind has no date or nobody gave one. */
function readDate(kind: RecordKindId, content: RecordContent): string | null {
  const column = recordKind(kind).date;
  return (column === null ? "" : (content.fields[column] ?? "")) || null;
}

function isShown({ visibility, removed }: RecordSummary): boolean {
  return visibility === "public" && !removed;
}

function describeRecord(record: RecordSummary): Upcoming {
  const { kind, id, title, publishedVersion } = record;
  const change = !isShown(record) ? "gone" : publishedVersion === null ? "new" : "changed";
  return { kind, id, title, date: null, change, entry: null };
}

function describeEntry(entry: Entry): Upcoming {
  const { kind, record, title, visibility, removal, baseVersion, id } = entry;
  const change = removal || visibility !== "public" ? "gone" : baseVersion === 0 ? "new" : "changed";
  return { kind, id: record, title, date: null, change, entry: id };
}

/** Where nothing waits, whatever a reader saw before: the same button pressed twice. */
export const nothingUpcoming = stampOf([]);

function stampOf(lines: readonly string[]): string {
  return createHash("sha256")
    .update([...lines].sort().join("\n"))
    .digest("hex")
    .slice(0, 32);
}
