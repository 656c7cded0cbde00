import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { changeMatch, findUncovered, keepReasons, lockAll, note } from "./broker-match.ts";
import { readTaken } from "./gather.ts";
import { findHolds } from "./holds.ts";
import { notifySides } from "./letters.ts";
import { proposeMatches } from "./service.ts";
import { findMatch } from "./store.ts";

/**
 * Puts another offer in the place of one that was declined, closed or used up, or takes it out. What is put together then is another
 * answer than the side that needs has seen: it is asked again, and told what has changed. The other offers are asked for the same as
 * before and their answers stand; they are told with whom they work now. Who comes in is asked; who goes out is told, and keeps sight
 * of the own answer.
 * Throws `invalid-input` {reason: "unknown-offer" | "no-offer"}, `conflict`.
 */
export async function replaceOffer(
  context: Context,
  actor: Actor,
  id: string,
  { revision, out, by }: { revision: number; out: string; by: { offer: string; quantity: number | null } | null },
): Promise<void> {
  const from = ["proposed", "consulting"] as const;
  await changeMatch(context, actor, id, { revision, from }, async (match, transaction, audit) => {
    const position = match.offers.findIndex(({ offer }) => offer === out);
    const gone = match.offers[position];
    if (!gone || match.offers.some(({ offer }) => offer === by?.offer))
      throw new AppError("invalid-input", { reason: "unknown-offer" });
    if (by === null && match.offers.length === 1) throw new AppError("invalid-input", { reason: "no-offer" });
    const rest = match.offers.filter(({ offer }) => offer !== out);
    const { need, offers } = await lockAll(transaction, match.need, by === null ? rest : [...rest, by]);
    if (by) {
      const holds = findHolds("confirmed", match.fiscalYear, [by], offers, await readTaken(transaction));
      if (holds.length > 0) throw new AppError("conflict", { reason: "held", holds });
    }
    await transaction.deleteFrom("match_offers").where("match", "=", id).where("offer", "=", out).execute();
    await note(context, actor, transaction, match, "removed", null, { organisation: gone.organisation });
    if (by) {
      await transaction
        .insertInto("match_offers")
        .values({ match: id, position, ...by, quantity: offers.get(by.offer)?.capacityUnit ? by.quantity : null })
        .execute();
      await note(context, actor, transaction, match, "added", null, {
        organisation: offers.get(by.offer)?.organisation ?? null,
      });
    }
    const ground = by ? keepReasons(await proposeMatches(context, actor, match.need), [by]) : [];
    await transaction
      .updateTable("matches")
      .set({
        reasons: JSON.stringify([...match.reasons.filter(({ offer }) => offer !== out), ...ground]),
        uncovered: JSON.stringify(await findUncovered(transaction, need, offers)),
        need_answer: "waiting",
        need_answer_note: null,
        need_answer_language: null,
        need_answered_by: null,
        need_answered_at: null,
      })
      .where("id", "=", id)
      .execute();
    audit({ action: "match.offer-replaced", subject: `match/${id}`, details: { out, by: by?.offer ?? null } });
    if (match.state === "consulting") {
      const changed = await findMatch(transaction, id);
      if (!changed) throw new Error(`match ${id} went while it was locked`);
      const about = { match: changed, need };
      const came = by ? (changed.offers.find(({ offer }) => offer === by.offer)?.organisation ?? null) : null;
      const change = { gone: gone.organisation, came };
      await notifySides(context, transaction, about, "repackaged", { need: true, offers: [], change });
      const others = rest.map(({ offer }) => offer);
      await notifySides(context, transaction, about, "repackaged-others", { need: false, offers: others, change });
      if (by) await notifySides(context, transaction, about, "asked", { need: false, offers: [by.offer] });
      // An organisation that stays in with another offer is no former side.
      if (!changed.offers.some(({ organisation }) => organisation === gone.organisation))
        await notifySides(context, transaction, about, "removed", { need: false, former: [gone.organisation] });
    }
    return { state: match.state };
  });
}
