import { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { hashToken, makeToken } from "../accounts/link-token.ts";
import { listPublicNeeds } from "../needs/service.ts";
import { getKnowledge } from "../policies/knowledge.ts";
import { chooseIssued, chooseNews } from "./choose-news.ts";
import {
  bulletinTarget,
  type Follow,
  type FollowKind,
  type FollowSettings,
  mostFollows,
  type Rhythm,
} from "./follow.ts";
import { type IssuedNumber, listIssuedSince } from "./store-bulletins.ts";
import * as store from "./store-follows.ts";
import { type FollowNews, findNewsSince } from "./store-news.ts";

/** What the actor follows; settings are null as long as nothing was ever followed. */
export async function getFollows(
  context: Context,
  actor: Actor,
): Promise<{ follows: Follow[]; settings: FollowSettings | null }> {
  requirePermission(actor, "members.read");
  return read(context.database, async (transaction) => ({
    follows: await store.readFollows(transaction, actor.userId),
    settings: await store.readSettings(transaction, actor.userId),
  }));
}

/** Following twice is following once. Throws `not-found` for what is not there, `conflict` {reason: "too-many"}. */
export async function follow(
  context: Context,
  actor: Actor,
  subject: { kind: FollowKind; target: string },
): Promise<void> {
  requirePermission(actor, "members.read");
  await requireTarget(context, subject);
  await write(context.database, async (transaction) => {
    const now = context.clock.now();
    await store.ensureSettings(transaction, actor.userId, now);
    if ((await store.countFollows(transaction, actor.userId)) >= mostFollows)
      throw new AppError("conflict", { reason: "too-many", most: mostFollows });
    await store.addFollow(transaction, actor.userId, subject, now);
  });
}

async function requireTarget(context: Context, { kind, target }: { kind: FollowKind; target: string }): Promise<void> {
  const { regions, topics } = await getKnowledge(context);
  const known = {
    region: () => regions.some(({ id }) => id === target),
    topic: () => topics.some(({ id }) => id === target),
    need: async () => (await listPublicNeeds(context)).some(({ id }) => id === target),
    bulletin: () => target === bulletinTarget,
  };
  if (!(await known[kind]())) throw new AppError("not-found", { kind, id: target });
}

export async function unfollow(
  context: Context,
  actor: Actor,
  subject: { kind: FollowKind; target: string },
): Promise<void> {
  requirePermission(actor, "members.read");
  await write(context.database, (transaction) => store.removeFollow(transaction, actor.userId, subject));
}

export async function chooseRhythm(context: Context, actor: Actor, rhythm: Rhythm): Promise<void> {
  requirePermission(actor, "members.read");
  await write(context.database, async (transaction) => {
    await store.ensureSettings(transaction, actor.userId, context.clock.now());
    await store.setRhythm(transaction, actor.userId, rhythm);
  });
}

/** A new secret address of the personal feed; an earlier one stops working. It is shown once: only its hash is kept. */
export async function makeFeed(context: Context, actor: Actor): Promise<{ secret: string; hadFeed: boolean }> {
  requirePermission(actor, "members.read");
  const secret = makeToken();
  const hadFeed = await write(context.database, async (transaction) => {
    await store.ensureSettings(transaction, actor.userId, context.clock.now());
    const settings = await store.readSettings(transaction, actor.userId);
    await store.setFeedHash(transaction, actor.userId, hashToken(secret));
    return settings?.hasFeed ?? false;
  });
  return { secret, hadFeed };
}

export async function revokeFeed(context: Context, actor: Actor): Promise<void> {
  requirePermission(actor, "members.read");
  await write(context.database, (transaction) => store.setFeedHash(transaction, actor.userId, null));
}

/** How far the personal feed goes back. */
export const feedDays = 90;
const mostFeedEntries = 50;

export interface FollowFeed {
  /** newest first, as are the numbers of the bulletin */
  news: FollowNews[];
  issued: IssuedNumber[];
  owner: store.Follower;
}

/**
 * News of what the owner of the address follows, numbers of the bulletin among them. The database compares hashes, so that how long it takes tells nothing of the
 * secret. Null for an address that was never given, was revoked, or whose account is closed or reads no members' pages any more.
 */
export async function findFeed(context: Context, secret: string): Promise<FollowFeed | null> {
  if (!/^[\w-]{20,100}$/.test(secret)) return null;
  const since = new Date(context.clock.now().getTime() - feedDays * 86_400_000);
  const found = await read(context.database, async (transaction) => {
    const owner = await store.findFollowerOfFeed(transaction, hashToken(secret));
    if (!owner?.isMember) return null;
    const news = await findNewsSince(transaction, since);
    return { owner, news, issued: await listIssuedSince(transaction, since) };
  });
  if (!found) return null;
  const needs = await listPublicNeeds(context);
  const knowledge = await getKnowledge(context);
  return {
    owner: found.owner,
    news: chooseNews(found.news, found.owner, knowledge, needs).slice(0, mostFeedEntries),
    issued: chooseIssued(found.issued, found.owner, knowledge, needs).slice(0, mostFeedEntries),
  };
}
