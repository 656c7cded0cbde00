import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { Localized } from "../../core/localized.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { findStanding } from "../records/access.ts";
import type { RecordScope, RecordSummary } from "../records/record.ts";
import { findSpeaker } from "./access.ts";
import { changeOnce } from "./change-once.ts";
import { type Comment, type CommentInput, commentLimits } from "./comment.ts";
import { getRecordInSight } from "./record-in-sight.ts";
import { countComments, countRecent, insertComment, readComments, removeComment } from "./store.ts";

export interface Talk {
  record: RecordSummary;
  /** oldest first */
  comments: Comment[];
}

/** What the two sides said about a record; null where that is not for this actor, although the record is. */
export async function findTalk(context: Context, actor: Actor, kind: string, id: string): Promise<Talk | null> {
  const { record, standing } = await getRecordInSight(context, actor, kind, id);
  if (findSpeaker(standing, record) === null) return null;
  const comments = await read(context.database, (transaction) => readComments(transaction, record, actor.userId));
  return { record, comments };
}

/** Throws `conflict` {reason: "full"} and `too-many-requests`. The same form sent twice adds one comment. */
export async function addComment(
  context: Context,
  actor: Actor,
  subject: { kind: string; id: string },
  input: CommentInput,
): Promise<void> {
  const { record, organisation } = await requireTalk(context, actor, subject);
  const at = context.clock.now();
  await changeOnce(context, actor, async (transaction, audit) => {
    return addCommentIn(transaction, audit, record, { ...input, author: actor.userId, organisation, at });
  });
}

/**
 * The same as a part of a larger change; whether the author may speak is the caller's to ask. False where the same form has brought the
 * comment before.
 */
export async function addCommentIn(
  transaction: WriteTransaction,
  audit: RecordAudit,
  subject: { kind: string; id: string },
  comment: SignedComment,
): Promise<boolean> {
  await lockRecord(transaction, subject);
  if (!(await insertComment(transaction, subject, comment))) return false;
  if ((await countComments(transaction, subject)) > commentLimits.perRecord)
    throw new AppError("conflict", { reason: "full", limit: commentLimits.perRecord });
  const hourAgo = new Date(comment.at.getTime() - 3_600_000);
  if ((await countRecent(transaction, comment.author, hourAgo)) > commentLimits.perHour)
    throw new AppError("too-many-requests", { limit: commentLimits.perHour });
  logComment(audit, subject, comment);
  return true;
}

type SignedComment = CommentInput & { author: string; organisation: string; at: Date };

function logComment(
  audit: RecordAudit,
  { kind, id }: { kind: string; id: string },
  { organisation, language, body }: SignedComment,
): void {
  audit({
    action: "comment.added",
    subject: `${kind}/${id}`,
    organisation,
    details: { language, characters: body.length },
  });
}

/**
 * A remark that another change leaves on what came of it, as matching does where a need is withdrawn: in each language, and below it what
 * the person wrote who made the change. The record may still be an entry:
 * who sees the entry reads it there (`findRemarks`), and on the record's page later.
 */
export async function remark(
  transaction: WriteTransaction,
  audit: RecordAudit,
  subject: { kind: string; id: string },
  comment: SignedComment & { words: Localized },
): Promise<void> {
  if (await insertComment(transaction, subject, comment)) logComment(audit, subject, comment);
}

/** What was said about what somebody enters, for a reader who sees the entry; empty where the talk of the two sides is not for them. */
export async function findRemarks(
  context: Context,
  actor: Actor,
  entry: RecordScope & { record: string },
): Promise<Comment[]> {
  if (findSpeaker(await findStanding(context, actor), entry) === null) return [];
  return read(context.database, (transaction) =>
    readComments(transaction, { kind: entry.kind, id: entry.record }, actor.userId),
  );
}

/** Only the author takes a comment back; throws `not-found` for anybody else's. */
export async function takeBackComment(
  context: Context,
  actor: Actor,
  subject: { kind: string; id: string },
  comment: string,
): Promise<void> {
  const { record, organisation } = await requireTalk(context, actor, subject);
  const missing = new AppError("not-found", { kind: "comment", id: comment });
  if (!/^\d{1,18}$/.test(comment)) throw missing;
  await change(context, actor, async (transaction, audit) => {
    const own = { id: comment, author: actor.userId, at: context.clock.now() };
    if (!(await removeComment(transaction, record, own))) throw missing;
    audit({
      action: "comment.removed",
      subject: `${record.kind}/${record.id}`,
      organisation,
      details: { comment: Number(comment) },
    });
  });
}

async function requireTalk(
  context: Context,
  actor: Actor,
  { kind, id }: { kind: string; id: string },
): Promise<{ record: RecordSummary; organisation: string }> {
  requirePermission(actor, "records.comment");
  const { record, standing } = await getRecordInSight(context, actor, kind, id);
  const organisation = findSpeaker(standing, record);
  if (organisation === null) throw new AppError("forbidden", { permission: "records.comment" });
  return { record, organisation };
}

/** Counts hold only while nobody else adds to the record. */
async function lockRecord(transaction: WriteTransaction, { kind, id }: { kind: string; id: string }): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`comments ${kind}/${id}`}, 0))`.execute(transaction);
}
