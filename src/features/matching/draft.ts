import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission, requirePermission } from "../accounts/actor.ts";
import { changeOnce } from "../comments/change-once.ts";
import type { Comment, CommentInput } from "../comments/comment.ts";
import { addCommentIn, findRemarks } from "../comments/service.ts";
import { findStanding, ownOrganisations } from "../records/access.ts";
import { findPreparedRecord, type PreparedRecord } from "../records/prepared-record.ts";
import type { Entry } from "../records/record.ts";
import { brokers } from "./access.ts";
import { notifyBrokers, notifySides } from "./letters.ts";
import type { MatchView } from "./service.ts";

/** What came of a match: how far it is, and what of it this reader may open. */
export interface MatchRecord extends PreparedRecord {
  /** what it says before it is decided on, and what was said about it; null for those it is not for */
  draft: { entry: Entry; remarks: Comment[]; maySpeak: boolean } | null;
}

/**
 * Elsewhere an entry is its owner's until it is submitted, and its platform's until it is approved (`canSeeEntry`). What comes of an
 * agreement is written by a third, in the names of those who agreed: officials expect to read such a draft and to say what is wrong
 * before it is approved, so it is shown on the page of their match, to read and to comment on. Changing it stays the owner's.
 */
export async function findMatchRecord(context: Context, actor: Actor, view: MatchView): Promise<MatchRecord | null> {
  const { record, entry: prepared } = view.match;
  if (record === null) return null;
  const found = await findPreparedRecord(context, actor, { record, entry: prepared });
  const { entry, isOpen } = found;
  const isTheirs = (view.own.length > 0 && !view.former) || brokers(actor);
  if (!isOpen || entry === null || !isTheirs) return { ...found, draft: null };
  const remarks = await findRemarks(context, actor, entry);
  return { ...found, draft: { entry, remarks, maySpeak: hasPermission(actor, "records.comment") } };
}

/**
 * A side or the broker says something of the draft; the other is told by mail, and it stays with the record afterwards. Throws
 * `not-found` where there is no draft to speak of for this actor, `conflict` {reason: "full"}, `too-many-requests`.
 */
export async function commentOnDraft(
  context: Context,
  actor: Actor,
  view: MatchView,
  comment: CommentInput,
): Promise<void> {
  requirePermission(actor, "records.comment");
  const found = await findMatchRecord(context, actor, view);
  if (!found?.draft) throw new AppError("not-found", { kind: "match", id: view.match.id });
  const { entry } = found.draft;
  const [first] = ownOrganisations(await findStanding(context, actor));
  const organisation = view.own[0]?.organisation ?? first ?? entry.owner;
  const at = context.clock.now();
  await changeOnce(context, actor, async (transaction, audit) => {
    const subject = { kind: entry.kind, id: entry.record };
    const said = { ...comment, author: actor.userId, organisation, at };
    if (!(await addCommentIn(transaction, audit, subject, said))) return false;
    const told = { once: comment.formKey, organisation };
    if (brokers(actor)) await notifySides(context, transaction, view, "remarked", { ...told, except: actor.userId });
    else await notifyBrokers(context, transaction, view, "remarked", { ...told, by: actor.userId });
    return true;
  });
}
