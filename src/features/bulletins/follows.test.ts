import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { eraseAccount } from "../accounts/erase-account.ts";
import { exportPersonalData } from "../accounts/personal-data.ts";
import { change } from "../audit/change.ts";
import { getMails } from "../mailing/service.ts";
import { getKnowledge } from "../policies/knowledge.ts";
import { composeBulletin } from "./compose-bulletin.ts";
import { bulletinTarget } from "./follow.ts";
import { chooseRhythm, findFeed, follow, getFollows, makeFeed, revokeFeed, unfollow } from "./follows.ts";
import { describeWishes, matches } from "./match-follows.ts";
import { sendFollows } from "./send-follows.ts";
import { insertBulletin } from "./store-bulletins.ts";

let context: Context;
const member = { ...createActor("home-government", "kitakyushu"), userId: "mori", email: "mori@example.jp" };
const other = { ...createActor("partner-government", "jiangsu"), userId: "chen", email: "chen@example.jp" };

beforeAll(async () => {
  context = await createLoadedContext();
  for (const [{ userId, email, memberships }, language] of [
    [member, "ja"],
    [other, "zh"],
  ] as const) {
    const since = new Date("2026-09-01T00:00:00Z");
    await change(context, { userId: null, network: null }, async (transaction, audit) => {
      await transaction
        .insertInto("auth_users")
        .values({ id: userId, name: userId, email, emailVerified: true, updatedAt: since })
        .execute();
      await transaction.insertInto("profiles").values({ user_id: userId, language, seen_until: since }).execute();
      for (const { organisation, role } of memberships)
        await transaction.insertInto("memberships").values({ user_id: userId, organisation, role, since }).execute();
      audit({ action: "test.person" });
    });
  }
});
afterAll(() => context.database.close());

function at(instant: string): Context {
  return { ...context, clock: fixedClock(instant) };
}

/** Somebody keeps an item that was found, on that day. */
async function keep(id: string, day: string, visibility: "public" | "members" = "public"): Promise<void> {
  await context.database.db
    .updateTable("policy_items")
    .set({ decided_at: new Date(day), visibility })
    .where("id", "=", id)
    .execute();
}

const mailsTo = async (email: string) =>
  (await getMails(context)).filter(({ to, purpose }) => to === email && purpose === "follow");

test("what was there before is no news; what is new is told once, in the reader's language", async () => {
  // A Sunday.
  await follow(at("2026-11-22T03:00:00Z"), member, { kind: "region", target: "shanghai" });
  await follow(at("2026-11-22T03:00:00Z"), other, { kind: "topic", target: "vehicles" });
  await chooseRhythm(at("2026-11-22T03:00:00Z"), member, "daily");
  expect(await sendFollows(at("2026-11-22T04:00:00Z"))).toBe(0);
  await keep("shanghai-voc-fee-2015", "2026-11-22T05:00:00Z");
  await keep("tianjin-red-alert-2015", "2026-11-22T05:00:00Z");
  await keep("shanghai-clean-air-2013", "2026-11-22T05:00:00Z");
  await context.database.db
    .updateTable("item_targets")
    .set({ decided_at: new Date("2026-11-22T05:00:00Z") })
    .where("item", "=", "shanghai-clean-air-2013")
    .execute();
  expect(await sendFollows(at("2026-11-23T00:10:00Z"))).toBeGreaterThanOrEqual(1);
  const [mail, ...more] = await mailsTo(member.email);
  expect(more).toEqual([]);
  expect(mail?.body).toContain("上海市揮発性有機化合物");
  expect(mail?.body).not.toContain("天津");
  expect(mail?.body).toContain("/ja/members/follows");
  // A policy stands once, with where and when it is from and its new targets; and it is said when such mails come.
  expect(mail?.subject).toContain("新着2件");
  expect(mail?.body).toMatch(/・上海市清浄空気.*（上海市、2013年[^）]*）\n(　数値目標　上海市　.*\n){4}http/);
  expect(mail?.body.match(/shanghai-clean-air-2013/g)).toHaveLength(1);
  expect(mail?.body).toContain("日本時間の朝8時過ぎ");
  // The job again, the same item decided again, the next day: nothing.
  await sendFollows(at("2026-11-23T00:20:00Z"));
  await keep("shanghai-voc-fee-2015", "2026-11-23T05:00:00Z");
  await sendFollows(at("2026-11-24T00:10:00Z"));
  expect(await mailsTo(member.email)).toHaveLength(1);
});

test("ten workers at once write one mail", async () => {
  await keep("beijing-red-alert-2015", "2026-11-24T05:00:00Z");
  await follow(at("2026-11-24T01:00:00Z"), member, { kind: "region", target: "beijing" });
  await Promise.all(Array.from({ length: 10 }, () => sendFollows(at("2026-11-25T00:10:00Z"))));
  expect(await mailsTo(member.email)).toHaveLength(2);
});

test("a member who wants none gets none, and who left hears nothing", async () => {
  await chooseRhythm(context, member, "none");
  await keep("ship-eca-2015", "2026-11-25T05:00:00Z");
  await sendFollows(at("2026-11-26T00:10:00Z"));
  expect(await mailsTo(member.email)).toHaveLength(2);
});

test("the feed is the member's as long as the address holds and the account is in use", async () => {
  const now = at("2026-11-26T00:10:00Z");
  const { secret, hadFeed } = await makeFeed(now, member);
  expect(hadFeed).toBe(false);
  const feed = await findFeed(now, secret);
  expect(feed?.news.map(({ item }) => item)).toContain("shanghai-voc-fee-2015");
  expect(await findFeed(now, `${secret}x`)).toBeNull();
  const { secret: next, ...made } = await makeFeed(now, member);
  expect(made.hadFeed).toBe(true);
  expect(await findFeed(now, secret)).toBeNull();
  await context.database.db
    .updateTable("profiles")
    .set({ disabled_at: new Date() })
    .where("user_id", "=", member.userId)
    .execute();
  expect(await findFeed(now, next)).toBeNull();
  await context.database.db
    .updateTable("profiles")
    .set({ disabled_at: null })
    .where("user_id", "=", member.userId)
    .execute();
  expect(await findFeed(now, next)).not.toBeNull();
  await revokeFeed(now, member);
  expect(await findFeed(now, next)).toBeNull();
  expect(JSON.stringify(await context.database.db.selectFrom("follow_settings").selectAll().execute())).not.toContain(
    next,
  );
});

test("the feed has a number of the bulletin that is followed, or that speaks of what is, as soon as it is approved", async () => {
  const now = at("2026-11-27T03:00:00Z");
  await follow(at("2026-11-27T01:00:00Z"), other, { kind: "bulletin", target: bulletinTarget });
  const { secret } = await makeFeed(now, other);
  const content = await composeBulletin(now, "2015-12", { members: true, approved: true });
  const kept = { month: "2015-12", pages: 3, note: null, content, approvedBy: null, files: {} } as const;
  const numbers = [
    { number: 1, visibility: "public", approvedAt: new Date("2026-11-20T00:00:00Z") },
    { number: 2, visibility: "members", approvedAt: new Date("2026-11-27T02:00:00Z") },
  ] as const;
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    audit({ action: "test.bulletin" });
    for (const number of numbers) await insertBulletin(transaction, { ...kept, ...number });
  });
  // The first came out before anything was followed.
  expect((await findFeed(now, secret))?.issued.map(({ number }) => number)).toEqual([2]);
  await unfollow(now, other, { kind: "bulletin", target: bulletinTarget });
  const [region] = content.entries.flatMap(({ regionIds }) => regionIds);
  await follow(at("2026-11-27T01:30:00Z"), other, { kind: "region", target: region ?? "" });
  expect((await findFeed(now, secret))?.issued.map(({ number }) => number)).toEqual([2]);
});

test("following twice is following once; what is not there cannot be followed", async () => {
  await follow(context, member, { kind: "region", target: "shanghai" });
  expect((await getFollows(context, member)).follows).toHaveLength(2);
  await expect(follow(context, member, { kind: "region", target: "atlantis" })).rejects.toMatchObject({
    code: "not-found",
  });
  await unfollow(context, member, { kind: "region", target: "beijing" });
  expect((await getFollows(context, member)).follows.map(({ target }) => target)).toEqual(["shanghai"]);
});

test("follows are in one's own data, and go with the account", async () => {
  expect(await exportPersonalData(context, member, "en")).toContain('"shanghai"');
  // An administrator has to remain.
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    const since = new Date();
    await transaction
      .insertInto("memberships")
      .values({ user_id: other.userId, organisation: "iges", role: "administrator", since })
      .execute();
    audit({ action: "test.person" });
  });
  await eraseAccount(context, member, member.userId);
  for (const table of ["follows", "follow_settings", "follow_told"] as const) {
    const rows = await context.database.db.selectFrom(table).selectAll().where("user_id", "=", "mori").execute();
    expect(rows).toEqual([]);
  }
});

test("whoever follows a key region hears of those drawn around it as well", async () => {
  const wish = describeWishes({ kind: "region", target: "jing-jin-ji" }, await getKnowledge(context), []);
  const holdsIn = (region: string) => matches(wish, { regions: [region], topics: [] });
  expect(["jing-jin-ji-surroundings", "tangshan", "yangtze-delta"].map(holdsIn)).toEqual([true, true, false]);
});
