import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";

/** Since when this installation asks the sources by itself; null where it does not. Dozens of ministries are no neighbours to call on unasked. */
export function findWatch(context: Pick<Context, "database">): Promise<Date | null> {
  return read(context.database, async (transaction) => {
    const row = await transaction.selectFrom("source_watch").select("started_at").executeTakeFirst();
    return row ? new Date(row.started_at) : null;
  });
}

/** Throws `forbidden`. Nothing happens where it is so already. */
export async function setWatch(context: Context, actor: Actor, watches: boolean): Promise<void> {
  requirePermission(actor, "policies.edit");
  if (((await findWatch(context)) !== null) === watches) return;
  await change(context, actor, async (transaction, audit) => {
    if (watches)
      await transaction
        .insertInto("source_watch")
        .values({ started_by: actor.userId, started_at: context.clock.now() })
        .onConflict((conflict) => conflict.column("singleton").doNothing())
        .execute();
    else await transaction.deleteFrom("source_watch").execute();
    audit({ action: watches ? "source.watch-started" : "source.watch-stopped" });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}
