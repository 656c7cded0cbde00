import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { RecordAudit } from "../audit/change.ts";
import type { NeedEvent } from "../needs/need.ts";
import { findUncovered, lockAll } from "./broker-match.ts";
import { findMatched } from "./corrections.ts";
import { notifyBrokers, notifySides } from "./letters.ts";
import { isOpenMatch } from "./match.ts";
import { readMatches, writeMatchEvent } from "./store.ts";

/**
 * A need was corrected in what its offers were chosen by: everybody who was asked is told, and those who broker. Every answer stands;
 * what of the need stays uncovered is worked out anew. Where texts alone changed nobody is told.
 */
export async function tellMatchesOfCorrection(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  { need: needId, changes }: { need: string; changes: NeedEvent["changes"] },
): Promise<void> {
  const fields = findMatched(changes);
  if (fields.length === 0) return;
  const now = context.clock.now();
  for (const match of await readMatches(transaction, needId)) {
    if (!isOpenMatch(match)) continue;
    const { need, offers } = await lockAll(transaction, needId, match.offers);
    const changed = { ...match, revision: match.revision + 1 };
    await transaction
      .updateTable("matches")
      .set({
        uncovered: JSON.stringify(await findUncovered(transaction, need, offers)),
        changed_at: now,
        revision: changed.revision,
      })
      .where("id", "=", match.id)
      .execute();
    await writeMatchEvent(transaction, {
      match: match.id,
      action: "need-corrected",
      organisation: need.organisation,
      note: null,
      by: actor.userId,
      at: now,
    });
    const about = { match: changed, need };
    if (match.state !== "proposed")
      await notifySides(context, transaction, about, "need-corrected", { except: actor.userId, fields });
    await notifyBrokers(context, transaction, about, "need-corrected", {
      by: actor.userId,
      organisation: need.organisation,
      fields,
    });
    audit({ action: "match.need-corrected", subject: `match/${match.id}`, details: { need: needId, fields } });
  }
}
