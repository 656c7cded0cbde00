import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { findWaitingMatches } from "../matching/service.ts";
import type { Share, WorkMatch } from "./work.ts";

/** Matches that wait for an answer of one's own side; for those who broker also what was declined or is held. */
export async function gatherWaitingMatches(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<{ matches: Share<WorkMatch> }> {
  const waiting = await findWaitingMatches(context, actor);
  const items = waiting.map(({ match, need, waitsFor }) => ({
    id: match.id,
    title: need.title,
    organisation: need.organisation,
    waitsFor,
    at: match.changedAt,
  }));
  return { matches: { items: items.slice(0, limit), total: items.length } };
}
