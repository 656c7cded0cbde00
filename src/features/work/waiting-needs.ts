import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { hasPermission } from "../accounts/actor.ts";
import type { Need } from "../needs/need.ts";
import { listNeeds, readNeedEvents } from "../needs/service.ts";
import { ownOrganisations, type Standing } from "../records/access.ts";
import type { Share, WaitingNeeds, WorkNeed } from "./work.ts";

/**
 * Needs that were heard and that nobody has confirmed, for those who may: what people entered or took up again here one by one, what
 * the loaded sources state as heard as a number; and what others changed in needs of one's own side since.
 */
export async function gatherWaitingNeeds(
  context: Context,
  standing: Standing,
  { since, watches, limit }: { since: Date; watches: boolean; limit: number },
): Promise<WaitingNeeds> {
  const { actor } = standing;
  const confirms = hasPermission(actor, "needs.broker");
  const enters = hasPermission(actor, "needs.enter");
  const needs = confirms || enters ? await listNeeds(context, actor) : [];
  const heard = confirms ? needs.filter(({ state }) => state === "heard") : [];
  return {
    needs: share(
      heard
        .filter(isOfHere)
        .map((need) => describe(need, need.changedAt))
        .toSorted(byTime),
      limit,
    ),
    loadedNeeds: heard.filter((need) => !isOfHere(need)).length,
    needChanges: share(
      enters ? (await findShifted(context, standing, needs, { since, watches })).toSorted(byTime).toReversed() : [],
      limit,
    ),
  };
}

/** Entered here, or loaded and saved again by somebody. */
function isOfHere({ origin, revision }: Need): boolean {
  return origin === "member" || revision > 1;
}

/** The newest change of each need of one's own side, by somebody else. */
async function findShifted(
  context: Context,
  standing: Standing,
  needs: readonly Need[],
  { since, watches }: { since: Date; watches: boolean },
): Promise<WorkNeed[]> {
  const organisations = ownOrganisations(standing);
  const own = needs.filter(
    ({ sides, owner }) =>
      watches ||
      [...sides, owner].some((organisation) => organisation !== null && organisations.includes(organisation)),
  );
  const events = await read(context.database, (transaction) =>
    readNeedEvents(
      transaction,
      own.map(({ id }) => id),
    ),
  );
  const news = events.filter(({ at, by }) => at > since && by !== standing.actor.userId);
  // Oldest first: what is put in last is the newest of its need.
  const newest = new Map(news.map(({ need, at }) => [need, at]));
  return own.flatMap((need) => {
    const at = newest.get(need.id);
    return at ? [describe(need, at)] : [];
  });
}

function describe({ id, title, organisation, state }: Need, at: Date): WorkNeed {
  return { id, title, organisation, state, at };
}

function byTime(a: WorkNeed, b: WorkNeed): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}

function share(items: WorkNeed[], limit: number): Share<WorkNeed> {
  return { items: items.slice(0, limit), total: items.length };
}
