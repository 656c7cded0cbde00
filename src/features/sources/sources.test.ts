import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { parseAllowedPlaces } from "../../platform/fetch/fetch-settings.ts";
import { createTestContext } from "../../testing/context.ts";
import { type Answer, startTinySite, type TinySite } from "../../testing/tiny-site.ts";
import { checkSources } from "./check-sources.ts";
import type { ArrivedPage } from "./fetch-page.ts";
import { receiveMail } from "./receive-mail.ts";
import { getCoverage } from "./service.ts";
import type { SourceDeclaration } from "./source.ts";

vi.setConfig({ testTimeout: 60_000 });

let base: Context;
let context: Context;
let site: TinySite;
let pages: Record<string, string | Answer>;
let received: ArrivedPage[];

beforeAll(async () => {
  base = await createTestContext();
});
afterAll(() => base.database.close());
beforeEach(async () => {
  pages = {};
  received = [];
  site = await startTinySite(pages);
  context = { ...base, config: { ...base.config, fetch: { allow: parseAllowedPlaces(site.host) } } };
  await base.database.pool.query(
    "truncate desk_sources, source_states, source_checks, source_pages, source_snapshots cascade",
  );
});
afterEach(() => site.close());

const at = (day: string) => {
  context.clock = fixedClock(`${day}T03:00:00Z`);
};
const receive = async (_: Context, page: ArrivedPage) => {
  received.push(page);
  return { item: `item of ${page.url}` };
};
const round = (more: object = {}) => checkSources(context, { receive, ...more });
const rows = async (sql: string) => (await base.database.pool.query(sql)).rows;

async function watch(given: Partial<SourceDeclaration> = {}): Promise<void> {
  const declaration: SourceDeclaration = {
    ...{ id: "one", body: "mep", tier: "central", region: null, name: { en: "One" }, language: "zh", kind: "list" },
    ...{ address: `${site.origin}/list/`, itemSelector: "li", linkSelector: "a", dateSelector: "span" },
    ...{ nextSelector: "a.next", include: null, everyHours: 24, quietDays: 10, tried: null, note: {} },
    ...given,
  };
  await base.database.pool.query(
    "insert into desk_sources (id, declaration, changed_at) values ($1, $2, now()) on conflict (id) do update set declaration = $2",
    [declaration.id, JSON.stringify(declaration)],
  );
}

const entry = (name: string, day = "2016-04-01") =>
  `<li><a href="../a/${name}.html">题目${name}</a><span>${day}</span></li>`;
const list = (entries: string[], next = "") =>
  `<ul>${entries.join("")}</ul>${next && `<a class="next" href="${next}">下一页</a>`}`;
const article: Answer = (request, response) =>
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<h1>${request.url}</h1>`);
const names = (count: number, prefix = "n") => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe("a round", () => {
  test("finds what is new, keeps it, and hands it on once", async () => {
    at("2016-04-10");
    await watch();
    pages["/list/"] = list(["1", "2"].map((name) => entry(name)));
    pages["*"] = article;
    pages["/robots.txt"] = "";
    const first = await round();
    expect(first).toMatchObject({
      looked: [{ source: "one", state: "new", outcome: "read", listed: 2, fresh: 2 }],
      pages: { fetched: 2, understood: 2, failed: 0 },
    });
    expect(received.map(({ url, charset, hints }) => ({ url, charset, hints }))).toEqual([
      { url: `${site.origin}/a/1.html`, charset: "utf-8", hints: { title: "题目1", published: "2016-04-01" } },
      { url: `${site.origin}/a/2.html`, charset: "utf-8", hints: { title: "题目2", published: "2016-04-01" } },
    ]);
    expect(await rows("select state, item from source_pages order by url")).toEqual([
      { state: "understood", item: `item of ${site.origin}/a/1.html` },
      { state: "understood", item: `item of ${site.origin}/a/2.html` },
    ]);
    expect((await round()).looked).toEqual([]);
    at("2016-04-12");
    pages["/list/"] = list(["3", "1", "2"].map((name) => entry(name)));
    expect(await round()).toMatchObject({ looked: [{ listed: 3, fresh: 1 }], pages: { fetched: 1 } });
    expect(site.requests).toEqual(["/robots.txt", "/list/", "/a/1.html", "/a/2.html", "/list/", "/a/3.html"]);
  });

  test("keeps the same bytes once, and knows that nothing changed", async () => {
    await watch();
    pages["/list/"] = list([entry("1")]);
    pages["*"] = article;
    for (const day of ["2016-04-10", "2016-04-12", "2016-04-14"]) {
      at(day);
      await round();
    }
    expect(await rows("select outcome from source_checks order by id")).toEqual(
      ["read", "unchanged", "unchanged"].map((outcome) => ({ outcome })),
    );
    expect(await rows("select count(*)::int as n from source_snapshots")).toEqual([{ n: 2 }]);
  });

  test("reads on through the pages of a list until they are known, and not for ever", async () => {
    at("2016-04-10");
    await watch();
    pages["*"] = (request, response) => {
      const number = Number(request.url?.match(/page=(\d+)/)?.[1] ?? 1);
      if (!request.url?.startsWith("/list/")) return response.end("<h1>x</h1>");
      response.end(
        list(
          names(3, `p${number}-`).map((name) => entry(name)),
          `/list/?page=${number + 1}`,
        ),
      );
    };
    const { looked } = await round();
    expect(looked).toMatchObject([{ listed: 3, fresh: 30 }]);
    expect(await rows("select problem from source_checks")).toEqual([
      { problem: { code: "endless-list", values: { pages: 10 } } },
    ]);
    const before = site.requests.length;
    at("2016-04-12");
    await round();
    expect(site.requests.length - before).toBe(1);
  });

  test("takes the first thousand of twenty thousand links, and says so", async () => {
    at("2016-04-10");
    await watch({ include: "/a/never" });
    pages["/list/"] = `<ul>${names(20_000)
      .map((name) => `<li><a href="/a/${name}">x</a></li>`)
      .join("")}</ul>`;
    expect((await round()).looked).toMatchObject([{ outcome: "empty", state: "suspicious" }]);
    await watch({ include: null });
    at("2016-04-12");
    const { looked } = await checkSources(context, { all: true });
    expect(looked).toMatchObject([{ outcome: "read", listed: 1_000, fresh: 1_000 }]);
    expect((await rows("select problem from source_checks order by id desc limit 1"))[0]?.problem).toEqual({
      code: "links-capped",
      values: { count: 20_000, kept: 1_000 },
    });
  });

  test("tries a page again that fails, ever later, and gives up after five times", async () => {
    await watch();
    pages["/list/"] = list([entry("1")]);
    pages["*"] = (_, response) => response.writeHead(500).end();
    pages["/robots.txt"] = "";
    for (const day of ["10", "11", "12", "13", "14", "15", "16"]) {
      at(`2016-04-${day}`);
      await base.database.pool.query("update fetch_hosts set next_allowed_at = now(), failures = 0");
      await round();
    }
    expect(site.requests.filter((path) => path === "/a/1.html")).toHaveLength(5);
    expect(await rows("select state, attempts, problem->>'code' as code from source_pages")).toEqual([
      { state: "failed", attempts: 5, code: "server-error" },
    ]);
  });

  test("keeps away from where a list must not lead, and goes on with the others", async () => {
    at("2016-04-10");
    await watch({ include: "^https?://[\\d.:]+/(a|latest)/" });
    pages["/list/"] = `<ul><li><a href="http://169.254.169.254/latest/">a</a><span>2016-04-01</span></li>
      <li><a href="javascript:alert(1)">b</a></li>${entry("jump")}${entry("fine")}${entry("gone")}</ul>`;
    pages["/a/jump.html"] = (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end();
    pages["/a/fine.html"] = article;
    await round();
    const found = await rows("select url, state, problem->>'code' as code from source_pages order by url");
    expect(found.map(({ state, code }) => [state, code])).toEqual([
      ["understood", null],
      ["failed", "not-found"],
      ["refused", "private-address"],
      ["refused", "private-address"],
    ]);
  });

  test("takes articles of its own site alone, whatever its <base> says, but where the declaration names others", async () => {
    at("2016-04-10");
    await watch();
    pages["*"] = article;
    const elsewhere = `<li><a href="http://127.0.0.2/a/x.html">x</a><span>2016-04-01</span></li>`;
    pages["/list/"] = list([entry("1"), elsewhere]);
    await round();
    expect(await rows("select url from source_pages")).toEqual([{ url: `${site.origin}/a/1.html` }]);
    expect(await rows("select problem from source_checks")).toEqual([
      { problem: { code: "links-elsewhere", values: { count: 1 } } },
    ]);
    at("2016-04-12");
    pages["/list/"] = `<base href="http://127.0.0.2/b/">${list([entry("2"), entry("3")], "/list/?page=2")}`;
    expect((await round()).looked).toMatchObject([{ outcome: "empty", state: "suspicious", fresh: 0 }]);
    await watch({ include: "^http://127\\.0\\.0\\.2/" });
    at("2016-04-14");
    await checkSources(context, { ids: ["one"] });
    expect((await rows("select url from source_pages order by url")).map(({ url }) => url)).toEqual(
      [`${site.origin}/a/1.html`, "http://127.0.0.2/a/2.html", "http://127.0.0.2/a/3.html"].toSorted(),
    );
  });

  test("understands a page later from what was kept, without asking the site again", async () => {
    at("2016-04-10");
    await watch();
    pages["/list/"] = list([entry("1")]);
    pages["*"] = article;
    await checkSources(context, {
      receive: () => Promise.reject(new Error("not today")),
    });
    expect(await rows("select state, attempts from source_pages")).toEqual([{ state: "fetched", attempts: 1 }]);
    const asked = site.requests.length;
    at("2016-04-11");
    await checkSources(context, { receive, ids: [] });
    await round();
    expect(received.map(({ content }) => Buffer.from(content).toString())).toEqual(["<h1>/a/1.html</h1>"]);
    expect(site.requests.slice(asked).filter((path) => path.startsWith("/a/"))).toEqual([]);
  });
});

describe("health", () => {
  test("a list that yields nothing after it did looks redesigned; its last good snapshot stays", async () => {
    await watch();
    pages["*"] = article;
    pages["/list/"] = list(names(8).map((name) => entry(name)));
    at("2016-04-10");
    await round();
    const [{ good }] = await rows("select last_good_snapshot as good from source_states");
    pages["/list/"] = `<div class="cards"><div><a href="/a/n9.html">题目9</a></div></div>`;
    at("2016-04-12");
    expect((await round()).looked).toMatchObject([{ state: "suspicious", outcome: "empty" }]);
    expect(await rows("select last_good_snapshot as good from source_states")).toEqual([{ good }]);
    await watch({ itemSelector: ".cards > div", dateSelector: null });
    at("2016-04-14");
    pages["/list/"] = `<div class="cards">${names(8, "m")
      .map((name) => `<div><a href="/a/${name}.html">x</a></div>`)
      .join("")}</div>`;
    expect((await round()).looked).toMatchObject([{ state: "new", fresh: 8 }]);
  });

  test("a server that is away three times fails; before that it was only weather", async () => {
    await watch({ quietDays: 60 });
    pages["/list/"] = list([entry("1")]);
    pages["*"] = article;
    at("2016-04-10");
    await round();
    pages["/list/"] = (_, response) => response.writeHead(500).end();
    const states: string[] = [];
    for (const day of ["12", "14", "16"]) {
      at(`2016-04-${day}`);
      await base.database.pool.query("update fetch_hosts set next_allowed_at = now(), failures = 0");
      states.push(...(await round()).looked.map(({ state }) => state));
    }
    expect(states).toEqual(["new", "new", "failing"]);
    expect(
      (await getCoverage(context, { from: "2016-04-01", to: "2016-04-30" })).map(
        ({ checks, failed, known, fresh, undated, state }) => ({ checks, failed, known, fresh, undated, state }),
      ),
    ).toEqual([{ checks: 4, failed: 3, known: 1, fresh: 1, undated: 0, state: "failing" }]);
    expect((await getCoverage(context, { from: "2016-04-01", to: "2016-04-11" }))[0]).toMatchObject({
      checks: 1,
      later: null,
      state: "new",
    });
    // Of a month before the first look, all looks tell, and that they came later.
    const [march] = await getCoverage(context, { from: "2016-03-01", to: "2016-03-31" });
    expect(march).toMatchObject({ checks: 4, failed: 3, fresh: 0, state: "failing" });
    expect(march?.later?.from.toISOString()).toMatch(/^2016-04-/);
  });

  test("a feed is read whole, broken, packed", async () => {
    const item = (name: string) =>
      `<item><title>题目${name} &amp; 附件</title><link>${site.origin}/a/${name}.html</link><pubDate>Fri, 01 Apr 2016 20:00:00 GMT</pubDate></item>`;
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${item("1")}${item("2")}</channel></rss>`;
    await watch({ kind: "feed", itemSelector: null, linkSelector: null, dateSelector: null, nextSelector: null });
    pages["*"] = article;
    pages["/list/"] = feed;
    at("2016-04-10");
    await round();
    expect(await rows("select title, published::text from source_pages order by url")).toEqual([
      { title: "题目1 & 附件", published: "2016-04-02" },
      { title: "题目2 & 附件", published: "2016-04-02" },
    ]);
    pages["/list/"] = feed.replace(item("1"), item("3") + item("4") + item("5")).slice(0, -70);
    at("2016-04-12");
    expect((await round()).looked).toMatchObject([{ fresh: 3, state: "new" }]);
    expect((await rows("select problem from source_checks order by id desc limit 1"))[0]?.problem).toEqual({
      code: "feed-broken",
      values: { kept: 3, lost: 1 },
    });
    await watch({ id: "two", kind: "sitemap", address: `${site.origin}/map.xml.gz`, include: "/art/" });
    const map = `<urlset xmlns="x"><url><loc>${site.origin}/art/1.html</loc><lastmod>2016-04-01</lastmod></url><url><loc>${site.origin}/</loc></url></urlset>`;
    pages["/index.xml"] = `<sitemapindex><sitemap><loc>${site.origin}/map.xml.gz</loc></sitemap></sitemapindex>`;
    pages["/map.xml.gz"] = (_, response) => response.end(gzipSync(map));
    expect((await round({ ids: ["two"] })).looked).toMatchObject([{ listed: 1, fresh: 1 }]);
    await watch({ id: "three", kind: "sitemap", address: `${site.origin}/index.xml`, include: "/art/" });
    expect((await round({ ids: ["three"] })).looked).toMatchObject([{ listed: 1, fresh: 0, outcome: "read" }]);
  });
});

test("a mail becomes an item once, and the links that are wanted are fetched", async () => {
  at("2016-04-10");
  await watch({ kind: "mail", address: null, include: "/a/\\d+\\.html$" });
  pages["*"] = article;
  const mail = Buffer.from(
    `From: news@example.cn\r\nMessage-ID: <1@example.cn>\r\nSubject: =?utf-8?B?${Buffer.from("环境周报").toString("base64")}?=\r\nDate: Fri, 1 Apr 2016 23:30:00 +0800\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>本周 <a href="${site.origin}/a/7.html">通知</a> <a href="${site.origin}/unsubscribe">退订</a></p>`,
  );
  const first = await receiveMail(context, "one", mail, receive);
  expect(first).toMatchObject({ subject: "环境周报", item: "item of mid:1%40example.cn", isKnown: false, queued: 1 });
  expect(received[0]).toMatchObject({ mediaType: "text/html", hints: { title: "环境周报", published: "2016-04-01" } });
  expect(await receiveMail(context, "one", mail, receive)).toMatchObject({ isKnown: true, queued: 0 });
  await round();
  expect(site.requests.filter((path) => path !== "/robots.txt")).toEqual(["/a/7.html"]);
});
