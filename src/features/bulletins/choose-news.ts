import type { Need } from "../needs/need.ts";
import type { PolicyKnowledge } from "../policies/knowledge.ts";
import { describeWishes, matches } from "./match-follows.ts";
import type { IssuedNumber } from "./store-bulletins.ts";
import type { Follower } from "./store-follows.ts";
import type { FollowNews } from "./store-news.ts";

/**
 * What of all news this person follows and may see. News count from the day on which that was followed; of an item and its
 * clipping, both of which are new, the clipping says more and stands alone.
 */
export function chooseNews(
  news: readonly FollowNews[],
  { follows, isMember }: Pick<Follower, "follows" | "isMember">,
  knowledge: Pick<PolicyKnowledge, "regions" | "topics">,
  needs: readonly Need[],
): FollowNews[] {
  const wishes = follows
    .filter(({ kind }) => kind !== "bulletin")
    .map((follow) => ({ wish: describeWishes(follow, knowledge, needs), since: follow.since }));
  const own = news.filter(
    (one) => (isMember || one.isPublic) && wishes.some(({ wish, since }) => one.at > since && matches(wish, one)),
  );
  const clipped = new Set(own.filter(({ kind }) => kind === "clipping").map(({ item }) => item));
  return own.filter(({ kind, item }) => kind !== "policy" || !clipped.has(item));
}

/** Numbers of the bulletin that this person follows, or that speak of what it follows, and may read. */
export function chooseIssued(
  issued: readonly IssuedNumber[],
  { follows, isMember }: Pick<Follower, "follows" | "isMember">,
  knowledge: Pick<PolicyKnowledge, "regions" | "topics">,
  needs: readonly Need[],
): IssuedNumber[] {
  const wishes = follows.map((follow) => ({
    whole: follow.kind === "bulletin",
    wish: describeWishes(follow, knowledge, needs),
    since: follow.since,
  }));
  return issued.filter(
    ({ at, visibility, entries }) =>
      (isMember || visibility === "public") &&
      wishes.some(({ whole, wish, since }) => at > since && (whole || entries.some((entry) => matches(wish, entry)))),
  );
}
