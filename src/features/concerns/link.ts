import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { canLink } from "./access.ts";
import type { Concern } from "./concern.ts";
import { type LockedConcern, lockConcern, readAncestors } from "./store.ts";

/** Why one raising cannot be what another continues. */
export const linkProblems = ["unknown", "itself", "circle", "withdrawn", "newer"] as const;
export type LinkProblem = (typeof linkProblems)[number];

/** Throws `conflict` {reason: LinkProblem}. */
export async function checkLink(
  transaction: WriteTransaction,
  later: Pick<Concern, "id" | "raisedTo">,
  earlier: LockedConcern | null,
): Promise<void> {
  const refuse = (reason: LinkProblem) => new AppError("conflict", { reason });
  if (earlier === null) throw refuse("unknown");
  if (earlier.id === later.id) throw refuse("itself");
  if ((await readAncestors(transaction, earlier.id)).includes(later.id)) throw refuse("circle");
  if (earlier.state === "withdrawn") throw refuse("withdrawn");
  if (earlier.raisedFrom > later.raisedTo) throw refuse("newer");
}

/**
 * Says afterwards that a concern is an earlier one again; null takes it back. Throws `forbidden`, `not-found`, and `conflict` {reason:
 * LinkProblem}.
 */
export async function linkConcern(context: Context, actor: Actor, id: string, continues: string | null): Promise<void> {
  const standing = await findStanding(context, actor);
  await change(context, actor, async (transaction, audit) => {
    // Two who link in opposite directions at once would close a circle that neither sees.
    await sql`SELECT pg_advisory_xact_lock(hashtext('concern links'))`.execute(transaction);
    const concern = await lockConcern(transaction, id);
    if (!concern) throw new AppError("not-found", { kind: "concern", id });
    if (!canLink(standing, concern)) throw new AppError("forbidden", { kind: "concern", id });
    if (continues === concern.continues) return;
    if (continues !== null) await checkLink(transaction, concern, await lockConcern(transaction, continues));
    await transaction
      .updateTable("concern_items")
      .set({ continues, changed_at: context.clock.now(), revision: concern.revision + 1 })
      .where("id", "=", id)
      .execute();
    audit({ action: "concern.linked", subject: `concern/${id}`, details: { continues } });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}
