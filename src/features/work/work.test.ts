import { sql } from "kysely";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Subscriber } from "../accounts/readers.ts";
import type { Role } from "../accounts/roles.ts";
import { change } from "../audit/change.ts";
import { getMails } from "../mailing/service.ts";
import type { EntryState, Visibility } from "../records/record.ts";
import { workRoutes } from "./routes.ts";
import { sendDigests } from "./send-digests.ts";
import { findStage, sendReminders } from "./send-reminders.ts";
import { getWork, markWorkSeen } from "./service.ts";
import { countWaiting } from "./work.ts";

const day = (text: string) => new Date(`${text}T00:30:00Z`);
let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
  const member = { digest: "daily", reminders: true } as const;
  await addPerson("mori", "ja", "fukuoka", "home-government", member);
  await addPerson("chen", "zh", "jiangsu", "partner-government", { ...member, digest: "weekly" });
  await addPerson("hill", "en", "iges", "coordination", { digest: "none", reminders: false });
  await addPerson("sato", "ja", "kobe", "home-government", member);
  // A planned training of Fukuoka and Jiangsu, on record since 1 September 2026.
  await addActivity("spring", "2026-12-04/2026-12-08", "2026-12-04", "2026-12-08", "planned");
});
afterAll(() => context.database.close());

async function addPerson(
  id: string,
  language: Language,
  organisation: string,
  role: Role,
  wishes: Pick<Subscriber, "digest" | "reminders">,
) {
  await change(context, { userId: null, network: null }, async (transaction, audit) => {
    await transaction
      .insertInto("auth_users")
      .values({ id, name: id, email: `${id}@example.jp`, emailVerified: true, updatedAt: day("2026-09-01") })
      .execute();
    await transaction
      .insertInto("profiles")
      .values({ user_id: id, language, seen_until: day("2026-09-01"), ...wishes })
      .execute();
    await transaction
      .insertInto("memberships")
      .values({ user_id: id, organisation, role, since: day("2026-09-01") })
      .execute();
    audit({ action: "test.person" });
  });
}

function actor(id: string, organisation: string, role: Role, language: Language = "ja"): Actor {
  const memberships = [{ organisation, role, administers: false }];
  return { userId: id, name: id, email: `${id}@example.jp`, language, memberships, network: null };
}
const mori = actor("mori", "fukuoka", "home-government");
const hill = actor("hill", "iges", "coordination", "en");

/** An approved record that no public table shows yet. */
async function addActivity(
  id: string,
  date: string,
  from: string,
  to: string,
  status: string,
  visibility: Visibility = "sides",
) {
  const title = { title_ja: `${id}の研修`, title_zh: `${id}研修`, title_en: `${id} training` };
  const fields = { ...title, kind: "training", status, date };
  await change(context, { userId: "hill", network: null }, async (transaction, audit) => {
    await transaction
      .insertInto("records")
      .values({
        ...{ kind: "activity", id, version: 2, published_version: null, visibility, owner: "fukuoka" },
        ...{ sides: ["fukuoka", "jiangsu"], ledger: "coordination", platform: "coordination", fiscal_year: 2026 },
        ...{ ...title, date_from: from, date_to: to, changed_at: day("2026-09-01") },
      })
      .execute();
    await transaction
      .insertInto("record_versions")
      .values({
        ...{ kind: "activity", record: id, version: 2, action: "created", visibility, owner: "fukuoka" },
        ...{ content: JSON.stringify({ fields, parts: { activity_people: [] } }), author: "hill", approved_by: "hill" },
        at: day("2026-09-01"),
      })
      .execute();
    audit({ action: "test.activity" });
  });
}

async function addEntry(state: EntryState, changes: { changed: string; author?: string; submitted?: string }) {
  await change(context, { userId: "mori", network: null }, async (transaction, audit) => {
    await transaction
      .insertInto("entries")
      .values({
        ...{ kind: "activity", record: `entry-${state}`, base_version: 0, state, content: "{}", visibility: "sides" },
        ...{ owner: "fukuoka", sides: ["fukuoka"], platform: "coordination", title_ja: `${state}の入力票` },
        ...{ author: changes.author ?? "mori", edited_by: changes.author ?? "mori", created_at: day("2026-08-01") },
        ...{ changed_at: day(changes.changed), submitted_at: changes.submitted ? day(changes.submitted) : null },
        ...(state === "returned"
          ? { decided_at: day(changes.changed), decided_by: "hill", comment: "日付を確かめてください" }
          : {}),
      })
      .execute();
    audit({ action: "test.entry" });
  });
}

/** The program's day begins at midnight in Tokyo. */
function tokyoClock(moment: string): Context["clock"] {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });
  return { now: () => new Date(moment), today: () => day.format(new Date(moment)) };
}

const at = (moment: string): Context => ({ ...context, clock: tokyoClock(moment) });

async function mailsOf(id: string, purpose: string) {
  return (await getMails(context)).filter(({ userId, purpose: found }) => userId === id && found === purpose);
}

async function renderWork(language: Language, query = ""): Promise<string> {
  const route = workRoutes.find((candidate) => candidate.page);
  if (!route?.page || route.access === "anyone") throw new Error("no page");
  const { body, title } = await route.page({
    context,
    language,
    url: new URL(`https://renkei.example.jp/${language}/members${query}`),
    params: {},
    actor: { ...mori, language },
    headers: new Headers(),
    network: null,
  });
  expect(title).not.toBe("");
  return renderToString(body);
}

describe("My work", () => {
  test("what is past its date without an outcome waits for those who take part, and for no others", async () => {
    const { older } = await getWork(context, mori, { limit: 1_000 });
    expect(older.total).toBe(older.items.length);
    const lacking = older.items.filter(({ stillPlanned, noResult, noPeople }) => stillPlanned || noResult || noPeople);
    expect(lacking).toHaveLength(older.total);
    expect(older.stillPlanned).toBe(older.items.filter(({ stillPlanned }) => stillPlanned).length);
    // The same question asked of the sample's own tables.
    const { rows } = await read(context.database, (transaction) =>
      sql<{ id: string }>`
        SELECT id FROM activities WHERE date_to < '2026-11-22'
          AND id IN (SELECT id FROM records WHERE kind = 'activity' AND 'fukuoka' = ANY(sides))
          AND (status IN ('planned', 'adjusting')
            OR status = 'done' AND coalesce(result_ja, result_zh, result_en) IS NULL
            OR status = 'done' AND kind IN ('training', 'seminar')
              AND id NOT IN (SELECT activity FROM activity_people))`.execute(transaction),
    );
    expect(older.items.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(rows.length).toBeGreaterThan(0);
  });

  test("what ended more than 18 months ago is no work any more, and stands behind one link", async () => {
    const total = (await getWork(context, mori)).older.total;
    expect((await getWork(context, mori)).afterwards).toMatchObject({ total: 0, items: [] });
    await addActivity("too-old", "2025-05-21", "2025-05-21", "2025-05-21", "planned");
    await addActivity("not-yet-old", "2025-05-22", "2025-05-22", "2025-05-22", "planned");
    const work = await getWork(context, mori, { limit: 1_000 });
    expect(work.afterwards.items.map(({ id }) => id)).toEqual(["not-yet-old"]);
    expect(work.older.total).toBe(total + 1);
    expect(countWaiting(work)).toBe(1);
    const link = `href="/ja/members?all=older#older"`;
    const first = await renderWork("ja");
    expect(first).toContain(link);
    expect(first).toContain(`${total + 1} 件`);
    expect(first).toContain("not-yet-oldの研修");
    expect(first).not.toContain("too-oldの研修");
    const asked = await renderWork("ja", "?all=older");
    expect(asked).not.toContain(link);
    expect(asked).toContain("too-oldの研修");
  });

  test("nothing is asked of people who cannot enter records", async () => {
    const { afterwards, older } = await getWork(context, actor("guest", "fukuoka", "guest"));
    expect([afterwards.total, older.total]).toEqual([0, 0]);
  });

  test("next dates come from records that no public page shows, for both sides and nobody else", async () => {
    const next = async (who: Actor) => (await getWork(context, who)).next.items.map(({ id }) => id);
    expect(await next(mori)).toEqual(["spring"]);
    expect(await next(actor("chen", "jiangsu", "partner-government", "zh"))).toEqual(["spring"]);
    expect(await next(actor("sato", "kobe", "home-government"))).toEqual([]);
    expect(await next(actor("guest", "fukuoka", "guest"))).toEqual([]);
  });

  test("returned and submitted entries wait for the right side; what a member did is no news to that member", async () => {
    await addEntry("returned", { changed: "2026-10-01", submitted: "2026-09-20" });
    await addEntry("submitted", { changed: "2026-10-02", submitted: "2026-10-02" });
    await addEntry("draft", { changed: "2026-10-03" });
    const mine = await getWork(context, mori);
    expect([mine.returned.total, mine.drafts.total, mine.approvals.total]).toEqual([1, 1, 0]);
    const officer = await getWork(context, hill);
    expect([officer.returned.total, officer.drafts.total, officer.approvals.total]).toEqual([0, 0, 1]);
    expect(mine.changes.items.map(({ record }) => record)).toEqual(["entry-returned"]);
  });

  test("a translation sent for review waits for those who did not write it", async () => {
    await change(context, { userId: "hill", network: null }, async (transaction, audit) => {
      const { id } = await transaction
        .insertInto("translations")
        .values({
          ...{ subject_kind: "text", subject: "notice", source_language: "zh", target_language: "ja", title: "通知" },
          ...{ visibility: "members", state: "in-review", blocks: "[]", source_hash: "0" },
          ...{ made_by: "hill", made_at: day("2026-09-01"), submitted_by: "hill", submitted_at: day("2026-09-02") },
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto("translation_segments")
        .values({
          ...{ translation: id, position: 0, block_path: [-1, 0], source: "通知", target: "通知", mark: "edited" },
          changed_by: "hill",
        })
        .execute();
      audit({ action: "test.translation" });
    });
    const waiting = async (who: Actor) => (await getWork(context, who)).translations.total;
    expect(await waiting(hill)).toBe(0);
    expect(await waiting(actor("rose", "iges", "coordination"))).toBe(1);
    expect(await waiting(mori)).toBe(0);
  });

  test("an evaluation that was put forward waits for those who did not", async () => {
    const proposal = { by: "hill", at: "2026-10-02T00:30:00Z", revision: 2, visibility: "members", reason: "" };
    await change(context, hill, async (transaction, audit) => {
      for (const year of [2025, 2026])
        await transaction
          .insertInto("evaluations")
          .values({
            ...{ id: `yearly-${year}`, kind: "yearly", first_year: year, last_year: year, state: "draft" },
            ...{ title: JSON.stringify({ ja: `${year}年度評価`, zh: `${year}年度评估` }), as_of: "2026-10-01" },
            ...{ created_by: "hill", created_at: day("2026-09-01"), changed_at: day("2026-10-02") },
            proposal: year === 2025 ? JSON.stringify({ ...proposal, language: "ja" }) : null,
          })
          .execute();
      audit({ action: "test.evaluation" });
    });
    const waiting = async (who: Actor) => (await getWork(context, who)).evaluations.items;
    expect(await waiting(hill)).toEqual([]);
    expect(await waiting(mori)).toEqual([]);
    const rose = actor("rose", "iges", "coordination");
    expect(await waiting(rose)).toEqual([
      { id: "yearly-2025", title: { ja: "2025年度評価", zh: "2025年度评估" }, at: new Date(proposal.at) },
    ]);
    expect(countWaiting(await getWork(context, rose))).toBe(countWaiting(await getWork(context, hill)) + 2);
  });

  test("comments of the others are new until they are marked as seen; an older page does not bring them back", async () => {
    const write = (author: string, moment: string) =>
      change(context, { userId: author, network: null }, async (transaction, audit) => {
        await transaction
          .insertInto("comments")
          .values({
            kind: "activity",
            record: "spring",
            author,
            organisation: "jiangsu",
            language: "zh",
            body: "请确认",
            at: day(moment),
          })
          .execute();
        audit({ action: "test.comment" });
      });
    await write("chen", "2026-10-05");
    await write("mori", "2026-10-06");
    const { comments } = await getWork(context, mori);
    expect(comments.items).toMatchObject([{ record: "spring", organisation: "jiangsu", language: "zh" }]);
    await markWorkSeen(context, mori, day("2026-10-05"));
    await markWorkSeen(context, mori, day("2026-09-01"));
    const later = await getWork(context, mori);
    expect([later.comments.total, later.changes.total]).toEqual([0, 0]);
    expect(later.since).toEqual(day("2026-10-05"));
  });

  test.each(languages)("the page stands in %s with every list", async (language) => {
    const html = await renderWork(language);
    expect(html).toContain("spring");
    expect(html).toContain(`/${language}/members/entries/`);
    expect(html).toContain("日付を確かめてください");
    expect(html).not.toContain("undefined");
  });
});

describe("reminders", () => {
  test.each([
    ["2026-11-19", null],
    ["2026-11-20", "before-14"],
    ["2026-11-30", "before-14"],
    ["2026-12-01", "before-3"],
    ["2026-12-04", "before-3"],
    ["2026-12-06", null],
    ["2026-12-14", null],
    ["2026-12-15", "after-7"],
    ["2027-01-07", "after-30"],
    ["2027-02-07", null],
  ])("on %s a planned activity of 4 to 8 December calls for %s", (today, stage) => {
    const activity = { status: "planned", date: "2026-12-04/2026-12-08", dateFrom: "2026-12-04", dateTo: "2026-12-08" };
    const stillPlanned = today > activity.dateTo;
    expect(findStage({ ...activity, stillPlanned, noResult: false }, today)).toBe(stage);
  });

  test("a month without a day is not announced, and one that has a result is not asked after", () => {
    const vague = {
      date: "2026-12~",
      dateFrom: "2026-12-01",
      dateTo: "2026-12-31",
      stillPlanned: false,
      noResult: false,
    };
    expect(findStage({ ...vague, status: "planned" }, "2026-11-30")).toBeNull();
    expect(findStage({ ...vague, status: "done" }, "2027-01-10")).toBeNull();
  });

  test("each stage reaches each side once, in the person's language, and nobody who does not want it", async () => {
    expect(await sendReminders(at("2026-11-10T00:00:00Z"))).toBe(0);
    expect(await sendReminders(at("2026-11-20T00:00:00Z"))).toBe(2);
    expect(await sendReminders(at("2026-11-21T00:00:00Z"))).toBe(0);
    expect(await sendReminders(at("2026-12-02T00:00:00Z"))).toBe(2);
    expect(await sendReminders(at("2026-12-16T00:00:00Z"))).toBe(2);
    const [after, before] = await mailsOf("mori", "reminder");
    expect(before?.subject).toContain("まもなく実施：springの研修");
    expect(before?.body).toContain("2026年12月4日");
    expect(after?.subject).toContain("結果入力のお願い");
    expect(after?.body).toContain("状況が予定のまま");
    expect(after?.body).toContain("/ja/members/account");
    const chinese = await mailsOf("chen", "reminder");
    expect(chinese).toHaveLength(3);
    expect(chinese[0]?.subject).toContain("请录入活动结果：spring研修");
    expect(chinese[0]?.body).toContain("/zh/members/correct/activity/spring");
    expect([await mailsOf("sato", "reminder"), await mailsOf("hill", "reminder")]).toEqual([[], []]);
  });
});

describe("digests", () => {
  test("nothing is sent on a day without news; a daily reader gets news once", async () => {
    expect(await sendDigests(at("2026-11-24T23:00:00Z"))).toBe(0);
    expect(await mailsOf("mori", "digest")).toEqual([]);
    await change(context, { userId: "chen", network: null }, async (transaction, audit) => {
      await transaction
        .insertInto("comments")
        .values({
          kind: "activity",
          record: "spring",
          author: "chen",
          organisation: "jiangsu",
          language: "zh",
          body: "改期可以吗？",
          at: day("2026-11-25"),
        })
        .execute();
      audit({ action: "test.comment" });
    });
    expect(await sendDigests(at("2026-11-25T23:00:00Z"))).toBe(1);
    expect(await sendDigests(at("2026-11-26T02:00:00Z"))).toBe(0);
    const [mail, ...others] = await mailsOf("mori", "digest");
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^【.+】記録の更新のお知らせ（2026年11月26日）$/);
    expect(mail?.body).toContain("■ 新着コメント（1件）\n・springの研修");
    expect(mail?.body).toContain("http://localhost:0/ja/members\n");
    expect(mail?.body).toContain("http://localhost:0/ja/members/account\n");
    // A mail crosses the net in the clear: what people wrote stays on the site.
    expect(mail?.body).not.toContain("改期可以吗");
  });

  test("a weekly reader hears on Monday what is new and what comes, and not again that week", async () => {
    expect(await mailsOf("chen", "digest")).toEqual([]);
    expect(await sendDigests(at("2026-11-30T00:00:00Z"))).toBe(1);
    expect(await sendDigests(at("2026-12-01T00:00:00Z"))).toBe(0);
    const [mail] = await mailsOf("chen", "digest");
    expect(mail?.language).toBe("zh");
    expect(mail?.body).toContain("■ 两周内的安排（1件）\n· 2026年12月4日");
    expect(await mailsOf("hill", "digest")).toEqual([]);
  });
});
