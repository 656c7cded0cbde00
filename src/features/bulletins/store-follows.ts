import { sql } from "kysely";
import { isLanguage, type Language } from "../../core/language.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { isRole, ruleOf } from "../accounts/roles.ts";
import type { Follow, FollowKind, FollowSettings, Rhythm } from "./follow.ts";

/** In the order in which they were followed. */
export async function readFollows(transaction: ReadTransaction, userId: string): Promise<Follow[]> {
  const rows = await transaction
    .selectFrom("follows")
    .select(["kind", "target", "since"])
    .where("user_id", "=", userId)
    .orderBy("since")
    .orderBy("kind")
    .orderBy("target")
    .execute();
  return rows.map(({ since, ...row }) => ({ ...row, since: new Date(since) }));
}

export async function readSettings(transaction: ReadTransaction, userId: string): Promise<FollowSettings | null> {
  const row = await transaction
    .selectFrom("follow_settings")
    .select(["rhythm", "feed_hash", "sent_until"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row ? { rhythm: row.rhythm, hasFeed: row.feed_hash !== null, sentUntil: new Date(row.sent_until) } : null;
}

/** False where it is followed already. The first thing that somebody follows begins with a mail a week. */
export async function addFollow(
  transaction: WriteTransaction,
  userId: string,
  { kind, target }: { kind: FollowKind; target: string },
  now: Date,
): Promise<boolean> {
  await ensureSettings(transaction, userId, now);
  const row = await transaction
    .insertInto("follows")
    .values({ user_id: userId, kind, target, since: now })
    .onConflict((conflict) => conflict.columns(["user_id", "kind", "target"]).doNothing())
    .returning("kind")
    .executeTakeFirst();
  return row !== undefined;
}

/** Locks the row, so that two changes of one person come one after the other. */
export async function ensureSettings(transaction: WriteTransaction, userId: string, now: Date): Promise<void> {
  await transaction
    .insertInto("follow_settings")
    .values({ user_id: userId, rhythm: "weekly", sent_until: now })
    .onConflict((conflict) => conflict.column("user_id").doNothing())
    .execute();
  await transaction.selectFrom("follow_settings").select("user_id").where("user_id", "=", userId).forUpdate().execute();
}

export async function countFollows(transaction: ReadTransaction, userId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom("follows")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function removeFollow(
  transaction: WriteTransaction,
  userId: string,
  { kind, target }: { kind: FollowKind; target: string },
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom("follows")
    .where("user_id", "=", userId)
    .where("kind", "=", kind)
    .where("target", "=", target)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function setRhythm(transaction: WriteTransaction, userId: string, rhythm: Rhythm): Promise<void> {
  await transaction.updateTable("follow_settings").set({ rhythm }).where("user_id", "=", userId).execute();
}

export async function setFeedHash(transaction: WriteTransaction, userId: string, hash: string | null): Promise<void> {
  await transaction.updateTable("follow_settings").set({ feed_hash: hash }).where("user_id", "=", userId).execute();
}

/** Somebody whose account is in use, with what they follow. */
export interface Follower {
  userId: string;
  name: string;
  email: string;
  /** the address is known to be theirs */
  isReachable: boolean;
  language: Language;
  /** may read what is for members */
  isMember: boolean;
  rhythm: Rhythm;
  sentUntil: Date;
  follows: Follow[];
}

/** Everybody who follows something and can be written to. */
export async function readFollowers(transaction: ReadTransaction): Promise<Follower[]> {
  const rows = await selectFollowers(transaction).where("account.emailVerified", "=", true).execute();
  return rows.map(toFollower).filter(({ follows }) => follows.length > 0);
}

/** By the hash of the secret in the feed's address; null as soon as the account is closed. */
export async function findFollowerOfFeed(transaction: ReadTransaction, hash: string): Promise<Follower | null> {
  const row = await selectFollowers(transaction).where("feed_hash", "=", hash).executeTakeFirst();
  return row ? toFollower(row) : null;
}

function selectFollowers(transaction: ReadTransaction) {
  return transaction
    .selectFrom("follow_settings as settings")
    .innerJoin("auth_users as account", "account.id", "settings.user_id")
    .innerJoin("profiles as profile", "profile.user_id", "account.id")
    .select(["account.id", "account.name", "account.email", "account.emailVerified", "profile.language"])
    .select(["settings.rhythm", "settings.sent_until"])
    .select(
      sql<string[]>`(SELECT coalesce(json_agg(role), '[]') FROM memberships WHERE user_id = account.id)`.as("roles"),
    )
    .select(
      sql<{ kind: FollowKind; target: string; since: string }[]>`(
        SELECT coalesce(json_agg(json_build_object('kind', kind, 'target', target, 'since', since)
          ORDER BY since, kind, target), '[]')
        FROM follows WHERE user_id = account.id)`.as("follows"),
    )
    .where("profile.disabled_at", "is", null)
    .where("profile.erased_at", "is", null)
    .orderBy("account.id");
}

type FollowerRow = Awaited<ReturnType<ReturnType<typeof selectFollowers>["execute"]>>[number];

function toFollower(row: FollowerRow): Follower {
  return {
    userId: row.id,
    name: row.name,
    email: row.email,
    isReachable: row.emailVerified,
    language: isLanguage(row.language) ? row.language : "en",
    isMember: row.roles.some((role) => isRole(role) && ruleOf(role).permissions.includes("members.read")),
    rhythm: row.rhythm,
    sentUntil: new Date(row.sent_until),
    follows: row.follows.map(({ since, ...follow }) => ({ ...follow, since: new Date(since) })),
  };
}

/** What was told already, of these. */
export async function findTold(
  transaction: ReadTransaction,
  userId: string,
  subjects: readonly string[],
): Promise<Set<string>> {
  if (subjects.length === 0) return new Set();
  const rows = await transaction
    .selectFrom("follow_told")
    .select("subject")
    .where("user_id", "=", userId)
    .where("subject", "in", subjects)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

export async function markTold(
  transaction: WriteTransaction,
  userId: string,
  subjects: readonly string[],
  now: Date,
): Promise<void> {
  if (subjects.length > 0)
    await transaction
      .insertInto("follow_told")
      .values(subjects.map((subject) => ({ user_id: userId, subject, told_at: now })))
      .onConflict((conflict) => conflict.columns(["user_id", "subject"]).doNothing())
      .execute();
  await transaction.updateTable("follow_settings").set({ sent_until: now }).where("user_id", "=", userId).execute();
}
