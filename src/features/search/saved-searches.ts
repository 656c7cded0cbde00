import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";

/** A search that a member keeps under a name, as its address has it. */
export interface SavedSearch {
  id: string;
  name: string;
  /** parameters of the address: words, facets, order */
  query: string;
  savedAt: Date;
}

export const longestName = 60;
const mostSaved = 100;
/** Parameters that make a search what it is; the page that one was on is not one of them. */
const keptParameters = ["q", "plain", "kind", "language", "region", "topic", "year", "body", "order"];

/** The reader's own, newest first. */
export function listSavedSearches(context: Context, actor: Actor): Promise<SavedSearch[]> {
  requirePermission(actor, "members.read");
  return read(context.database, async (transaction) => {
    const rows = await transaction
      .selectFrom("saved_searches")
      .select(["id", "name", "query", "saved_at"])
      .where("user_id", "=", actor.userId)
      .orderBy("saved_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(({ id, name, query, saved_at }) => ({ id, name, query, savedAt: new Date(saved_at) }));
  });
}

/** Throws `invalid-input` {reason: "name" | "many"}. The same form sent twice saves once. */
export async function saveSearch(
  context: Context,
  actor: Actor,
  { name, query, formKey }: { name: string; query: string; formKey: string },
): Promise<void> {
  requirePermission(actor, "members.read");
  const clean = name.replace(/\p{Cc}/gu, " ").trim();
  if (clean === "" || [...clean].length > longestName) throw new AppError("invalid-input", { reason: "name" });
  await change(context, actor, async (transaction, audit) => {
    // Two forms at once must not both be the hundredth.
    await sql`SELECT pg_advisory_xact_lock(hashtext('renkei saved searches'), hashtext(${actor.userId}))`.execute(
      transaction,
    );
    const present = await transaction
      .selectFrom("saved_searches")
      .select("id")
      .where("user_id", "=", actor.userId)
      .execute();
    if (present.length >= mostSaved) throw new AppError("invalid-input", { reason: "many" });
    const row = await transaction
      .insertInto("saved_searches")
      .values({
        user_id: actor.userId,
        name: clean,
        query: keepParameters(query),
        form_key: formKey === "" ? null : formKey,
        saved_at: context.clock.now(),
      })
      .onConflict((conflict) => conflict.column("form_key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (row) audit({ action: "saved-search.added", subject: `saved-search/${row.id}` });
  });
}

/** Throws `not-found` for one that is not the reader's own, and for one that is gone. */
export async function deleteSavedSearch(context: Context, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, "members.read");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new AppError("not-found", { kind: "saved-search" });
  await change(context, actor, async (transaction, audit) => {
    const rows = await transaction
      .deleteFrom("saved_searches")
      .where("id", "=", id)
      .where("user_id", "=", actor.userId)
      .returning("id")
      .execute();
    if (rows.length === 0) throw new AppError("not-found", { kind: "saved-search", id });
    audit({ action: "saved-search.removed", subject: `saved-search/${id}` });
  });
}

/** Whatever a form may hold, what is kept is a search of this site. */
export function keepParameters(query: string): string {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of keptParameters)
    for (const value of given.getAll(name).slice(0, 20))
      if (value !== "") kept.append(name, value.replace(/\p{Cc}/gu, "").slice(0, 300));
  return kept.toString();
}
