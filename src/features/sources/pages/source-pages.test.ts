import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { parseAllowedPlaces } from "../../../platform/fetch/fetch-settings.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../../testing/member-site.ts";
import { startTinySite, type TinySite } from "../../../testing/tiny-site.ts";
import { createApp } from "../../../web/app.ts";
import { prepareAssets } from "../../../web/assets.ts";
import { links } from "../../../web/links.ts";
import { emptyForm } from "../check-declaration.ts";
import { fetchFound } from "../fetch-found.ts";
import type { ReceivePage } from "../fetch-page.ts";
import { sendSourceAlerts } from "../send-alerts.ts";

let site: MemberSite;
let tiny: TinySite;
let desk: MemberBrowser;
let guest: MemberBrowser;
const pages: Record<string, string> = {
  "/list/": `<ul class="l">${["甲", "乙", "丙"].map((name, index) => `<li><a href="/a/${index}.html">关于${name}的通知</a> <i>2016-04-0${index + 1}</i></li>`).join("")}</ul><script>alert(1)</script>`,
  "/a/0.html": "<h1>关于甲的通知</h1><p>请认真贯彻执行。</p>",
};

beforeAll(async () => {
  tiny = await startTinySite(pages);
  site = await openMemberSite();
  site.context.config.fetch = { allow: parseAllowedPlaces(tiny.host) };
  desk = await site.open("coordination", "jec");
  guest = await site.open("guest", "kitakyushu");
  const { pool } = site.context.database;
  await pool.query("delete from policy_sources");
}, 120_000);
afterAll(async () => {
  await site.close();
  await tiny.close();
});

const form = async () => {
  const { rows } = await site.context.database.pool.query(
    "select (select id from policy_bodies limit 1) as body, (select id from policy_regions limit 1) as region",
  );
  return {
    ...emptyForm,
    ...{ id: "epb-notices", body: rows[0].body, region: rows[0].region, address: `${tiny.origin}/list/` },
    ...{ "name.ja": "環境局：通知", "name.zh": "环保局：通知", "name.en": "EPB: notices" },
    ...{ itemSelector: "ul.l li", linkSelector: "a", dateSelector: "i" },
  };
};
const here = (language: "ja" | "zh" | "en" = "ja") => links.deskSource(language, "epb-notices");

test("a new source is tried before it is saved, and errors stand at their fields", async () => {
  const values = await form();
  const tried = await desk.post(links.deskSource("zh", "new"), { ...values, intent: "try" });
  expect(tried.status).toBe(200);
  const text = (await readPage(tried)).querySelector("main")?.textContent ?? "";
  expect(text).toContain("关于丙的通知");
  expect(text).toContain("3 条");
  const wrong = { ...values, itemSelector: "ul[[", include: "(a+)+$", everyHours: "0", address: "ftp://x", id: "A B" };
  const refused = await desk.post(links.deskSource("en", "new"), { ...wrong, intent: "save" });
  expect(refused.status).toBe(422);
  const page = await readPage(refused);
  for (const field of ["id", "itemSelector", "include", "everyHours", "address"])
    expect(page.querySelector(`#source-${field}-error`)?.textContent).toBeTruthy();
  expect(page.querySelector("#source-itemSelector")?.getAttribute("value")).toBe("ul[[");
  expect((await desk.get(here())).status).toBe(404);
});

test("a source is added, looked at, paused and resumed; each change is in the audit log", async () => {
  const added = await desk.post(links.deskSource("ja", "new"), { ...(await form()), intent: "save" });
  expect(added.headers.get("location")).toBe(`${here()}?done=saved`);
  const looked = await desk.post(here(), { intent: "look" });
  expect(looked.headers.get("location")).toBe(`${here()}?done=looked`);
  const page = await readPage(await desk.get(here()));
  expect(page.querySelector(".source-state")?.textContent).toBe("新着あり");
  expect(page.querySelectorAll(".snapshot-entries > li")).toHaveLength(3);
  expect(page.querySelectorAll(".source-pages > li")).toHaveLength(3);
  expect(page.querySelector("main")?.innerHTML).not.toContain("alert(1)");
  await desk.post(here(), { intent: "pause" });
  expect((await readPage(await desk.get(links.deskSources("ja")))).querySelector(".source-paused")?.textContent).toBe(
    "停止中",
  );
  await desk.post(here(), { intent: "resume" });
  const { rows } = await site.context.database.pool.query(
    "select action from audit_log where subject = 'source/epb-notices' order by number",
  );
  expect(rows.map(({ action }) => action)).toEqual(["source.added", "source.paused", "source.resumed"]);
});

test("what a look by hand led to is fetched although nobody has begun watching, but not for ever after", async () => {
  const taken: string[] = [];
  const receive: ReceivePage = async (_, { url }) => {
    taken.push(new URL(url).pathname);
    return { item: null, isNew: false, problems: [] };
  };
  const { clock } = site.context;
  site.context.clock = { ...clock, now: () => new Date(clock.now().getTime() + 2 * 3_600_000) };
  expect(await fetchFound(site.context, receive)).toMatchObject({ fetched: 0, failed: 0 });
  site.context.clock = clock;
  expect(await fetchFound(site.context, receive)).toMatchObject({ fetched: 1, failed: 2 });
  expect(taken).toEqual(["/a/0.html"]);
});

test("a snapshot is shown as text and never as a page", async () => {
  const page = await readPage(await desk.get(here()));
  const href = page.querySelector('.snapshot-side a[href*="snapshots"]')?.getAttribute("href") ?? "";
  const answer = await desk.get(href);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).toBe(pages["/list/"]);
});

test("who may not edit sees everything and changes nothing", async () => {
  const page = await readPage(await guest.get(here("en")));
  expect(page.querySelector("main form")).toBeNull();
  for (const intent of ["look", "pause", "reset", "save"])
    expect((await guest.post(here("en"), { intent })).status).toBe(403);
  expect((await guest.get(links.deskSource("en", "new"))).status).toBe(403);
});

test("the board and the public page say how each source is, in three languages", async () => {
  const app = createApp(site.context, await prepareAssets());
  const names = { ja: "環境局：通知", zh: "环保局：通知", en: "EPB: notices" };
  for (const language of languages) {
    const board = await readPage(await desk.get(links.deskSources(language)));
    expect(board.querySelector(".source-row-main a")?.textContent).toBe(names[language]);
    expect(board.querySelector(".look-strip")?.getAttribute("aria-label")).toMatch(/1.*3.*0/);
    // Nothing is wrong, so the region is closed; whoever narrows the list down sees what is left.
    expect(board.querySelector("details.fold")?.hasAttribute("open")).toBe(false);
    const narrowed = await readPage(await desk.get(links.deskSources(language, { state: "new" })));
    expect(narrowed.querySelector("details.fold[open] .source-row-main a")?.textContent).toBe(names[language]);
    const open = await readPage(await app.request(`http://renkei.test${links.policySources(language)}`));
    expect(open.querySelector("main .empty-state"), "what the desk added is for members").not.toBeNull();
    expect(open.querySelector("main")?.textContent).not.toContain(names[language]);
    const none = await readPage(await desk.get(links.deskSources(language, { state: "failing" })));
    expect(none.querySelector(".empty-state")).not.toBeNull();
  }
});

test("the desk hears by mail of a source that seems rebuilt, once, and of its recovery", async () => {
  const list = pages["/list/"] ?? "";
  const wait = (days: number, day: string) => {
    const now = new Date(Date.parse("2026-11-22T03:00:00Z") + days * 86_400_000);
    site.context.clock = { now: () => now, today: () => day };
  };
  const mails = async () =>
    (await site.context.database.pool.query("select subject, body from mails where purpose = 'sources' order by id"))
      .rows;
  expect(await sendSourceAlerts(site.context)).toBe(0);
  pages["/list/"] = "<div>新版网站</div>";
  wait(1, "2026-11-23");
  await desk.post(here(), { intent: "look" });
  expect(await sendSourceAlerts(site.context)).toBe(1);
  expect(await sendSourceAlerts(site.context)).toBe(0);
  const [alarm] = await mails();
  expect(alarm.subject).toContain("（読み取りに異常1件）");
  expect(alarm.body).toContain("見比べ");
  expect(alarm.body).toMatch(/・環境局：通知\n　2026年11月\d+日 \d\d:\d\d（日本時間）から\n　応答はあります/);
  expect((await readPage(await desk.get(links.deskSources("ja")))).querySelector("details.fold[open]")).not.toBeNull();
  expect((await readPage(await desk.get(here()))).querySelectorAll(".snapshot-side")).toHaveLength(2);
  pages["/list/"] = list;
  await desk.post(here(), { intent: "look" });
  expect(await sendSourceAlerts(site.context)).toBe(0);
  wait(2, "2026-11-24");
  expect(await sendSourceAlerts(site.context)).toBe(1);
  expect((await mails())[1].body).toContain("回復");
});

test("the notice after a look says what it brought; one failure is told without a claim that the site answers", async () => {
  const look = async () => (await desk.post(here(), { intent: "look" })).headers.get("location");
  const why = async () => {
    const page = await readPage(await desk.get(here()));
    return page.querySelector("#why")?.closest("section")?.textContent ?? page.querySelector("main")?.textContent ?? "";
  };
  expect(await look()).toBe(`${here()}?done=look-same`);
  expect(await why()).toContain("応答があり");
  const list = pages["/list/"] ?? "";
  delete pages["/list/"];
  expect(await look()).toBe(`${here()}?done=look-failed`);
  expect(await why()).toContain("直近の確認は失敗しました（3回続けて");
  expect(await why()).not.toContain("応答があり");
  expect(await why(), "nobody has begun watching").toContain("自動収集が止まっているため");
  pages["/list/"] = "<div>新版网站</div>";
  expect(await look()).toBe(`${here()}?done=look-empty`);
  pages["/list/"] = list;
});

test("of a source that never yielded anything the mail asks for its selectors, not to compare", async () => {
  await desk.post(here(), { intent: "look" });
  const never = { ...(await form()), id: "epb-never", itemSelector: "p.none" };
  await desk.post(links.deskSource("ja", "new"), { ...never, intent: "save" });
  await desk.post(links.deskSource("ja", "epb-never"), { intent: "look" });
  site.context.clock = { ...site.context.clock, today: () => "2026-11-25" };
  expect(await sendSourceAlerts(site.context)).toBe(1);
  const { rows } = await site.context.database.pool.query(
    "select body from mails where purpose = 'sources' order by id desc",
  );
  expect(rows[0].body).toContain("「試す」");
  expect(rows[0].body).not.toContain("見比べ");
});
