import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { isCompanyOnly } from "../needs/company-view.ts";
import { getDirectory } from "../organisations/directory.ts";
import type { Concern } from "./concern.ts";
import { readConcerns } from "./store.ts";

export { raiseConcern } from "./raise.ts";
/** Parts of a larger transaction: of the index of the search. */
export { readConcernStamp, readConcerns } from "./store.ts";

/**
 * In the order in which they were raised; members see the withdrawn ones as well, marked as such. Companies see what everybody sees, and
 * what they raised themselves.
 */
export async function listConcerns(context: Context, actor: Actor | "public"): Promise<Concern[]> {
  if (actor === "public")
    return context.cache.get("public-concerns", () =>
      read(context.database, (transaction) => readConcerns(transaction, "public")),
    );
  requirePermission(actor, "members.read");
  const concerns = await read(context.database, (transaction) => readConcerns(transaction, "members"));
  const isSeen = await judgeSight(context, actor);
  return concerns.filter(isSeen);
}

/** What all members may read, withdrawn ones among it; only those of these ids where they are given. */
export function listMembersConcerns(context: Context, ids: readonly string[] | null = null): Promise<Concern[]> {
  return read(context.database, (transaction) => readConcerns(transaction, "members", ids));
}

/** Throws `not-found` for what is not there or not for the reader's eyes. */
export async function getConcern(context: Context, actor: Actor | "public", id: string): Promise<Concern> {
  if (actor !== "public") requirePermission(actor, "members.read");
  const [concern] = await read(context.database, (transaction) =>
    readConcerns(transaction, actor === "public" ? "public" : "members", [id]),
  );
  if (!concern || (actor !== "public" && !(await judgeSight(context, actor))(concern)))
    throw new AppError("not-found", { kind: "concern", id });
  return concern;
}

async function judgeSight(context: Context, actor: Actor): Promise<(concern: Concern) => boolean> {
  if (!isCompanyOnly(actor, await getDirectory(context))) return () => true;
  const own = actor.memberships.map(({ organisation }) => organisation);
  return ({ visibility, organisation }) =>
    visibility === "public" || (organisation !== null && own.includes(organisation));
}
