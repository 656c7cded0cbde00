import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { canWithdraw } from "./access.ts";
import { lockConcern } from "./store.ts";

/** Takes a concern back; what was said to it stays. Throws `forbidden`, `not-found`. Withdrawn before: nothing happens. */
export async function withdrawConcern(context: Context, actor: Actor, id: string): Promise<void> {
  const standing = await findStanding(context, actor);
  await change(context, actor, async (transaction, audit) => {
    const concern = await lockConcern(transaction, id);
    if (!concern) throw new AppError("not-found", { kind: "concern", id });
    if (!canWithdraw(standing, concern)) throw new AppError("forbidden", { kind: "concern", id });
    if (concern.state === "withdrawn") return;
    await transaction
      .updateTable("concern_items")
      .set({ state: "withdrawn", changed_at: context.clock.now(), revision: concern.revision + 1 })
      .where("id", "=", id)
      .execute();
    audit({ action: "concern.withdrawn", subject: `concern/${id}`, details: { from: concern.state } });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}
