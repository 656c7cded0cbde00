import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { moveNeed } from "../needs/change-need.ts";
import { lockNeed } from "../needs/service.ts";
import { raiseRevision } from "../programme/revision.ts";
import { isPreparedInVain } from "../records/prepared-record.ts";
import { changeMatch, note } from "./broker-match.ts";
import { hasEnded } from "./holds.ts";
import { notifySides } from "./letters.ts";
import type { Match } from "./match.ts";
import { remarkOnRecord } from "./record-remark.ts";

/**
 * Takes a match back, with the reason; its need waits again. An agreed one only while nothing has come of it, or where the draft was
 * withdrawn, unless the need has ended: then what came of it is told so too. Throws `invalid-input` {reason: "note"}, `conflict`
 * {reason: "recorded" | "match-state" | "stale"}.
 */
export async function withdrawMatch(
  context: Context,
  actor: Actor,
  id: string,
  { revision, reason, language }: { revision: number; reason: string; language: Language },
): Promise<void> {
  if (reason.trim() === "") throw new AppError("invalid-input", { reason: "note" });
  const from = ["proposed", "consulting", "agreed"] as const;
  await changeMatch(context, actor, id, { revision, from }, async (match, transaction, audit) => {
    const need = await lockNeed(transaction, match.need);
    const isOver = need !== null && hasEnded(need.state);
    if (match.entry !== null && !isOver && !(await isPreparedInVain(transaction, match)))
      throw new AppError("conflict", { reason: "recorded" });
    await note(context, actor, transaction, match, "withdrawn", reason, { language });
    const isHandled = need?.state === "matched" || need?.state === "being-met";
    if (match.state === "agreed" && isHandled && !(await hasOtherAgreed(transaction, match)))
      await moveNeed(transaction, audit, {
        need: match.need,
        to: "confirmed",
        by: actor.userId,
        note: null,
        now: context.clock.now(),
      });
    await raiseRevision(transaction);
    if (match.state !== "proposed" && need) await notifySides(context, transaction, { match, need }, "withdrawn");
    const told = { what: "withdrawn", reason: { text: reason, language } } as const;
    if (need) await remarkOnRecord(context, transaction, audit, actor, { match, need }, told);
    audit({ action: "match.withdrawn", subject: `match/${id}`, details: { from: match.state } });
    return { state: "withdrawn" };
  });
}

async function hasOtherAgreed(transaction: WriteTransaction, match: Match): Promise<boolean> {
  const other = await transaction
    .selectFrom("matches")
    .select("id")
    .where("need", "=", match.need)
    .where("state", "=", "agreed")
    .where("id", "<>", match.id)
    .executeTakeFirst();
  return other !== undefined;
}
