import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { RecordAudit } from "../audit/change.ts";
import { lockNeed } from "../needs/service.ts";
import { raiseRevision } from "../programme/revision.ts";
import { changeMatch, note } from "./broker-match.ts";
import { hasEnded } from "./holds.ts";
import { notifyBrokers, notifySides } from "./letters.ts";
import { isOpenMatch } from "./match.ts";
import { remarkOnRecord } from "./record-remark.ts";
import { readMatches, writeMatchEvent } from "./store.ts";

/**
 * A need was withdrawn, or has turned into another: everybody who was asked about it is told, and those who broker, who now withdraw each
 * open match or say that it goes on. What was answered and agreed stays as it was; what came of an agreement gets a remark.
 */
export async function tellMatchesOfEnd(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  needId: string,
): Promise<void> {
  const need = await lockNeed(transaction, needId);
  if (!need || !hasEnded(need.state)) return;
  const what = need.state === "withdrawn" ? "need-withdrawn" : "need-changed";
  const now = context.clock.now();
  for (const match of await readMatches(transaction, needId)) {
    if (!isOpenMatch(match)) continue;
    await writeMatchEvent(transaction, {
      match: match.id,
      action: what,
      organisation: need.organisation,
      note: null,
      by: actor.userId,
      at: now,
    });
    const changed = { ...match, revision: match.revision + 1 };
    await transaction
      .updateTable("matches")
      .set({ changed_at: now, revision: changed.revision })
      .where("id", "=", match.id)
      .execute();
    const about = { match: changed, need };
    if (match.state !== "proposed") await notifySides(context, transaction, about, what, { except: actor.userId });
    await notifyBrokers(context, transaction, about, what, { by: actor.userId, organisation: need.organisation });
    await remarkOnRecord(context, transaction, audit, actor, about, { what });
    audit({ action: "match.need-ended", subject: `match/${match.id}`, details: { need: needId, to: need.state } });
  }
}

/** An agreement goes on although its need has ended, as a training that is already being held. Throws `invalid-input` {reason: "note"}. */
export async function continueMatch(
  context: Context,
  actor: Actor,
  id: string,
  { revision, reason, language }: { revision: number; reason: string; language: Language },
): Promise<void> {
  const text = reason.trim();
  if (text === "") throw new AppError("invalid-input", { reason: "note" });
  await changeMatch(context, actor, id, { revision, from: ["agreed"] }, async (match, transaction, audit) => {
    const need = await lockNeed(transaction, match.need);
    if (!need || !hasEnded(need.state)) throw new AppError("conflict", { reason: "stale" });
    await note(context, actor, transaction, match, "continued", text.slice(0, 2_000), { language });
    await raiseRevision(transaction);
    await notifySides(context, transaction, { match, need }, "continued");
    await remarkOnRecord(
      context,
      transaction,
      audit,
      actor,
      { match, need },
      {
        what: "continued",
        reason: { text, language },
      },
    );
    audit({ action: "match.continued", subject: `match/${id}`, details: { need: need.id } });
    return { state: match.state };
  });
}
