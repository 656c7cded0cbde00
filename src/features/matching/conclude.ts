import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { RecordAudit } from "../audit/change.ts";
import { moveNeed } from "../needs/change-need.ts";
import { lockNeed, lockOffer } from "../needs/service.ts";
import { raiseRevision } from "../programme/revision.ts";
import { readTaken } from "./gather.ts";
import { findHolds } from "./holds.ts";
import { notifySides } from "./letters.ts";
import { findMatch, writeMatchEvent } from "./store.ts";

/**
 * Once every side has agreed and nothing stands in the way: the need counts as matched and the capacity as taken. Null where somebody has
 * not answered, has declined, or where it is held; then everything that was answered stays. The caller holds the match's row and keeps the
 * state that is given back.
 */
export async function concludeIfAgreed(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  id: string,
): Promise<"agreed" | null> {
  const match = await findMatch(transaction, id);
  if (match?.state !== "consulting" || match.needAnswer.answer !== "agreed") return null;
  if (match.offers.length === 0 || match.offers.some(({ answer }) => answer !== "agreed")) return null;
  const need = await lockNeed(transaction, match.need);
  if (!need) return null;
  const offers = new Map();
  for (const offer of match.offers.map((one) => one.offer).sort())
    offers.set(offer, await lockOffer(transaction, offer));
  const holds = findHolds(need.state, match.fiscalYear, match.offers, offers, await readTaken(transaction));
  if (holds.length > 0) return null;
  const now = context.clock.now();
  if (need.state === "confirmed")
    await moveNeed(transaction, audit, { need: need.id, to: "matched", by: actor.userId, note: null, now });
  await raiseRevision(transaction);
  await writeMatchEvent(transaction, {
    match: id,
    action: "concluded",
    organisation: null,
    note: null,
    by: actor.userId,
    at: now,
  });
  audit({ action: "match.agreed", subject: `match/${id}`, details: { need: need.id, offers: match.offers.length } });
  await notifySides(context, transaction, { match, need }, "agreed");
  return "agreed";
}
