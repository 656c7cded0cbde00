import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { compareContents, type Difference } from "../../records/compare.ts";
import type { RecordContent, RecordKindId } from "../../records/kind.ts";
import { readSurroundings } from "../../records/lookup.ts";
import { recordKind } from "../../records/registry.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { type Platform, platforms } from "../accounts/roles.ts";
import {
  canCorrect,
  canDecide,
  canEdit,
  canSee,
  canSeeEntry,
  editableBy,
  findStanding,
  ownersFor,
  ownOrganisations,
  type Standing,
  visibleTo,
} from "./access.ts";
import { readApproved } from "./content.ts";
import { type Entry, type EntryState, openStates, type RecordSummary, type RecordVersion } from "./record.ts";
import { findRecord, listRecords } from "./store.ts";
import { findEntry, listEntries } from "./store-entries.ts";
import { findVersion, readVersions } from "./store-versions.ts";
import { canSeeVersion } from "./version-access.ts";

export interface RecordForActor {
  record: RecordSummary;
  /** newest approved content */
  content: RecordContent;
  mayCorrect: boolean;
  /** organisations in whose name the actor may correct it */
  owners: string[];
  mayComment: boolean;
  /** entries under way for it that the actor may see */
  entries: Entry[];
}

/** Throws `not-found` for a record that does not exist or that the actor may not see: both look the same. */
export async function getRecordForActor(
  context: Context,
  actor: Actor,
  kind: RecordKindId,
  id: string,
): Promise<RecordForActor> {
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const record = await findRecord(transaction, kind, id);
    if (!record || !canSee(standing, record)) throw new AppError("not-found", { kind, id });
    const { entries } = await listEntries(
      transaction,
      { kind, record: id, states: openStates },
      { limit: 50, offset: 0 },
    );
    return {
      record,
      content: await readApproved(transaction, record),
      mayCorrect: !record.removed && canCorrect(standing, record),
      owners: ownersFor(standing, kind),
      mayComment: hasPermission(actor, "records.comment") && concerns(standing, record),
      entries: entries.filter((entry) => canSeeEntry(standing, entry)),
    };
  });
}

/** Whether the record is the actor's to speak of: its own, its platform's, or one of those that the actor watches over. */
function concerns(standing: Standing, record: RecordSummary): boolean {
  const own = ownOrganisations(standing);
  if (canDecide(standing, record) || record.sides.some((side) => own.includes(side))) return true;
  return standing.actor.memberships.some(({ role }) => role === "ministry" || role === "coordination");
}

export interface ListRequest {
  kind: RecordKindId;
  /** only what concerns the actor's own organisations */
  own?: boolean | undefined;
  /** only what concerns one of these organisations */
  concerning?: readonly string[] | undefined;
  fiscalYear?: number | undefined;
  text?: string | undefined;
  /** only what the public pages do not show as it stands */
  unpublished?: boolean | undefined;
  page: { limit: number; offset: number };
}

/** Approved records that the actor may see, newest first. */
export async function listRecordsForActor(
  context: Context,
  actor: Actor,
  request: ListRequest,
): Promise<{ records: RecordSummary[]; total: number }> {
  const standing = await findStanding(context, actor);
  const { own, concerning, page, ...filter } = request;
  const organisations = own ? ownOrganisations(standing) : concerning;
  return read(context.database, (transaction) =>
    listRecords(transaction, { ...filter, organisations }, visibleTo(standing), page),
  );
}

export interface EntryForActor {
  entry: Entry;
  /** the record as it stands now; null for a new one */
  record: RecordSummary | null;
  /** what the record says now */
  current: RecordContent | null;
  /** what the record said when the entry was begun */
  base: RecordContent | null;
  /** from what the entry started to what it says */
  differences: Difference[];
  mayEdit: boolean;
  mayDecide: boolean;
}

/** Throws `not-found` for an entry that does not exist or that the actor may not see. */
export async function getEntryForActor(context: Context, actor: Actor, id: string): Promise<EntryForActor> {
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const entry = await findEntry(transaction, id);
    if (!entry || !canSeeEntry(standing, entry)) throw new AppError("not-found", { kind: "entry", id });
    const record = await findRecord(transaction, entry.kind, entry.record);
    const base = record ? await readBase(transaction, standing, entry, record) : null;
    const mayDecide = entry.state === "submitted" && canDecide(standing, entry);
    return {
      entry,
      record,
      // The record may have been narrowed to others since the entry was begun.
      current: record && canSee(standing, record) ? await readApproved(transaction, record) : null,
      base,
      differences: compareContents(recordKind(entry.kind), base ?? { fields: {}, parts: {} }, entry.content),
      mayEdit: (["draft", "returned"].includes(entry.state) && canEdit(standing, entry)) || mayDecide,
      mayDecide,
    };
  });
}

/** What the entry started from. A form names the version, so it is looked at as closely as any other old one. */
async function readBase(
  transaction: ReadTransaction,
  standing: Standing,
  { kind, record: id, baseVersion }: Entry,
  record: RecordSummary,
): Promise<RecordContent | null> {
  if (baseVersion === 0 || (baseVersion === record.version && !canSee(standing, record))) return null;
  if (baseVersion === record.version) return readApproved(transaction, record);
  const version = await findVersion(transaction, kind, id, baseVersion);
  const isSeen = version && canSeeVersion(standing, kind, id, version, await readSurroundings(transaction));
  return isSeen ? version.content : null;
}

export interface EntryListRequest {
  /** `mine`: of the actor's organisations; `decide`: submitted to the actor's platform; `elsewhere`: of the actor's organisations, submitted to another one */
  scope: "mine" | "decide" | "elsewhere";
  states?: readonly EntryState[] | undefined;
  kind?: RecordKindId | undefined;
  fiscalYear?: number | undefined;
  page: { limit: number; offset: number };
}

export async function listEntriesForActor(
  context: Context,
  actor: Actor,
  { scope, page, ...filter }: EntryListRequest,
): Promise<{ entries: Entry[]; total: number }> {
  const standing = await findStanding(context, actor);
  const isDecided = (platform: Platform) => canDecide(standing, { platform });
  const at = scope === "mine" ? null : platforms.filter((one) => isDecided(one) === (scope === "decide"));
  if (at?.length === 0) return { entries: [], total: 0 };
  const whose = {
    ...(scope === "decide" ? {} : { among: editableBy(standing) }),
    ...(at === null ? {} : { platforms: at, states: ["submitted"] as const }),
  };
  return read(context.database, (transaction) => listEntries(transaction, { ...filter, ...whose }, page));
}

export interface VersionWithDifferences extends RecordVersion {
  /** to the version before; empty for the first */
  differences: Difference[];
}

/** Every version of a record that the actor may see, newest first; the first of a loaded record stands in the tables only. */
export async function getHistory(
  context: Context,
  actor: Actor,
  kind: RecordKindId,
  id: string,
): Promise<{ record: RecordSummary; versions: VersionWithDifferences[] }> {
  const { record, content } = await getRecordForActor(context, actor, kind, id);
  const kept = await read(context.database, (transaction) => readVersions(transaction, kind, id));
  const versions = kept.length > 0 ? kept : [asLoaded(record, content)];
  return {
    record,
    versions: versions.map((version, index) => {
      const before = versions[index + 1];
      const differences = before ? compareContents(recordKind(kind), before.content, version.content) : [];
      return { ...version, differences };
    }),
  };
}

function asLoaded(record: RecordSummary, content: RecordContent): RecordVersion {
  return {
    version: 1,
    action: "loaded",
    content,
    visibility: record.visibility,
    owner: record.owner,
    reason: null,
    entry: null,
    author: null,
    approvedBy: null,
    at: record.changedAt,
  };
}
